import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEngine } from '../../src/search/engine.ts';
import { CORPUS } from '../ranking/corpus.ts';
import { engineOf, filesFor, pagesOf, search, SETTINGS } from './pages.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

const HOSTILE: readonly (readonly [name: string, text: string])[] = [
  ['nothing', ''],
  ['white space', ' \t\n '],
  ['60 kB of words', 'zxqv queue '.repeat(5_500)],
  ['60 kB of different words', Array.from({ length: 9_000 }, (_, n) => n.toString(36) + 'q').join(' ')],
  ['60 kB without a space', 'queue'.repeat(12_000)],
  ['60 kB of slashes', '/'.repeat(60_000)],
  ['60 kB of quotes', '"a b" '.repeat(10_000)],
  ['60 kB of Chinese', '汉字'.repeat(10_000)],
  ['control characters', '\u0000queue\u0007\u001B[31m'],
  ['emoji', '🦓👩‍👩‍👧‍👦🏳️‍🌈'],
  ['regular-expression bait', '(a+)+$'],
  ['a regular expression', '[queue](?:x|y)*\\1 ^.*{2,1}'],
  ['right-to-left', '\u202Equeue\u2066 حمار وحشي זברה'],
  ['path tricks', '../../etc/passwd'],
  ['encoded path tricks', '%2e%2e%2f%00'],
  ['HTML', '<script>alert("queue job")</script>'],
  ['mentions', '<@U123> <!channel> @everyone'],
  ['half a character', 'queue \uD83E'],
  ['the other half', '\uDD93 queue'],
  ['a prototype', '__proto__'],
  ['a constructor', 'constructor'],
  ['members of objects', 'toString hasOwnProperty valueOf __defineGetter__'],
  ['only stop words', 'how do I'],
  ['only marks', '"\'`*_~|'],
  ['open quotes', '"queue'],
  ['numbers', 'NaN Infinity -0 1e999 0x10'],
  ['many accents', 'e' + '\u0301'.repeat(1_000)],
];

const whole = engineOf(CORPUS);
const ENGINES = [
  ['no page', engineOf({})],
  ['one page', engineOf({ 'queue.mdx': '# Queue\nA queue has jobs.' })],
  ['an empty page', engineOf({ 'a.mdx': '#' })],
  ['some pages', whole],
] as const;

describe.each(ENGINES)('with %s', (_name, engine) => {
  test.each(HOSTILE)('%s is searched for and completed without a throw', (_kind, text) => {
    const { hits, confidence, match } = search(engine, text);
    engine.suggest(text, { limit: 5, collections: [] });
    match(text);
    expect(hits.length).toBeLessThanOrEqual(10);
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  });
});

test('pages that hold such texts are indexed', () => {
  const files = Object.fromEntries(
    HOSTILE.map(([name, text]) => [`${name}.mdx`, `# ${name}\n${text}\n## ${text}`]),
  );
  const engine = engineOf(files);
  expect(filesFor(engine, 'regular-expression bait')[0]).toBe('regular-expression bait.mdx');
  expect(engine.pages).toHaveLength(HOSTILE.length);
});

test('words that objects have as members are words like others', () => {
  const engine = engineOf({
    'proto.mdx': '# Prototypes\nEvery object has a __proto__ and a constructor.',
    'other.mdx': '# Other\nNothing of the kind.',
  });
  for (const word of ['__proto__', 'constructor']) expect(filesFor(engine, word)).toEqual(['proto.mdx']);
  expect(search(engine, 'hasOwnProperty toString')).toMatchObject({ hits: [], confidence: 0 });
});

/** Texts made of words that the docs know, of what stands between words, and of anything. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom('queue', 'job', 'jobs', 'retry', 'retires', 'webhook', 'createJob', '/v1/jobs', 'the'),
      fc.constantFrom(' ', ' ', '"', '-', '_', '.', '/', "'", '\n', '漢字', 'งาน', '큐', '\uD83E', '\u0301'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('for any text', () => {
  const both = buildEngine([...pagesOf(CORPUS), ...pagesOf(CORPUS, 'api')], SETTINGS);
  const anyOptions = fc.record({
    limit: fc.integer({ min: 1, max: 60 }),
    collections: fc.subarray(['docs', 'api', 'none']),
  });

  test('hits are one a page, best first, no more than wanted, from the collections asked for', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const { hits, confidence } = both.search(text, options);
        const scores = hits.map(({ score }) => score);
        expect(hits.length).toBeLessThanOrEqual(options.limit);
        expect(new Set(hits.map(({ page }) => page)).size).toBe(hits.length);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(scores.every(Number.isFinite)).toBe(true);
        expect(hits.every(({ page, section }) => page.sections.includes(section))).toBe(true);
        if (options.collections.length > 0)
          expect(hits.every(({ page }) => options.collections.includes(page.collection))).toBe(true);
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
    );
  });

  test('a shorter list is the beginning of a longer one', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const hits = search(both, text, { limit: 30 }).hits;
        expect(search(both, text, { limit }).hits).toEqual(hits.slice(0, limit));
      }),
    );
  });

  test('suggestions are different sections, no more than wanted', () => {
    fc.assert(
      fc.property(anyText, anyOptions, (text, options) => {
        const sections = both.suggest(text, options).map(({ section }) => section);
        expect(sections.length).toBeLessThanOrEqual(options.limit);
        expect(new Set(sections).size).toBe(sections.length);
      }),
    );
  });

  test('matches are in order, apart from each other, inside the text, and weigh something', () => {
    fc.assert(
      fc.property(anyText, anyText, (question, text) => {
        let end = 0;
        for (const span of search(both, question).match(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.weight).toBeGreaterThan(0);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
