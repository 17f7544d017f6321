import { pathOf } from './library.ts';
import type { Page } from './page.ts';
import type { SearchEngine } from './search-engine.ts';
import { folded } from './shelf.ts';

/** Pages whose names come close to a path at which there is none, best first. */
export type NearestPages = (path: string, collections: readonly string[]) => readonly Page[];

/** The most pages that are named. */
const NAMED = 10;
/** What is longer is no path, and only its beginning is compared. */
const COMPARED = 200;
/** From here on a page was most likely meant, and comes before what search finds. */
const LIKELY = 0.4;
/** Below, a page has no more in common than any other. */
const POSSIBLE = 0.2;

/** What docs call the page that begins a folder, where it is not the folder's own. */
const BEGINNINGS = new Set(['about', 'home', 'intro', 'introduction', 'overview', 'readme']);

/** What is compared of a path. */
interface Profile {
  /** Folded. */
  readonly segments: readonly string[];
  /** Pairs of neighbouring letters of the last segment. */
  readonly pairs: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** Compares names, and searches by the words of a path where names say little. Profiles are made when they are first needed. */
export function createNearestPages(engine: SearchEngine): NearestPages {
  let profiles: readonly (readonly [Page, Profile])[] | undefined;
  return (path, collections) => {
    profiles ??= engine.pages.map((page) => [page, profileOfPage(page)] as const);
    const asked = profileOf(path.slice(0, COMPARED));
    const close = profiles
      .filter(([page]) => collections.length === 0 || collections.includes(page.collection))
      .map(([page, profile]) => ({ page, score: likeness(asked, profile) }))
      .filter(({ score }) => score >= POSSIBLE)
      .sort((a, b) => b.score - a.score);
    const likely = close.filter(({ score }) => score >= LIKELY);
    const ranked = [
      ...likely.map(({ page }) => page),
      ...searched(asked, engine, collections),
      ...close.slice(likely.length).map(({ page }) => page),
    ];
    return [...new Set(ranked)].slice(0, NAMED);
  };
}

function searched({ segments }: Profile, engine: SearchEngine, collections: readonly string[]): Page[] {
  const query = wordsOf(segments.join(' ')).join(' ');
  if (query === '') return [];
  return engine
    .search(query, { limit: NAMED, collections, version: '', locale: '' })
    .hits.map(({ page }) => page);
}

/** 0 to 1: the last segment says the most, then what else they share, then whether the page stands right above. */
function likeness(asked: Profile, known: Profile): number {
  const above = nearAbove(asked, known);
  if (above === 1 && BEGINNINGS.has(asked.segments.at(-1) ?? '')) return 1;
  const shared = asked.segments.filter((segment) => known.segments.includes(segment)).length;
  const words = [...asked.words].filter((word) => known.words.has(word)).length;
  return (
    0.45 * overlap(asked.pairs, known.pairs) +
    0.25 * (shared / Math.max(1, asked.segments.length, known.segments.length)) +
    0.3 * Math.max(above, 0.5 * (words / Math.max(1, asked.words.size)))
  );
}

/** 1 for the page right above, less for one that is further up, 0 for what is not above. */
function nearAbove(asked: Profile, known: Profile): number {
  const isAbove =
    known.segments.length < asked.segments.length &&
    known.segments.every((segment, depth) => segment === asked.segments[depth]);
  return isAbove ? known.segments.length / (asked.segments.length - 1) : 0;
}

/** Dice's coefficient, which forgives a letter that is missing, added or wrong. */
function overlap(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let both = 0;
  for (const one of some) if (others.has(one)) both += 1;
  return (2 * both) / Math.max(1, some.size + others.size);
}

function profileOfPage(page: Page): Profile {
  const profile = profileOf(pathOf(page));
  return { ...profile, words: new Set([...wordsOf(pathOf(page)), ...wordsOf(page.title)]) };
}

/** The words of an asked path are those of its last segment. */
function profileOf(path: string): Profile {
  const segments = folded(path)
    .split('/')
    .filter((segment) => segment !== '');
  const last = segments.at(-1) ?? '';
  return { segments, pairs: pairsOf(last), words: new Set(wordsOf(last)) };
}

function pairsOf(word: string): Set<string> {
  const framed = `^${word}$`;
  return new Set(Array.from({ length: framed.length - 1 }, (_, at) => framed.slice(at, at + 2)));
}

function wordsOf(text: string): readonly string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
