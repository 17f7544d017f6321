import type { App } from '@slack/bolt';
import type { ChangelogPlace, ChangelogResult } from '../../core/changelog.ts';
import { readChangelog, runChangelog } from '../changelog-command.ts';
import type { RunnableChangelogCommand } from '../changelog-command.ts';
import { within } from '../within.ts';
import { ENGLISH } from '../words/english.ts';
import type { Handling } from './handling.ts';
import { isDirect } from './incoming.ts';
import { plainText } from './incoming-text.ts';
import type { Origin } from './origin.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { renderChangelog } from './render/render-changelog.ts';
import { newState } from './slack-answering.ts';
import { originOfCommand } from './slash-command.ts';

/**
 * How long the changelog may take, in milliseconds. Slack waits three seconds for an acknowledgement, of which the token of one
 * of many workspaces may take one.
 */
const PATIENCE = 1_800;

/** Answers the slash command of changelogs in the acknowledgement, for the eyes of who typed it. */
export function listenToChangelog(app: App, handling: Handling): void {
  const { changelog, changelogCommand } = handling;
  if (changelogCommand === '' || changelog.feeds.length === 0) return;
  app.command(`/${changelogCommand}`, async ({ command, context, ack }) => {
    const origin = originOfCommand(command, context);
    const message = await answer(plainText(command.text ?? ''), origin, handling);
    await ack({ response_type: 'ephemeral', ...message });
  });
}

async function answer(typed: string, origin: Origin, handling: Handling): Promise<Message> {
  const { changelogCommand: name } = handling;
  const { changelog: words } = ENGLISH;
  const command = readChangelog(typed, name);
  if (command.kind === 'help') return renderNotice(words.usage(`/${name}`));
  const refusal = refusalOf(command, origin, handling);
  if (refusal !== '') return renderNotice(refusal);
  try {
    const { result, isOutside } = await within(PATIENCE, run(command, origin, handling));
    const { audience } = origin;
    const showing = { audience, state: newState(origin, ''), command: `/${name}`, voted: false };
    return renderChangelog(result, { ...showing, isOutside });
  } catch (error) {
    handling.log.warn({ err: error, channel: origin.channel }, 'a command about changelogs was not answered');
    return renderNotice(words.failed);
  }
}

/** Why somebody may not do that; empty where they may. */
function refusalOf({ kind }: RunnableChangelogCommand, origin: Origin, { settings }: Handling): string {
  if (kind !== 'subscribe' && kind !== 'unsubscribe') return '';
  const { managers } = settings;
  if (isDirect(origin.channel)) return ENGLISH.changelog.onlyInChannels;
  const mayManage = managers.length === 0 || managers.includes(origin.asker);
  return mayManage ? '' : ENGLISH.changelog.mayNotManage;
}

interface Ran {
  readonly result: ChangelogResult;
  /** Whether the bot cannot post what was subscribed to. */
  readonly isOutside: boolean;
}

async function run(command: RunnableChangelogCommand, origin: Origin, handling: Handling): Promise<Ran> {
  const { changelog } = handling;
  const place = placeOf(origin, handling);
  const [result, isOutside] = await Promise.all([
    runChangelog(command, changelog, place),
    command.kind === 'subscribe' ? outsideOrLate(place, handling) : false,
  ]);
  return { result, isOutside };
}

/** What Slack takes long to say is not worth waiting for. */
async function outsideOrLate(place: ChangelogPlace, { isOutside }: Handling): Promise<boolean> {
  return within(PATIENCE / 2, isOutside(place)).catch(() => false);
}

function placeOf(origin: Origin, { answering, changelog }: Handling): ChangelogPlace {
  const { workspace, channel, asker: by } = origin;
  const names = answering.seen(origin);
  const seen = changelog.feeds.map(({ name }) => name).filter((name) => names.includes(name));
  return { platform: 'slack', workspace, channel, seen, by };
}
