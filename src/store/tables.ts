import type { AskedQuestion } from '../core/store.ts';
import type { ChangelogTables } from './changelog-tables.ts';

/** The tables as the newest migration leaves them. Times are milliseconds since 1970, on SQLite and PostgreSQL alike. */
export interface Tables extends ChangelogTables {
  readonly questions: QuestionRow;
  readonly feedback: FeedbackRow;
  readonly installations: InstallationRow;
  readonly claims: ClaimRow;
}

interface QuestionRow {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly place: string;
  readonly text: string;
  /** A JSON array of names. */
  readonly collections: string;
  readonly outcome: AskedQuestion['outcome'];
  readonly confidence: number;
  /** A JSON array of section ids. */
  readonly sections: string;
  readonly at: number;
}

interface FeedbackRow {
  readonly question: string;
  readonly section: string;
  /** A hash; see `hashVoter`. */
  readonly voter: string;
  readonly platform: string;
  readonly workspace: string;
  readonly text: string;
  /** 1 or 0: SQLite has no booleans. */
  readonly helpful: number;
  readonly at: number;
}

interface InstallationRow {
  readonly platform: string;
  readonly workspace: string;
  /** Encrypted; see `seal`. */
  readonly data: string;
  readonly at: number;
}

interface ClaimRow {
  readonly key: string;
  readonly at: number;
}
