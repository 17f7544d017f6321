import { expect, test } from 'vitest';
import { jsonLine, toJson } from '../../../src/platforms/terminal/json.ts';
import { announced } from '../changelog-texts.ts';
import { answer, results } from './answers.ts';

test('results as plain data with rounded numbers, ranks counted from the offset', () => {
  expect(toJson(results({ outcome: 'unsure', offset: 3 }), 'zebra')).toEqual({
    query: 'zebra',
    outcome: 'unsure',
    confidence: 0.877,
    hits: [
      {
        rank: 4,
        score: 12.346,
        collection: 'docs',
        file: 'zebra.mdx',
        id: 'a1',
        url: 'https://docs.example/zebra#stripes',
        title: 'Stripes',
        trail: ['Animals', 'Zebra'],
        excerpt: 'A zebra has stripes.',
      },
    ],
    took_ms: 1.235,
  });
});

test('entries of changelogs as plain data, beside the hits or instead of them', () => {
  const entry = announced({ version: '2.1.0' }, 'Adds *more*.');
  const undated = announced({ title: 'Undated', url: '', at: undefined });
  const news = {
    feed: 'Releases',
    title: 'Pagination',
    url: 'https://example.com/changelog/pagination',
    at: '2025-05-30T22:15:00.000Z',
  };
  expect(toJson(results({ news: [entry] }), 'zebra').news).toEqual([news]);
  expect(toJson({ kind: 'entries', occasion: 'found', query: 'q', entries: [entry, undated] }, 'q')).toEqual({
    query: 'q',
    outcome: 'answered',
    confidence: 1,
    hits: [],
    entries: [
      { ...news, version: '2.1.0', excerpt: 'Adds *more*.' },
      { feed: 'Releases', title: 'Undated', url: '', at: null, version: '', excerpt: 'Adds **pagination**.' },
    ],
    took_ms: 0,
  });
  const both = toJson({ kind: 'entries', occasion: 'found', query: 'q', entries: [entry] }, 'q', results());
  expect(both).toMatchObject({ hits: [{ rank: 1, title: 'Stripes' }], entries: [{ title: 'Pagination' }] });
  expect(toJson({ kind: 'entry', entry }, 'q').entries).toHaveLength(1);
  expect(toJson({ kind: 'entries', occasion: 'found', query: 'q', entries: [] }, 'q')).toEqual({
    query: 'q',
    outcome: 'nothing',
    confidence: 0,
    hits: [],
    entries: [],
    took_ms: 0,
  });
});

test('what is no list of results keeps the shape', () => {
  const nothing = { query: 'q', outcome: 'nothing', confidence: 0, hits: [], took_ms: 0 };
  expect(toJson({ kind: 'help', collections: [] }, 'q')).toEqual(nothing);
  expect(toJson({ kind: 'failure', reason: 'failed' }, 'q')).toEqual({ ...nothing, error: 'failed' });
  expect(toJson({ kind: 'section', answer: answer() }, 'q')).toMatchObject({
    outcome: 'answered',
    hits: [{ rank: 1, id: 'a1' }],
  });
});

test('a line of JSON has no character that a terminal obeys, and means the same', () => {
  const value = { text: 'a\u001B[2J\n\u007F\u009B\u2028\u202Eb 斑马 🦓' };
  const line = jsonLine(value);
  expect(line).not.toMatch(/[\p{Cc}\u2028\u202E]/u);
  expect(line).toContain('斑马 🦓');
  expect(JSON.parse(line)).toEqual(value);
});
