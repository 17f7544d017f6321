/** What Signpost says where it has no reply to show. */
export interface NoticeWords {
  /** Whole seconds until the next question, at least 1. */
  readonly tooMany: (seconds: number) => string;
  /** Somebody typed "more" where the reply before is not known. */
  readonly useMore: string;
  /** The same where the messages before cannot be read. */
  readonly unreadable: string;
  readonly nothingBefore: string;
  readonly noMore: string;
  /** A button whose value cannot be read. */
  readonly otherVersion: string;
  /** A button whose question is not stored any more. */
  readonly forgotten: string;
  readonly mayNotDismiss: string;
  readonly mayNotDelete: string;
  /** Who neither wrote a post of a forum nor moderates it does not say what solved it. */
  readonly mayNotSolve: string;
  readonly notSaved: string;
  /** What should be shared is no longer in the docs. */
  readonly goneToShare: string;
  readonly nothingToShare: string;
  /** Reasons are the platform's words for an error and what to do, in English, without a full stop. */
  readonly notShared: (reason: string) => string;
  readonly notPosted: (reason: string) => string;
  /** A message without text was to be looked up. */
  readonly noText: string;
}
