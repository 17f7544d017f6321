import { satisfies } from 'semver';
import type { Entry } from '../core/entry.ts';
import type { EntryFilter } from '../core/subscription.ts';

/** Whether a channel wants an entry: it has to pass everything that the filter says. */
export function passes(entry: Entry, filter: EntryFilter): boolean {
  const { packages, words, releases, range, breaking } = filter;
  if (packages.length > 0 && !packages.some((name) => isNamed(entry.package, name))) return false;
  if (releases !== 'all' && entry.prerelease !== (releases === 'prerelease')) return false;
  if (breaking && !entry.breaking) return false;
  if (range !== '' && !isWithin(entry.version, range)) return false;
  const text = `${entry.title}\n${entry.package}\n${entry.version}\n${entry.markdown}`;
  return words.every((word) => holds(text, word));
}

/** `node` and `@acme/node` both name `@acme/node`. */
function isNamed(name: string, wanted: string): boolean {
  const [whole, other] = [name.toLowerCase(), wanted.toLowerCase()];
  return whole !== '' && (whole === other || whole.endsWith(`/${other}`));
}

/** Prereleases count, too: whether they are wanted is another part of the filter. */
function isWithin(version: string, range: string): boolean {
  return version !== '' && satisfies(version, range, { includePrerelease: true, loose: true });
}

/** As a word or phrase of its own, in upper or lower case, with any white space in it. */
function holds(text: string, phrase: string): boolean {
  const words = phrase.trim().split(/\s+/u).map(escaped);
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);
}
