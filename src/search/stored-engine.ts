import type { Editions } from '../core/editions.ts';
import { restoreSegment, storeSegment } from './candidates.ts';
import type { Segment } from './candidates.ts';
import type { EngineState, SearchSettings } from './engine.ts';
import type { PageIndex } from './page-index.ts';
import { restoreShelves } from './shelves.ts';
import type { ShelfName, ShelvedEngine } from './shelves.ts';
import { Vocabulary } from './vocabulary.ts';

/** Changes whenever the values do, or what a number in them means: a new tokeniser is a new format. */
export const FORMAT = 'signpost-snapshot-3';

/** What comes first: how many states follow, and whose they are. */
interface Head {
  readonly editions: readonly Editions[];
  readonly shelves: readonly ShelfName[];
}

/** All but the lists that are as long as the docs are. */
type IndexRest = Omit<PageIndex, 'vocabulary' | 'pages' | 'analysed' | 'linkTexts'>;

interface StateHead {
  readonly index: IndexRest;
  readonly segments: number;
}

/** Items of a list in one value: few enough to be written in some ten milliseconds. */
const TOGETHER = 250;

/**
 * An engine as plain values, one after the other, none of them large, so that who writes them can let others have a turn
 * in between. A page is the same object in each value that holds it. `readEngine` reads them.
 */
export function* engineValues({ editions, shelves }: ShelvedEngine): Generator<unknown> {
  const names = shelves.map(({ version, locale }): ShelfName => ({ version, locale }));
  const head: Head = { editions, shelves: names };
  // Vocabularies grow while they are written: what is indexed meanwhile shares them.
  const vocabularies = shelves.map(({ engine }) => wordsOf(engine.state.index.vocabulary));
  yield head;
  for (const [number, { engine }] of shelves.entries()) {
    for (const list of vocabularies[number] ?? []) yield* inParts(list);
    yield* stateValues(engine.state);
  }
}

/** The engine that `engineValues` gave the values of; `next` gives them in the same order. */
export async function readEngine(next: () => unknown, settings: SearchSettings): Promise<ShelvedEngine> {
  const { editions, shelves } = next() as Head;
  const restored: (ShelfName & { state: EngineState })[] = [];
  for (const name of shelves) restored.push({ ...name, state: readState(next) });
  return restoreShelves(restored, editions, settings);
}

function wordsOf({ terms, words }: Vocabulary): readonly (readonly unknown[])[] {
  return [[...terms], [...words]];
}

function* stateValues({ index, segments }: EngineState): Generator<unknown> {
  const { vocabulary: _, pages, analysed, linkTexts, ...rest } = index;
  const head: StateHead = { index: rest, segments: segments.length };
  yield head;
  for (const list of [pages, analysed, linkTexts]) yield* inParts(list);
  for (const segment of segments) {
    yield* inParts(segment.pages);
    for (const text of storeSegment(segment)) yield [text];
    yield [];
  }
}

function readState(next: () => unknown): EngineState {
  const vocabulary = Vocabulary.of(readList<string>(next), readList<[string, number]>(next));
  const head = next() as StateHead;
  const lists = {
    pages: readList<PageIndex['pages'][number]>(next),
    analysed: readList<PageIndex['analysed'][number]>(next),
    linkTexts: readList<PageIndex['linkTexts'][number]>(next),
  };
  const segments = Array.from({ length: head.segments }, (): Segment => {
    const pages = readList<PageIndex['pages'][number]>(next);
    return restoreSegment(pages, readList<string>(next));
  });
  return { index: { ...head.index, ...lists, vocabulary }, segments };
}

/** The parts of a list, and an empty one. */
function* inParts(list: readonly unknown[]): Generator<readonly unknown[]> {
  for (let start = 0; start < list.length; start += TOGETHER) yield list.slice(start, start + TOGETHER);
  yield [];
}

function readList<Item>(next: () => unknown): Item[] {
  const list: Item[] = [];
  for (;;) {
    const part = next() as readonly Item[];
    if (part.length === 0) return list;
    for (const item of part) list.push(item);
  }
}
