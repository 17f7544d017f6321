import type { ChannelPlace } from '../../core/subscription.ts';
import type { Identity } from './authorize.ts';
import type { SlackInstallations } from './installations.ts';

/** As whom something is done in a workspace. */
export interface Bot {
  readonly token: string;
  /** Slack's ids of the bot; empty where they are not known. */
  readonly botId: string;
  readonly userId: string;
}

/** The bot, or why there is none; reasons are English, without a full stop. */
export type BotAccess =
  | { readonly kind: 'bot'; readonly bot: Bot }
  /** Not yet, or not now. */
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Finds the bot of the workspace that a channel is in. Never rejects. */
export type FindBot = (place: ChannelPlace) => Promise<BotAccess>;

const NOT_YET: BotAccess = { kind: 'again', reason: 'Slack is not connected yet' };

/** The one bot, once it is known who that is. */
export function oneBot(token: string, identity: () => Identity | undefined): FindBot {
  return async () => {
    const known = identity();
    if (known === undefined) return NOT_YET;
    return { kind: 'bot', bot: { token, botId: known.botId, userId: known.botUserId } };
  };
}

/** The bot that was installed in the workspace. */
export function botOfMany(installations: SlackInstallations, isReady: () => boolean): FindBot {
  return async ({ workspace }) => {
    if (!isReady()) return NOT_YET;
    if (workspace === '')
      return {
        kind: 'refused',
        reason: 'the subscription names no workspace; set its workspace in the config',
      };
    try {
      const found = (await installations.find(workspace))?.bot;
      if (found !== undefined)
        return { kind: 'bot', bot: { token: found.token, botId: found.id, userId: found.userId } };
      return {
        kind: 'refused',
        reason: `the app is not installed in workspace ${workspace}; install it at /slack/install`,
      };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { kind: 'again', reason: `the token of workspace ${workspace} cannot be read: ${reason}` };
    }
  };
}
