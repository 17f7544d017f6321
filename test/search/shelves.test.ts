import { describe, expect, test } from 'vitest';
import type { Editions } from '../../src/core/editions.ts';
import type { Page } from '../../src/core/page.ts';
import type { SearchOptions } from '../../src/core/search-engine.ts';
import { chosenLocale } from '../../src/search/chosen-locale.ts';
import { buildShelves } from '../../src/search/shelves.ts';
import { page } from '../fakes/search-engine.ts';
import { SETTINGS } from './pages.ts';

const EDITIONS: readonly Editions[] = [
  { collection: 'docs', versions: ['v3', 'v2'], locales: ['en', 'de'] },
  { collection: 'api', versions: [], locales: ['en'] },
  { collection: 'cli', versions: ['v9', 'v2'], locales: ['en'] },
];

function made(fields: Partial<Omit<Page, 'sections'>>, markdown: string): Page {
  const { collection = 'docs', version = '', locale = 'en' } = fields;
  const file = `${collection}-${version}-${locale}.md`;
  return page({ ...fields, file, title: file }, [{ markdown }, { heading: 'More', markdown }]);
}

const PAGES = [
  made({ version: 'v3' }, 'A queue holds jobs until a worker takes them.'),
  made({ version: 'v2' }, 'A queue holds jobs until a worker takes them, of old.'),
  made({ version: 'v3', locale: 'de' }, 'Eine Warteschlange hält Aufträge, bis ein Arbeiter sie nimmt.'),
  made({ collection: 'api' }, 'The endpoint of a queue lists its jobs.'),
  made({ collection: 'cli', version: 'v9' }, 'The command queue shows the jobs of a worker.'),
  made({ collection: 'cli', version: 'v2' }, 'The command queue shows the jobs of a worker, of old.'),
];

const engine = await buildShelves({ pages: PAGES, editions: EDITIONS }, SETTINGS);

function files(query: string, options: Partial<SearchOptions> = {}): string[] {
  const all = { limit: 10, collections: [], version: '', locale: '' };
  return engine
    .search(query, { ...all, ...options })
    .hits.map(({ page }) => page.file)
    .sort();
}

describe('versions', () => {
  test('never mix: the default of each collection answers, and what has none', () => {
    expect(files('queue jobs')).toEqual(['api--en.md', 'cli-v9-en.md', 'docs-v3-en.md']);
  });

  test('are answered from alone where one is asked for, and from what has none', () => {
    expect(files('queue jobs', { version: 'v2' })).toEqual(['api--en.md', 'cli-v2-en.md', 'docs-v2-en.md']);
  });

  test('leave out a collection that has others only', () => {
    expect(files('queue jobs', { version: 'v9' })).toEqual(['api--en.md', 'cli-v9-en.md']);
    expect(files('queue jobs', { version: 'v9', collections: ['docs'] })).toEqual([]);
  });

  test('that nobody has find nothing', () => {
    expect(engine.search('queue', { limit: 1, collections: [], version: 'v1', locale: '' })).toMatchObject({
      hits: [],
      confidence: 0,
    });
  });

  test('are suggested from alone, too', () => {
    const options = { limit: 10, collections: ['docs'], version: 'v2', locale: '' };
    expect(engine.suggest('que', options).map(({ page }) => page.file)).toContain('docs-v2-en.md');
    expect(engine.suggest('que', options).map(({ page }) => page.file)).not.toContain('docs-v3-en.md');
  });
});

describe('languages', () => {
  test('are answered in where a collection has docs in it', () => {
    expect(files('Warteschlange', { locale: 'de-AT' })).toContain('docs-v3-de.md');
    expect(files('Aufträgen', { locale: 'de', collections: ['docs'] })).toEqual(['docs-v3-de.md']);
  });

  test('leave the other collections in their own', () => {
    expect(files('queue', { locale: 'de' })).toEqual(['api--en.md', 'cli-v9-en.md']);
  });

  test('are not mixed in where nobody asks for them', () => {
    expect(files('Warteschlange')).toEqual([]);
    expect(files('Warteschlange', { locale: 'fr' })).toEqual([]);
  });

  test.each([
    ['de', ['en', 'de'], 'de'],
    ['DE-at', ['en', 'de'], 'de'],
    ['pt', ['en', 'pt-BR'], 'pt-BR'],
    ['zh-Hant-TW', ['en', 'zh-Hans', 'zh-Hant-TW'], 'zh-Hant-TW'],
    ['fr', ['en', 'de'], 'en'],
    ['', ['en', 'de'], 'en'],
    ['', ['', 'de'], ''],
  ])('%j of %j is %j', (wanted, locales, expected) => {
    expect(chosenLocale(wanted, locales)).toBe(expected);
  });
});

test('every page is there, and every section is found by its id, whatever its edition', () => {
  expect(new Set(engine.pages)).toEqual(new Set(PAGES));
  for (const one of PAGES)
    for (const section of one.sections) expect(engine.section(section.id)?.page).toBe(one);
});

test('a version that changes leaves the index of the others as it is', async () => {
  const changed = made({ version: 'v2' }, 'A queue is gone.');
  const pages = PAGES.map((one) => (one === PAGES[1] ? changed : one));
  const next = await buildShelves({ pages, editions: EDITIONS }, SETTINGS, engine);
  const [first, second] = [engine, next].map(({ shelves }) => shelves[0]?.engine.state.segments);
  expect(second).toEqual(first);
  expect(next.search('gone', { limit: 1, collections: [], version: 'v2', locale: '' }).hits[0]?.page).toBe(
    changed,
  );
});

describe('a collection that is another version of one beside it', () => {
  const siblings: readonly Editions[] = [
    { collection: 'docs', versions: ['v3'], locales: ['en'] },
    { collection: 'docs-v2', versions: ['v2'], locales: ['en'] },
    { collection: 'sdk-v2', versions: ['v2'], locales: ['en'] },
  ];
  const pages = siblings.map(({ collection, versions: [version = ''] }) =>
    made({ collection, version }, 'A queue holds jobs.'),
  );

  test.each<[string, Partial<SearchOptions>, string[]]>([
    ['answers not by default', {}, ['docs', 'sdk-v2']],
    ['answers not where all are named', { collections: ['docs', 'docs-v2'] }, ['docs']],
    ['answers where it alone is named', { collections: ['docs-v2'] }, ['docs-v2']],
    ['answers where its version is asked for', { version: 'v2' }, ['docs-v2', 'sdk-v2']],
  ])('%s', async (_what, options, collections) => {
    const { search } = await buildShelves({ pages, editions: siblings }, SETTINGS);
    const asked = { limit: 10, collections: [], version: '', locale: '', ...options };
    const found = search('queue jobs', asked).hits.map(({ page }) => page.collection);
    expect(found.sort()).toEqual(collections);
  });
});
