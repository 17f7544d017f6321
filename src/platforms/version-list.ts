import { clipped, literal } from './literal.ts';
import { joined } from './subscription-line.ts';
import { LONGEST_VERSION } from './version-named.ts';
import type { Words } from './words/words.ts';

/** More versions than these are not told. */
const TOLD = 12;

/** The first of some versions as a list in words. */
export function versionList(versions: readonly string[], { changelog }: Pick<Words, 'changelog'>): string {
  const told = versions.slice(0, TOLD).map(shownVersion);
  return joined(versions.length > TOLD ? [...told, '…'] : told, changelog);
}

/** A version's name as one line that is not long. */
export function shownVersion(version: string): string {
  return clipped(literal(version).trim(), LONGEST_VERSION);
}
