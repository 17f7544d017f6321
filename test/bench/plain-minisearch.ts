import MiniSearch from 'minisearch';
import type { Page } from '../../src/core/page.ts';
import type { Ranked, Search } from './scores.ts';

interface Document {
  readonly id: number;
  readonly title: string;
  readonly heading: string;
  readonly body: string;
}

/** The peer: minisearch as its documentation uses it, over the same sections. */
export function createPlainMinisearch(pages: readonly Page[]): Search {
  const places: Ranked[] = [];
  const documents = pages.flatMap(({ file, title, sections }) =>
    sections.map(({ heading, markdown, url }): Document => {
      const id = places.push({ file, url }) - 1;
      return { id, title, heading, body: markdown };
    }),
  );
  const mini = new MiniSearch<Document>({
    fields: ['title', 'heading', 'body'],
    searchOptions: { boost: { title: 2 }, prefix: true, fuzzy: 0.2 },
  });
  mini.addAll(documents);
  return (query) => mini.search(query).flatMap(({ id }) => places[Number(id)] ?? []);
}
