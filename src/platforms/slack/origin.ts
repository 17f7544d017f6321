import { createHash } from 'node:crypto';
import type { Audience } from './render/message.ts';

/** Where a question came from, and who will see the reply. */
export interface Origin {
  /** Id of the question, the same for whatever Slack sends about it. */
  readonly id: string;
  readonly workspace: string;
  /** The organisation of the workspace; empty where it has none. */
  readonly organisation: string;
  readonly channel: string;
  /** Slack's id of who asks. */
  readonly asker: string;
  /** The `ts` of the thread; empty outside of threads. */
  readonly thread: string;
  readonly audience: Audience;
}

/** A short id, the same for the same parts. */
export function questionId(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 12);
}
