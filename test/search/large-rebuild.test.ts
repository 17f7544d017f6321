import { expect, test } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import { buildEngine } from '../../src/search/engine.ts';
import type { MinisearchEngine } from '../../src/search/engine.ts';
import { filesFor, pagesOf, SETTINGS } from './pages.ts';

const WORDS = ['queue', 'worker', 'job', 'retry', 'webhook', 'token', 'cluster', 'shard', 'lease', 'cursor'];

/** Small pages, each about three of the words and one of its own. */
const PAGES = pagesOf(
  Object.fromEntries(
    Array.from({ length: 1_200 }, (_, number) => {
      const [a, b, c] = [1, 7, 11].map((step) => WORDS[(number * step) % WORDS.length]);
      return [
        `p${number}.md`,
        `# Guide > Page ${number}\nThe ${a} of a ${b} and its ${c}, named own${number}x.`,
      ];
    }),
  ),
);

const engine = buildEngine(PAGES, SETTINGS);

/** How many pages hold each term. */
function counts({ state }: MinisearchEngine): Record<string, number> {
  const { vocabulary, frequency } = state.index;
  const known = vocabulary.terms.map((term, id) => [term, frequency[id] ?? 0] as const);
  return Object.fromEntries(known.filter(([, count]) => count > 0));
}

function edited(number: number, text: string): Page[] {
  const file = `p${number}.md`;
  return PAGES.map((page) => (page.file === file ? (pagesOf({ [file]: text })[0] ?? page) : page));
}

test.each([
  ['an edited page', edited(3, '# Guide > Zebras\nA zebra leases a worker, see [one](/p4.md).')],
  ['a removed page', PAGES.filter(({ file }) => file !== 'p3.md')],
  ['an added page', [...PAGES, ...pagesOf({ 'z.md': '# Guide > Zebras\nA zebra.' })]],
])('of many pages, %s is counted as in an index built from scratch', (_name, pages) => {
  const [built, scratch] = [buildEngine(pages, SETTINGS, engine), buildEngine(pages, SETTINGS)];
  expect(counts(built)).toEqual(counts(scratch));
  expect(built.state.index.linkTexts.map(({ inbound }) => inbound)).toEqual(
    scratch.state.index.linkTexts.map(({ inbound }) => inbound),
  );
  expect(built.state.index.sectionLength).toBe(scratch.state.index.sectionLength);
  for (const query of ['zebra', 'own77x', 'own3x', 'page 9'])
    expect(filesFor(built, query)[0]).toBe(filesFor(scratch, query)[0]);
});

test('pages that did not change are not made again', () => {
  const built = buildEngine(edited(3, '# Guide > Zebras\nA zebra.'), SETTINGS, engine);
  const same = built.state.index.analysed.filter(
    (page, number) => page === engine.state.index.analysed[number],
  );
  expect(same).toHaveLength(PAGES.length - 1);
  expect(built.state.index.linkTexts).toBe(engine.state.index.linkTexts);
});
