import { readDate } from './read-date.ts';
import { readRelease, readVersion } from './release-facts.ts';

/** A heading of a changelog that begins what was released. */
export interface ReleaseHeading {
  readonly kind: 'release';
  /** Without date and brackets; the heading itself where it is nothing but a date. */
  readonly title: string;
  /** As semver has it; empty where the heading has none. */
  readonly version: string;
  /** Empty where the heading names none. */
  readonly package: string;
  readonly at: Date | undefined;
}

/** What is not released yet. */
export interface UnreleasedHeading {
  readonly kind: 'unreleased';
}

const UNRELEASED =
  /^\[?(?:unreleased|upcoming|not released|to be released)\b|^\[?(?:next|head|main|master|vnext|tbd)\]?$/iu;

const DATE =
  /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?![\d.])|(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?\p{L}{3,9}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}(?!\d)/gu;

/** A version that stands first, perhaps after a word or a package. */
const FIRST = /^(?:(?:version|release)\s+)?v?(?<version>\d+(?:\.\d+)+(?:[-+][\w.+-]+)?)(?=$|[\s,:;)\]–—])/iu;

/** Reads the plain text of a heading; undefined where it begins no release. */
export function readReleaseHeading(text: string): ReleaseHeading | UnreleasedHeading | undefined {
  const line = text.replace(/\s+/gu, ' ').trim();
  if (UNRELEASED.test(line)) return { kind: 'unreleased' };
  const dated = findDate(line);
  const rest = dated === undefined ? withoutBrackets(line) : tidied(line.replace(dated.text, ''));
  const first = FIRST.exec(rest)?.groups?.['version'];
  const named = readRelease(rest);
  if (first === undefined && named.package === '')
    return dated !== undefined && isNearlyEmpty(rest)
      ? { kind: 'release', title: line, version: '', package: '', at: dated.at }
      : undefined;
  const version = first === undefined ? named.version : readVersion(first);
  return { kind: 'release', title: rest, version, package: named.package, at: dated?.at };
}

interface Dated {
  readonly text: string;
  readonly at: Date;
}

/** The first date in a line. */
function findDate(line: string): Dated | undefined {
  for (const [text] of line.matchAll(DATE)) {
    const at = readDate(text);
    if (at !== undefined) return { text, at };
  }
  return undefined;
}

/** The date that a short line is, such as `_Released on May 30, 2024_`; undefined where it says more. */
export function readDateLine(line: string): Date | undefined {
  const dated = findDate(line);
  return dated !== undefined && isNearlyEmpty(tidied(line.replace(dated.text, ''))) ? dated.at : undefined;
}

/** What is left of a line of which its date was taken. */
function tidied(line: string): string {
  return withoutBrackets(line.replace(/\(\s*\)|\[\s*\]/gu, ' '))
    .replace(/^[\s,;:/|·–—-]+|[\s,;:/|·–—-]+$/gu, '')
    .replace(/\s[,;:/|·–—-]+\s*(?=\[)/gu, ' ')
    .replace(/\s+/gu, ' ');
}

/** `[1.2.0]` is a link without an address; `[YANKED]` stays as it is. */
function withoutBrackets(line: string): string {
  return line.replace(/\[(?=[^\]]*\d)([^\]]*)\]/gu, '$1').trim();
}

function isNearlyEmpty(rest: string): boolean {
  return /^(?:(?:released?|release date|published|date|on|week of|the)[\s:]*)*$/iu.test(rest);
}
