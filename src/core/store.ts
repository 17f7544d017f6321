import type { Deliveries, EntryLog, FeedStates, Subscriptions } from './changelog-store.ts';

/** What Signpost remembers beyond a restart. Every call rejects when the database cannot be reached; callers go on without. */
export interface Store {
  readonly questions: QuestionLog;
  readonly feedback: FeedbackLog;
  readonly installations: Installations;
  readonly claims: Claims;
  readonly feeds: FeedStates;
  readonly entries: EntryLog;
  readonly subscriptions: Subscriptions;
  readonly deliveries: Deliveries;
  /** Resolves once nothing is written any more; may be called twice. */
  close(): Promise<void>;
}

/** What was asked, and what came of it; not by whom. */
export interface QuestionLog {
  /** Of one id, the first counts. */
  record(question: AskedQuestion): Promise<void>;
  /** Undefined where none was recorded with this id. */
  find(id: string): Promise<AskedQuestion | undefined>;
}

export interface AskedQuestion {
  /** The question's own id. */
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly place: string;
  readonly text: string;
  /** Names of the collections that were asked for; empty for all. */
  readonly collections: readonly string[];
  readonly outcome: 'answered' | 'unsure' | 'nothing' | 'failed';
  /** 0 to 1. */
  readonly confidence: number;
  /** Ids of the sections that were shown, best first. */
  readonly sections: readonly string[];
  readonly at: Date;
}

/** Whether replies helped. */
export interface FeedbackLog {
  /** Of one voter on one question and section, the last vote counts. */
  record(vote: Vote): Promise<void>;
}

export interface Vote {
  readonly platform: string;
  readonly workspace: string;
  /** Id of the question. */
  readonly question: string;
  readonly text: string;
  /** Id of the section that was shown first. */
  readonly section: string;
  readonly helpful: boolean;
  /** The platform's own id of the person; it is kept as a hash. */
  readonly voter: string;
  readonly at: Date;
}

/** Where the bot has been installed, with the tokens that this brought; they are encrypted at rest. */
export interface Installations {
  /** Replaces what was saved for the same workspace before. */
  save(installation: Installation): Promise<void>;
  /** Undefined where there is none; rejects when it cannot be decrypted. */
  find(platform: string, workspace: string): Promise<string | undefined>;
  /** Does nothing where there is none. */
  remove(platform: string, workspace: string): Promise<void>;
}

export interface Installation {
  readonly platform: string;
  /** The platform's own id of the workspace or organisation. */
  readonly workspace: string;
  /** The platform's own record of it, as JSON text. */
  readonly data: string;
  readonly at: Date;
}

/** Who does a thing that may be done only once, whichever replica hears of it first. */
export interface Claims {
  /** True for the first who claims a key, false for everybody after, also at the same time. */
  claim(key: string, at: Date): Promise<boolean>;
}
