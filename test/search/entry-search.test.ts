import { describe, expect, test } from 'vitest';
import type { EntrySearch, EntrySearchOptions } from '../../src/core/entry-search.ts';
import { buildEntrySearch } from '../../src/search/entry-search.ts';
import { entry } from '../core/entries.ts';
import { SETTINGS } from './pages.ts';

const ENTRIES = [
  entry('Queues can be paused', '2026-03-01', { markdown: 'Pause a queue on the dashboard.' }),
  entry('Single sign-on with Okta', '2026-02-01', { markdown: 'Log in with your identity provider.' }),
  entry('Single sign-on with Entra ID', '2026-04-01', { markdown: 'The same for your other provider.' }),
  entry('Python SDK', '2026-01-01', { markdown: 'Enqueue jobs from Python.' }),
  entry('v2.0.0', '2026-05-01', {
    feed: 'node',
    id: 'v2',
    version: '2.0.0',
    package: '@kiln/node',
    breaking: true,
    markdown: '- Drops Node.js 18\n- Retries have jitter',
  }),
  entry('v2.1.0-beta.1', '2026-05-10', { feed: 'node', id: 'v2', prerelease: true, version: '2.1.0-beta.1' }),
];
const ALL: EntrySearchOptions = { limit: 10, feeds: [] };

const built = buildEntrySearch(ENTRIES, SETTINGS);

function found(search: EntrySearch, query: string, options: Partial<EntrySearchOptions> = {}): string[] {
  return search.search(query, { ...ALL, ...options }).entries.map(({ title }) => title);
}

function titled(query: string): string[] {
  return built.titled(query, ALL).entries.map(({ title }) => title);
}

describe('entries are found', () => {
  test.each([
    ['paused queues', 'Queues can be paused'],
    ['queue pausing', 'Queues can be paused'],
    ['pythn sdk', 'Python SDK'],
    ['jitter', 'v2.0.0'],
    ['2.0.0', 'v2.0.0'],
    ['@kiln/node', 'v2.0.0'],
    ['breaking changes', 'v2.0.0'],
    ['prerelease', 'v2.1.0-beta.1'],
  ])('by %s', (query, title) => {
    expect(found(built, query)[0]).toBe(title);
  });

  test('by synonyms, as the docs are', () => {
    const settings = { ...SETTINGS, synonyms: [['sso', 'single sign-on']] };
    expect(found(built, 'sso')).toEqual([]);
    expect(found(buildEntrySearch(ENTRIES, settings), 'sso')).toHaveLength(2);
  });

  test('the newest first of those that fit as well', () => {
    expect(found(built, 'single sign-on')).toEqual([
      'Single sign-on with Entra ID',
      'Single sign-on with Okta',
    ]);
    expect(found(built, 'single sign-on', { limit: 1 })).toEqual(['Single sign-on with Entra ID']);
    expect(found(built, 'single sign-on with okta')[0]).toBe('Single sign-on with Okta');
  });

  test('in the feeds that are asked', () => {
    expect(found(built, 'node', { feeds: ['news'] })).toEqual([]);
    expect(found(built, 'jitter', { feeds: ['node'] })).toEqual(['v2.0.0']);
  });

  test('with a confidence that tells what they are about from what they are not', () => {
    expect(built.search('pause a queue', ALL).confidence).toBeGreaterThan(0.9);
    expect(built.search('how do I bake bread with python', ALL).confidence).toBeLessThan(0.3);
    expect(built.search('bread', ALL)).toEqual({ entries: [], confidence: 0 });
  });

  test('apart, though two feeds give them the same id', () => {
    const same = [
      entry('Apples', '2026-01-01', { id: '1' }),
      entry('Pears', '2026-01-01', { id: '1', feed: 'b' }),
    ];
    const search = buildEntrySearch(same, SETTINGS);
    expect([...found(search, 'apples'), ...found(search, 'pears')]).toEqual(['Apples', 'Pears']);
  });
});

describe('entries whose title says what is asked', () => {
  test('are told from those that mention it', () => {
    expect(titled('pause queues')).toEqual(['Queues can be paused']);
    expect(titled('log in with an identity provider')).toEqual([]);
    expect(found(built, 'log in with an identity provider')).toEqual(['Single sign-on with Okta']);
  });

  test('share more with it than one word of many', () => {
    expect(titled('provider with id')).toEqual([]);
    expect(titled('python')).toEqual(['Python SDK']);
  });

  test('are not guessed from a misspelt word', () => {
    expect(titled('pythn')).toEqual([]);
  });
});

describe('the latest entries', () => {
  test('come newest first, by the day they were seen where they have no date', () => {
    const undated = entry('Undated', '2026-01-01', { at: undefined, seenAt: new Date('2026-04-15') });
    const search = buildEntrySearch([...ENTRIES, undated], SETTINGS);
    const titles = search.latest({ limit: 4, feeds: [] }).map(({ title }) => title);
    expect(titles).toEqual(['v2.1.0-beta.1', 'v2.0.0', 'Undated', 'Single sign-on with Entra ID']);
  });

  test('come from the feeds that are asked', () => {
    const titles = built.latest({ limit: 2, feeds: ['news'] }).map(({ title }) => title);
    expect(titles).toEqual(['Single sign-on with Entra ID', 'Queues can be paused']);
  });
});

describe('built on what was built before', () => {
  const many = Array.from({ length: 60 }, (_, number) => entry(`Release ${number} of kilns`, '2026-01-01'));
  const before = buildEntrySearch([...ENTRIES, ...many], SETTINGS);

  test('it finds the same as when it is built anew', () => {
    const edited = [
      entry('Region in Frankfurt', '2026-05-20'),
      ...ENTRIES.slice(1).map((one) => ({ ...one, markdown: `${one.markdown}\n\nEdited.` })),
      ...many.map((one) => ({ ...one })),
    ];
    const [after, anew] = [buildEntrySearch(edited, SETTINGS, before), buildEntrySearch(edited, SETTINGS)];
    for (const query of ['frankfurt', 'edited', 'single sign-on', 'pause a queue', 'release 7', 'python'])
      expect(after.search(query, ALL), query).toEqual(anew.search(query, ALL));
    expect(found(after, 'paused')).toEqual([]);
    expect(found(before, 'paused')).toEqual(['Queues can be paused']);
  });

  test('it gives entries as they are now, also where their words are the same', () => {
    const moved = ENTRIES.map((one) => ({ ...one, at: new Date('2020-01-01') }));
    const after = buildEntrySearch(moved, SETTINGS, before);
    expect(after.search('paused', ALL).entries[0]?.at).toEqual(new Date('2020-01-01'));
  });
});

test.each(['', ' ', '"', '/', '()[]{}\\', 'z'.repeat(60_000), '"paused queues"', 'https://acme.example/x'])(
  'any text is searched for without a throw: %s',
  (text) => {
    for (const search of [built, buildEntrySearch([], SETTINGS)]) {
      search.search(text, ALL);
      search.titled(text, ALL);
    }
  },
);
