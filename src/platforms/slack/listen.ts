import type { App } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { listenToChangelog } from './listen-to-changelog.ts';
import { listenToAssistant } from './assistant.ts';
import { listenToClicks } from './clicks.ts';
import { listenToCommands } from './commands.ts';
import type { Handling } from './handling.ts';
import { listenToHome } from './home.ts';
import { listenToMessages } from './messages.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { describeError, errorCode } from './slack-errors.ts';
import type { UnderWay } from '../under-way.ts';
import { listenToLinks } from './unfurl.ts';

/** Takes up what the settings ask for; what fails is logged with what to do. */
export function listen(app: App, handling: Handling, underWay: UnderWay): void {
  const { settings, log } = handling;
  app.use(({ next }) => underWay.run(next));
  app.error(async (error) => logFailure(error, log));
  listenToCommands(app, handling);
  listenToChangelog(app, handling);
  listenToShortcuts(app, handling);
  listenToClicks(app, handling);
  if (settings.assistant) listenToAssistant(app, handling);
  listenToMessages(app, handling);
  if (settings.unfurl) listenToLinks(app, handling);
  if (settings.home) listenToHome(app, handling);
}

/** Bolt wraps what a listener throws. */
function logFailure(error: Error & { readonly original?: Error }, log: Log): void {
  const cause = error.original ?? error;
  if (errorCode(cause) === '')
    log.error({ err: cause, platform: 'slack' }, 'an event of Slack was not answered');
  else log.error({ platform: 'slack' }, `an event of Slack was not answered: ${describeError(cause)}`);
}
