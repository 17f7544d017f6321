import { createHash } from 'node:crypto';

/** A short id, the same for the same parts. */
export function questionId(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 12);
}
