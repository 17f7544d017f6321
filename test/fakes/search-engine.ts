import type { Editions } from '../../src/core/editions.ts';
import type { Page, Section } from '../../src/core/page.ts';
import type {
  Hit,
  MatchText,
  SearchEngine,
  SearchOptions,
  SectionOnPage,
} from '../../src/core/search-engine.ts';

/** A page with its sections; a section without a level is a level 2 heading, the first one without a heading the lead. */
export function page(fields: Partial<Omit<Page, 'sections'>>, sections: readonly Partial<Section>[]): Page {
  const { file = 'guide.mdx', title = 'Guide', url = 'https://docs.example/guide', trail = [] } = fields;
  return {
    collection: 'docs',
    path: file,
    version: '',
    locale: 'en',
    description: '',
    keywords: [],
    links: [],
    ...fields,
    file,
    title,
    url,
    trail,
    sections: sections.map((section, number) => sectionOf(section, number, { file, title, url, trail })),
  };
}

function sectionOf(
  fields: Partial<Section>,
  number: number,
  page: Pick<Page, 'file' | 'title' | 'url' | 'trail'>,
): Section {
  const isLead = fields.heading === undefined;
  const { heading = page.title } = fields;
  return {
    id: `${page.file.replace(/\.\w+$/u, '')}-${number}`,
    heading,
    level: isLead ? 0 : 2,
    line: number * 10 + 1,
    trail: isLead ? page.trail : [...page.trail, page.title],
    url: isLead ? page.url : `${page.url}#${heading.toLowerCase().replaceAll(' ', '-')}`,
    markdown: '',
    ...fields,
  };
}

/**
 * Searches in memory by counting words: a section's score is how many words of the query it holds, the confidence their
 * share, and the best section of each page is a hit. "teh" is the only misspelling that it knows. Of collections with editions,
 * it searches the version and language that are asked for, else the default ones.
 */
export function createFakeEngine(pages: readonly Page[], editions: readonly Editions[] = []): SearchEngine {
  const isAsked = (page: Page, options: SearchOptions): boolean => isIn(page, options, editions);
  const all: SectionOnPage[] = pages.flatMap((page) => page.sections.map((section) => ({ page, section })));
  return {
    pages,
    editions,
    section: (id) => all.find(({ section }) => section.id === id),
    suggest: (text, options) =>
      all
        .filter(({ page }) => isAsked(page, options))
        .filter(({ section }) => section.heading.toLowerCase().startsWith(text.toLowerCase()))
        .slice(0, options.limit),
    search: (query, options) => {
      const words = wordsOf(query);
      const hits = pages
        .filter((page) => isAsked(page, options))
        .flatMap((page) => bestOf(page, words))
        .sort((a, b) => b.score - a.score);
      return {
        hits: hits.slice(0, options.limit),
        confidence: (hits[0]?.score ?? 0) / Math.max(1, words.length),
        didYouMean: words.includes('teh') ? query.replace('teh', 'the') : '',
        match: matchOf(words),
      };
    },
  };
}

function isIn(
  { collection, version, locale }: Page,
  { collections, ...wanted }: SearchOptions,
  editions: readonly Editions[],
): boolean {
  if (collections.length > 0 && !collections.includes(collection)) return false;
  const own = editions.find((one) => one.collection === collection);
  if (own === undefined) return true;
  const { versions, locales } = own;
  const asked = locales.find((one) => one.split('-')[0] === wanted.locale.split('-')[0]) ?? locales[0];
  return (version === '' || version === (wanted.version || versions[0])) && locale === asked;
}

function bestOf(page: Page, words: readonly string[]): Hit[] {
  const hits = page.sections.map((section): Hit => {
    const known = wordsOf(`${section.heading} ${section.markdown}`);
    const terms = words.filter((word) => known.includes(word));
    return { page, section, score: terms.length, terms };
  });
  const [best] = hits.sort((a, b) => b.score - a.score);
  return best !== undefined && best.score > 0 ? [best] : [];
}

function matchOf(words: readonly string[]): MatchText {
  return (text) =>
    Array.from(text.matchAll(WORD), (found) => ({ found, word: found[0].toLowerCase() }))
      .filter(({ word }) => words.includes(word))
      .map(({ found }) => ({ start: found.index, end: found.index + found[0].length, weight: 1 }));
}

const WORD = /[\p{L}\p{N}]+/gu;

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(WORD) ?? [])];
}
