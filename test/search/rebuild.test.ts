import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import { buildEngine } from '../../src/search/engine.ts';
import type { MinisearchEngine } from '../../src/search/engine.ts';
import { CORPUS } from '../ranking/corpus.ts';
import { filesFor, pagesOf, search, SETTINGS } from './pages.ts';

const QUERIES = ['queues', 'how do I cancel a job', 'retry failed jobs', 'kiln webhook', 'zebra', 'run_at'];
const PAGES = pagesOf(CORPUS);
const ZEBRA = `# Guides > Zebras
  > Striped jobs.
  A zebra is a job that is retried on every other queue. See [queues](/guides/queues).
  ## Stripes
  Set \`stripe_count\` to the number of zebra stripes.`;

const engine = buildEngine(PAGES, SETTINGS);

function withPage(pages: readonly Page[], file: string, text: string): Page[] {
  return [...pages.filter((page) => page.file !== file), ...pagesOf({ [file]: text })];
}

/** The best section, which others are found, and how sure Signpost is; an older latent space may swap near ties. */
function answers(built: MinisearchEngine): unknown {
  return QUERIES.map((query) => {
    const { hits, confidence, didYouMean } = search(built, query, { limit: 100 });
    const ids = hits.map(({ section }) => section.id);
    return { query, best: ids[0], found: ids.toSorted(), confidence, didYouMean };
  });
}

describe('an engine built on a previous one answers as one built from scratch', () => {
  test.each([
    ['an added page', withPage(PAGES, 'guides/zebras.mdx', ZEBRA)],
    ['an edited page', withPage(PAGES, 'guides/retries.mdx', ZEBRA)],
    ['a removed page', PAGES.filter(({ file }) => file !== 'guides/retries.mdx')],
    ['pages in another order', PAGES.toReversed()],
    ['no page changed', PAGES],
    ['all pages changed', pagesOf(CORPUS)],
    ['no page left', []],
  ])('%s', (_name, pages) => {
    expect(answers(buildEngine(pages, SETTINGS, engine))).toEqual(answers(buildEngine(pages, SETTINGS)));
  });

  test('one edit after another', () => {
    const pages = [...PAGES];
    let built = engine;
    for (const [index, { file }] of PAGES.entries()) {
      pages[index] = pagesOf({ [file]: `${CORPUS[file] ?? ''}\n## More\nNote ${index} about this.` })[0]!;
      built = buildEngine([...pages], SETTINGS, built);
    }
    expect(answers(built)).toEqual(answers(buildEngine(pages, SETTINGS)));
  });
});

test('what a removed page said is found no more, nor offered as a spelling', () => {
  const zebras = buildEngine(withPage(PAGES, 'guides/zebras.mdx', ZEBRA), SETTINGS, engine);
  expect(filesFor(zebras, 'zebra')).toContain('guides/zebras.mdx');
  const gone = buildEngine(PAGES, SETTINGS, zebras);
  expect(search(gone, 'zebra')).toMatchObject({ hits: [], confidence: 0 });
  expect(search(gone, 'zebbra').didYouMean).toBe('');
});

test('an engine goes on answering after others were built on it', () => {
  const before = answers(engine);
  buildEngine(withPage(PAGES, 'guides/retries.mdx', ZEBRA), SETTINGS, engine);
  expect(answers(engine)).toEqual(before);
});

test('a changed page is found among many that hold the words too', () => {
  const many = Array.from({ length: 200 }, (_, number) =>
    pagesOf({
      [`page-${number}.mdx`]: `# Page ${number}\n${number % 2 === 0 ? 'A common subject.' : 'Another.'}`,
    }),
  ).flat();
  const edited = withPage(many, 'page-70.mdx', '# Page 70\nAll about this common subject.');
  const built = buildEngine(edited, SETTINGS, buildEngine(many, SETTINGS));
  expect(filesFor(built, 'common subject', { limit: 100 })).toContain('page-70.mdx');
});

test('the latent space is made anew once as many pages have changed as make it stale, however slowly', () => {
  const many = Array.from({ length: 40 }, (_, number) =>
    pagesOf({ [`page-${number}.mdx`]: `# Page ${number}\nShared words, and ${number}.` }),
  ).flat();
  const first = buildEngine(many, SETTINGS);
  let last = first;
  for (let number = 0; number < 5; number += 1) {
    const page = pagesOf({ [`page-${number}.mdx`]: `# Page ${number}\nOther words of ${number}.` });
    const spaces = new Set([first.state.index.latent, last.state.index.latent]);
    expect(spaces.size).toBe(1);
    last = buildEngine([...last.pages.slice(1), ...page], SETTINGS, last);
  }
  expect(last.state.index.latent).not.toBe(first.state.index.latent);
});
