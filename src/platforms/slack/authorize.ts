import type { Authorize, AuthorizeResult, webApi } from '@slack/bolt';
import type { InstallProvider } from '@slack/oauth';
import type { Log } from '../../log.ts';

/** The bot in one workspace. */
export interface Identity {
  readonly workspace: string;
  readonly workspaceName: string;
  readonly organisation: string;
  readonly botId: string;
  readonly botUserId: string;
  readonly botName: string;
}

/** Whom a bot token belongs to: https://docs.slack.dev/reference/methods/auth.test. Rejects with Slack's error. */
export async function identify(client: webApi.WebClient): Promise<Identity> {
  const found = await client.auth.test();
  return {
    workspace: found.team_id ?? '',
    workspaceName: found.team ?? '',
    organisation: found.enterprise_id ?? '',
    botId: found.bot_id ?? '',
    botUserId: found.user_id ?? '',
    botName: found.user ?? '',
  };
}

/** Everything is done as the one bot; until it is known who that is, only what needs no token can be answered. */
export function authorizeOne(botToken: string, identity: () => Identity | undefined): Authorize<boolean> {
  return async () => {
    const known = identity();
    if (known === undefined) return {};
    const { workspace, organisation, botId, botUserId } = known;
    const enterprise = organisation === '' ? {} : { enterpriseId: organisation };
    return { botToken, botId, botUserId, teamId: workspace, ...enterprise };
  };
}

/**
 * Everything is done as the bot that was installed in the workspace. Where that is not known, or the store cannot tell, slash
 * commands are answered all the same: that needs no token. Bolt would leave them without a word.
 */
export function authorizeMany(installer: InstallProvider, log: Log): Authorize<boolean> {
  return async (source): Promise<AuthorizeResult> => {
    try {
      return await installer.authorize(source);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error(
        { workspace: source.teamId },
        `no token for a workspace, so only commands work there: ${reason}`,
      );
      return {};
    }
  };
}
