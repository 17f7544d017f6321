import { posix } from 'node:path';

/**
 * A path as Hugo writes it: white space becomes `-`, most punctuation vanishes, and all is lower case. Source: `Sanitize` in
 * `common/paths/path.go`.
 */
export function hugoPath(path: string): string {
  const kept: string[] = [];
  let isSpaced = false;
  for (const letter of path) {
    if (/[\p{L}\p{Nd}\p{M}./\\_#+~@-]/u.test(letter)) {
      if (isSpaced && letter !== '-') kept.push('-');
      isSpaced = false;
      kept.push(letter);
    } else if (kept.length > 0 && kept.at(-1) !== '-' && /\s/u.test(letter)) isSpaced = true;
  }
  return clean(kept.join('').toLowerCase());
}

/** A path that does not lead above the root, without slashes around. */
export function clean(path: string): string {
  return posix.normalize(`/${path}`).replace(/^\/+|\/+$/gu, '');
}
