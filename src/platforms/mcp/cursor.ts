import { createHash } from 'node:crypto';

/** Where to read on: `at` is a position, in whatever the tool counts. */
export type Position = { readonly kind: 'at'; readonly at: string } | { readonly kind: 'stale' };

/**
 * A cursor as clients get it. `of`: what it is a position in, so that it does not lead into anything else; the call that
 * brings it back must say the same.
 */
export function encodeCursor(at: string, of: readonly string[]): string {
  return Buffer.from(`${fingerprint(of)}.${at}`, 'utf8').toString('base64url');
}

/** `stale`: it is none, or of something else, or what it was of has changed. */
export function decodeCursor(cursor: string, of: readonly string[]): Position {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const mark = `${fingerprint(of)}.`;
  return text.startsWith(mark) ? { kind: 'at', at: text.slice(mark.length) } : { kind: 'stale' };
}

/** The number that a cursor holds; undefined where it is stale or holds none. An empty cursor is the beginning. */
export function decodeOffset(cursor: string, of: readonly string[]): number | undefined {
  if (cursor === '') return 0;
  const position = decodeCursor(cursor, of);
  return position.kind === 'at' && /^\d{1,9}$/u.test(position.at) ? Number(position.at) : undefined;
}

function fingerprint(of: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('base64url').slice(0, 8);
}
