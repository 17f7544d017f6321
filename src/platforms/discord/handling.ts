import type { Changelog } from '../../core/changelog.ts';
import type { FeedbackLog } from '../../core/store.ts';
import type { Log } from '../../log.ts';
import type { Answering } from '../answering.ts';
import type { Once } from '../once.ts';
import type { AskedBefore } from './asked-before.ts';
import type { DiscordSettings } from './settings.ts';

/** What the listeners share. */
export interface Handling {
  readonly answering: Answering;
  readonly askedBefore: AskedBefore;
  readonly once: Once;
  readonly feedback: FeedbackLog;
  readonly settings: DiscordSettings;
  readonly log: Log;
  readonly now: () => Date;
  /** Name of the slash command, without the slash. */
  readonly command: string;
  readonly changelog: Changelog;
  /** Name of the slash command about changelogs, without the slash. */
  readonly changelogCommand: string;
}
