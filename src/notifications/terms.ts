import { validRange } from 'semver';
import type { EntryFilter, Schedule } from '../core/subscription.ts';
import { NO_FILTER } from '../core/subscription.ts';

/** What somebody wants to be posted, and when. */
export interface Wanted {
  readonly filter: EntryFilter;
  readonly schedule: Schedule;
}

/** `term` is what cannot be read; `reason` says what can, without a full stop. */
export type ReadTerms =
  | ({ readonly kind: 'wanted' } & Wanted)
  | { readonly kind: 'bad'; readonly term: string; readonly reason: string };

/** Where only `daily` or `weekly` is said. */
const DEFAULT_DIGEST = { day: 1, hour: 9, zone: 'UTC' } as const;

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** `package:node`, `version:">=2 <3"`, `"a phrase"`, or what stands between spaces. */
const TERM = /(?:([a-z]+):)?"([^"]*)"|[^\s"]+/giu;

/** Filters of words are cut to this many: more can hardly all occur. */
const MOST_WORDS = 10;

interface Reading {
  packages: string[];
  words: string[];
  releases: EntryFilter['releases'];
  ranges: string[];
  breaking: boolean;
  digest: Schedule['kind'] | undefined;
  day: number | undefined;
  hour: number | undefined;
  zone: string | undefined;
}

/**
 * Reads `stable package:node ">= 2" breaking weekly monday 9:00 Europe/Berlin`. What is no filter and no time is a word that
 * must occur in an entry.
 */
export function readTerms(typed: string): ReadTerms {
  const reading: Reading = {
    packages: [],
    words: [],
    releases: 'all',
    ranges: [],
    breaking: false,
    digest: undefined,
    day: undefined,
    hour: undefined,
    zone: undefined,
  };
  for (const term of termsOf(typed)) {
    const reason = take(term, reading);
    if (reason !== undefined) return { kind: 'bad', term: term.text, reason };
  }
  const range = reading.ranges.join(' ');
  if (range !== '' && validRange(range, { loose: true }) === null)
    return { kind: 'bad', term: range, reason: RANGE };
  const { packages, words, releases, breaking } = reading;
  const filter = { ...NO_FILTER, packages, words: words.slice(0, MOST_WORDS), releases, range, breaking };
  return { kind: 'wanted', filter, schedule: scheduleOf(reading) };
}

const RANGE = 'a range of versions is written like >=2, ^1.4 or ">=2 <3"';
const HOUR = 'digests come at full hours, from 0:00 to 23:00';
const ZONE = 'a time zone is written like Europe/Berlin or UTC';
const KEY = 'only package: and version: can stand before a colon';

interface Term {
  /** As it was typed. */
  readonly text: string;
  /** What stands before its colon; empty for none. */
  readonly key: string;
  readonly value: string;
  readonly quoted: boolean;
}

function termsOf(typed: string): Term[] {
  const straight = typed
    .replaceAll(/[“”„«»]/gu, '"')
    // A sign and its version belong together: `>= 2`.
    .replaceAll(/(^|[\s":])([<>=^~]+)\s+(?=v?\d)/gu, '$1$2');
  return Array.from(straight.matchAll(TERM), ([text, key = '', quoted]): Term => {
    if (quoted !== undefined) return { text, key: key.toLowerCase(), value: quoted.trim(), quoted: true };
    const [, word = '', rest] = /^([a-z]+):(.+)$/iu.exec(text) ?? [];
    return rest === undefined
      ? { text, key: '', value: text, quoted: false }
      : { text, key: word.toLowerCase(), value: rest, quoted: false };
  }).filter(({ value }) => value !== '');
}

/** Undefined where the term was taken; else what would be right. */
function take(term: Term, reading: Reading): string | undefined {
  const { key, value, quoted } = term;
  switch (key) {
    case 'package':
      reading.packages.push(value);
      return undefined;
    case 'version':
    case 'versions':
      reading.ranges.push(value);
      return undefined;
    case 'word':
    case 'words':
      reading.words.push(value);
      return undefined;
    case '':
      return quoted && !/^[<>=^~]/u.test(value) ? takeWord(value, reading) : takeBare(value, reading);
    default:
      return KEY;
  }
}

function takeWord(value: string, { words }: Reading): undefined {
  words.push(value);
}

/** A keyword, a range, a time, or a word. */
function takeBare(value: string, reading: Reading): string | undefined {
  const word = value.toLowerCase().replace(/,$/u, '');
  if (/^(?:all|everything|at|on|and|,)$/u.test(word)) return undefined;
  if (/^(?:pre-?releases?)$/u.test(word)) reading.releases = 'prerelease';
  else if (word === 'stable') reading.releases = 'stable';
  else if (word === 'breaking') reading.breaking = true;
  else if (word === 'now' || word === 'daily' || word === 'weekly') reading.digest = word;
  else if (dayOf(word) !== undefined) reading.day = dayOf(word);
  else if (/^\d{1,2}:\d{2}$/u.test(word)) return takeHour(word, reading);
  else if (/^(?:[<>=^~]|v?\d)/u.test(word)) reading.ranges.push(word);
  else if (/^(?:utc|gmt)$|^[a-z_]+\/[a-z_/+-]+\d*$/u.test(word)) return takeZone(value, reading);
  else reading.words.push(value);
  return undefined;
}

/** From 1 for Monday; `mon` is enough. */
function dayOf(word: string): number | undefined {
  const number = DAYS.findIndex((day) => day === word || day.slice(0, 3) === word);
  return number < 0 ? undefined : number + 1;
}

function takeHour(word: string, reading: Reading): string | undefined {
  const [hour = '', minute] = word.split(':');
  if (minute !== '00' || Number(hour) > 23) return HOUR;
  reading.hour = Number(hour);
  return undefined;
}

function takeZone(value: string, reading: Reading): string | undefined {
  const zone = canonicalZone(value);
  if (zone === undefined) return ZONE;
  reading.zone = zone;
  return undefined;
}

/** As `Intl` writes it; undefined where there is no such zone. */
function canonicalZone(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** A day alone means once a week, an hour or a zone alone once a day. */
function scheduleOf({ digest, day, hour, zone }: Reading): Schedule {
  const isTimed = hour !== undefined || zone !== undefined;
  const kind = digest ?? (day !== undefined ? 'weekly' : isTimed ? 'daily' : 'now');
  if (kind === 'now') return { kind };
  const at = { hour: hour ?? DEFAULT_DIGEST.hour, zone: zone ?? DEFAULT_DIGEST.zone };
  return kind === 'daily' ? { kind, ...at } : { kind, day: day ?? DEFAULT_DIGEST.day, ...at };
}
