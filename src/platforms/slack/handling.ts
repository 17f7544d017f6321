import type { Changelog } from '../../core/changelog.ts';
import type { FeedbackLog } from '../../core/store.ts';
import type { Log } from '../../log.ts';
import type { Once } from '../once.ts';
import type { IsOutside } from './membership.ts';
import type { SlackAnswering } from './slack-answering.ts';
import type { SlackSettings } from './settings.ts';

/** What the listeners share. */
export interface Handling {
  readonly answering: SlackAnswering;
  readonly once: Once;
  readonly feedback: FeedbackLog;
  readonly settings: SlackSettings;
  readonly log: Log;
  readonly now: () => Date;
  /** Whose docs these are. */
  readonly title: string;
  /** Name of the slash command, without the slash. */
  readonly command: string;
  readonly changelog: Changelog;
  /** Name of the slash command of changelogs, without the slash; empty for none. */
  readonly changelogCommand: string;
  readonly isOutside: IsOutside;
}
