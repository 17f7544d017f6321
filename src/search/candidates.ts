import MiniSearch from 'minisearch';
import type { AsPlainObject, Options } from 'minisearch';
import type { Page } from '../core/page.ts';
import type { AnalysedPage } from './analysis.ts';

/** A minisearch index over some pages: it proposes pages, ranking decides. */
export interface Segment {
  readonly mini: MiniSearch<PageDocument>;
  readonly pages: readonly Page[];
}

interface PageDocument {
  readonly id: number;
  readonly title: Int32Array;
  readonly heading: Int32Array;
  readonly text: Int32Array;
}

const OPTIONS: Options<PageDocument> = {
  fields: ['title', 'heading', 'text'],
  // The fields are term ids already.
  stringifyField: (value: Int32Array) => value.join(' '),
  tokenize: (text) => (text === '' ? [] : text.split(' ')),
  processTerm: (term) => term,
};

const SEARCH = { bm25: { k: 1.2, b: 0.7, d: 0 }, boost: { title: 1.5, heading: 1.5 } } as const;

/** Pages changed since the last whole index go to a segment of their own until they are this share of all. */
const MERGE_SHARE = 0.1;

/** Indexes pages; keeps the segments of `previous` as long as few pages differ from them. */
export function buildSegments(
  pages: readonly Page[],
  analysed: readonly AnalysedPage[],
  previous: readonly Segment[] = [],
): readonly Segment[] {
  const [base] = previous;
  const inBase = new Set(base?.pages);
  const fresh = pages.flatMap((page, index) => (inBase.has(page) ? [] : [index]));
  const gone = inBase.size - (pages.length - fresh.length);
  if (base === undefined || fresh.length + gone > inBase.size * MERGE_SHARE)
    return [buildSegment(pages, analysed)];
  if (fresh.length === 0) return [base];
  const pick = <T>(list: readonly T[]): T[] => fresh.flatMap((index) => list[index] ?? []);
  return [base, buildSegment(pick(pages), pick(analysed))];
}

/** Terms in one text of a stored segment. */
const TERMS = 2_000;

/**
 * What segments are stored as. Making it of a large index keeps everything else waiting for seconds, and the largest segment
 * stays as it is through most changes; it takes a twentieth of the memory that the index does.
 */
const storedTexts = new WeakMap<Segment['mini'], readonly string[]>();

/**
 * The index of a segment as JSON, which is read several times as fast as the objects it stands for: first all but the terms,
 * then lists of terms, since one text of a large index would be longer than V8 allows.
 */
export function* storeSegment({ mini }: Segment): Generator<string> {
  const known = storedTexts.get(mini);
  if (known !== undefined) return yield* known;
  const { index, ...rest } = mini.toJSON();
  const texts: string[] = [];
  const keep = (value: unknown): string => {
    const text = JSON.stringify(value);
    texts.push(text);
    return text;
  };
  yield keep(rest);
  for (let start = 0; start < index.length; start += TERMS) yield keep(index.slice(start, start + TERMS));
  storedTexts.set(mini, texts);
}

/** A segment of what `storeSegment` gave. */
export function restoreSegment(pages: readonly Page[], texts: readonly string[]): Segment {
  const [head = '', ...terms] = texts;
  const rest = JSON.parse(head) as Omit<AsPlainObject, 'index'>;
  const index = terms.flatMap((text) => JSON.parse(text) as AsPlainObject['index']);
  const mini = MiniSearch.loadJS({ ...rest, index }, OPTIONS);
  storedTexts.set(mini, texts);
  return { pages, mini };
}

/**
 * The pages that hold any of the terms: the best `limit` of each segment by BM25, since scores of a
 * small segment do not compare with those of a large one.
 */
export function findCandidates(
  segments: readonly Segment[],
  ids: readonly number[],
  { limit, accept }: { limit: number; accept: (page: Page) => boolean },
): ReadonlySet<Page> {
  const query = ids.join(' ');
  return new Set(segments.flatMap((segment) => [...candidatesOf(segment, query, { limit, accept })]));
}

function candidatesOf(
  segment: Segment,
  query: string,
  { limit, accept }: { limit: number; accept: (page: Page) => boolean },
): ReadonlySet<Page> {
  const found = new Set<Page>();
  if (query === '') return found;
  for (const { id } of segment.mini.search(query, SEARCH)) {
    const page = segment.pages[Number(id)];
    if (page !== undefined && accept(page)) found.add(page);
    if (found.size >= limit) break;
  }
  return found;
}

function buildSegment(pages: readonly Page[], analysed: readonly AnalysedPage[]): Segment {
  const mini = new MiniSearch<PageDocument>(OPTIONS);
  analysed.forEach(({ title, trail, description, sections }, id) => {
    mini.add({
      id,
      title: joined([title, trail]),
      heading: joined(sections.map(({ heading }) => heading)),
      text: joined([description, ...sections.flatMap(({ body, names, code }) => [body, names, code])]),
    });
  });
  return { mini, pages };
}

function joined(fields: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(fields.reduce((sum, field) => sum + field.length, 0));
  let offset = 0;
  for (const field of fields) {
    all.set(field, offset);
    offset += field.length;
  }
  return all;
}
