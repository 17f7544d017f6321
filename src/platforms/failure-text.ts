import type { FailureReply } from '../core/reply.ts';
import { shownVersion, versionList } from './version-list.ts';
import type { Words } from './words/words.ts';

/** Why there is no answer, as plain text on one line. */
export function failureText(reply: FailureReply, words: Words): string {
  if (reply.reason !== 'no-version') return words.failures[reply.reason];
  const { version, versions } = reply;
  return words.noVersion(shownVersion(version), versionList(versions, words));
}
