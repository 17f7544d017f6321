import type { Origin as AnyOrigin } from '../answering.ts';
import type { Audience } from './render/message.ts';

/** Where a question came from on Slack, and who will see the reply. */
export interface Origin extends AnyOrigin {
  /** The `ts` of the thread; empty outside of threads. */
  readonly thread: string;
  readonly audience: Audience;
}
