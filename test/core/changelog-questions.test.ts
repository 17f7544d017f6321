import { describe, expect, test } from 'vitest';
import type { EntrySearch } from '../../src/core/entry-search.ts';
import type { StoredEntry } from '../../src/core/entry.ts';
import { createQueryCore } from '../../src/core/query.ts';
import type { QueryCore, QueryCoreOptions } from '../../src/core/query.ts';
import type { EntriesReply, Reply, ResultsReply } from '../../src/core/reply.ts';
import { createFakeEngine, page } from '../fakes/search-engine.ts';
import { createFakeEntries, entry } from './entries.ts';
import { parse } from './markdown.ts';

const PAGES = [
  page({ file: 'zebra.mdx', title: 'Zebra stripes' }, [{ markdown: 'A zebra has stripes.' }]),
  page({ file: 'lion.mdx', title: 'Lion news' }, [{ markdown: 'What changed for a lion lately.' }]),
];

const ENTRIES = [
  entry('Zebra stripes are wider', '2026-05-20'),
  entry('Lions sleep longer', '2026-04-01', { markdown: 'So does a zebra.' }),
  entry('Tigers are counted', '2026-05-25'),
  entry('v2.0.0', '2026-05-28', { feed: 'sdk', markdown: 'Zebra stripes in the SDK.' }),
];

const FEEDS = [
  {
    name: 'news',
    title: 'Acme news',
    url: 'https://acme.example/changelog',
    versions: [],
    locales: [],
    examples: [],
  },
  { name: 'sdk', title: 'Acme Node SDK', url: '', versions: [], locales: [], examples: [] },
];

const NOW = new Date('2026-06-01T00:00:00Z');

function coreOf(options: Partial<QueryCoreOptions> = {}): QueryCore {
  const [engine, entries] = [createFakeEngine(PAGES), createFakeEntries(ENTRIES)];
  return createQueryCore({
    engine: () => engine,
    parse,
    clock: () => 0,
    settings: { answered: 0.8, unsure: 0.5, shown: 2, excerpt: 40 },
    collections: [
      { name: 'docs', title: 'Docs', url: 'https://docs.example', versions: [], locales: [], examples: [] },
    ],
    entries: () => entries,
    feeds: FEEDS,
    now: () => NOW,
    newsDays: 90,
    onError: (error) => {
      throw error;
    },
    record: () => {},
    ...options,
  });
}

function ask(core: QueryCore, text: string, collections: readonly string[] = []): Reply {
  const about = { id: '', platform: '', workspace: '', place: '', asker: '' };
  return core.ask({ ...about, text, visibility: 'private', collections, version: '', locale: '' });
}

function entries(reply: Reply): EntriesReply {
  if (reply.kind !== 'entries') throw new Error(`expected entries, got ${JSON.stringify(reply)}`);
  return reply;
}

function results(reply: Reply): ResultsReply {
  if (reply.kind !== 'results') throw new Error(`expected results, got ${JSON.stringify(reply)}`);
  return reply;
}

function titles(reply: Reply): string[] {
  return entries(reply).entries.map(({ title }) => title);
}

function news(core: QueryCore, text: string, collections: readonly string[] = []): string[] {
  return results(ask(core, text, collections)).news.map(({ title }) => title);
}

describe('a question about what is new', () => {
  test('finds entries about its subject, the newest first', () => {
    const reply = ask(coreOf(), 'what changed for zebra lately?');
    expect(reply).toMatchObject({ kind: 'entries', occasion: 'found', query: 'zebra' });
    expect(titles(reply)).toEqual(['v2.0.0', 'Zebra stripes are wider', 'Lions sleep longer']);
    expect(entries(reply).entries[0]).toMatchObject({ feed: 'Acme Node SDK', url: expect.any(String) });
  });

  test('without a subject gets the latest', () => {
    const reply = ask(coreOf(), "what's new?");
    expect(reply).toMatchObject({ kind: 'entries', occasion: 'latest', query: '' });
    expect(titles(reply)).toEqual([
      'v2.0.0',
      'Tigers are counted',
      'Zebra stripes are wider',
      'Lions sleep longer',
    ]);
  });

  test('whose subject is a feed gets the latest of that feed', () => {
    const reply = ask(coreOf(), 'release notes for the Node SDK');
    expect(reply).toMatchObject({ occasion: 'latest', query: '' });
    expect(titles(reply)).toEqual(['v2.0.0']);
  });

  test('shows no more than five entries', () => {
    const many = Array.from({ length: 9 }, (_, number) => entry(`Zebra ${number}`, `2026-05-1${number}`));
    const core = coreOf({ entries: () => createFakeEntries(many) });
    const newest = ['Zebra 8', 'Zebra 7', 'Zebra 6', 'Zebra 5', 'Zebra 4'];
    expect(titles(ask(core, "what's new"))).toEqual(newest);
    expect(titles(ask(core, "what's new with zebra"))).toEqual(newest);
  });

  test.each([
    ['no entry is about it', coreOf(), []],
    ['entries are not known yet', coreOf({ entries: () => undefined }), []],
    ['there are none', coreOf({ entries: () => createFakeEntries([]) }), []],
    ['feeds are not asked', coreOf(), ['docs']],
  ])('is one of the docs where %s', (_name, core, collections) => {
    const reply = results(ask(core, 'what changed for a giraffe lately', collections));
    expect(reply.query).toBe('what changed for a giraffe lately');
    expect(reply.answers[0]?.title).toBe('Lion news');
  });

  test('is one of the docs where it asks for further answers', () => {
    const about = { id: '', platform: '', workspace: '', place: '', asker: '', collections: [] };
    const question = {
      ...about,
      text: "what's new with zebra",
      visibility: 'private',
      version: '',
      locale: '',
    } as const;
    expect(coreOf().ask(question, { offset: 1, limit: 1 }).kind).toBe('results');
  });
});

describe('a question of feeds alone', () => {
  test('finds entries, whatever it asks', () => {
    const reply = ask(coreOf(), 'zebra stripes', ['news']);
    expect(reply).toMatchObject({ occasion: 'found', query: 'zebra stripes' });
    expect(titles(reply)).toEqual(['Zebra stripes are wider', 'Lions sleep longer']);
  });

  test('finds nothing where no entry is about it', () => {
    expect(entries(ask(coreOf(), 'giraffe', ['news'])).entries).toEqual([]);
  });

  test('needs no docs, but entries', () => {
    expect(ask(coreOf({ engine: () => undefined }), 'zebra', ['sdk', 'news']).kind).toBe('entries');
    const reply = ask(coreOf({ entries: () => undefined }), 'zebra', ['news']);
    expect(reply).toEqual({ kind: 'failure', reason: 'not-ready' });
  });
});

test('feeds are listed after the docs', () => {
  const names = coreOf()
    .help()
    .collections.map(({ name }) => name);
  expect(names).toEqual(['docs', 'news', 'sdk']);
});

describe('with an answer from the docs', () => {
  test('comes the entry whose title says the same', () => {
    expect(news(coreOf(), 'zebra stripes')).toEqual(['Zebra stripes are wider']);
    expect(news(coreOf(), 'zebra stripes', ['docs', 'news'])).toEqual(['Zebra stripes are wider']);
  });

  test.each<[string, Partial<QueryCoreOptions>, string[]]>([
    ['is older than news may be', { newsDays: 11 }, []],
    ['is announced for later', { now: () => new Date('2026-05-01T00:00:00Z') }, []],
    ['is not wanted', { newsDays: 0 }, []],
    ['comes from a feed that is not asked', {}, ['docs', 'sdk']],
    ['comes from no feed that is asked', {}, ['docs']],
  ])('comes none that %s', (_name, options, collections) => {
    expect(news(coreOf(options), 'zebra stripes', collections)).toEqual([]);
  });

  test('comes none that holds less of the question than an answer must', () => {
    expect(news(coreOf(), 'zebra lion lately')).toEqual([]);
  });

  test('comes none where the docs do not answer', () => {
    const reply = results(ask(coreOf(), 'are tigers counted'));
    expect(reply).toMatchObject({ outcome: 'nothing', news: [] });
  });

  test('comes none on a further page', () => {
    const about = { id: '', platform: '', workspace: '', place: '', asker: '', collections: [] };
    const question = {
      ...about,
      text: 'zebra stripes',
      visibility: 'private',
      version: '',
      locale: '',
    } as const;
    expect(results(coreOf().ask(question, { offset: 1, limit: 1 })).news).toEqual([]);
  });

  test('comes what was announced since the same was asked', () => {
    let known: EntrySearch | undefined;
    const core = coreOf({ entries: () => known });
    const asked = (entries: readonly StoredEntry[]): string[] => {
      known = createFakeEntries(entries);
      return news(core, 'zebra stripes');
    };
    expect(news(core, 'zebra stripes')).toEqual([]);
    expect(asked(ENTRIES)).toEqual(['Zebra stripes are wider']);
    expect(asked([entry('Zebra stripes are gone', '2026-05-30')])).toEqual(['Zebra stripes are gone']);
    expect(asked([])).toEqual([]);
  });

  test('comes nothing once it is no news any more', () => {
    let now = NOW;
    const core = coreOf({ now: () => now });
    expect(news(core, 'zebra stripes')).toHaveLength(1);
    now = new Date('2026-09-01T00:00:00Z');
    expect(news(core, 'zebra stripes')).toEqual([]);
  });
});

test('entries that cannot be searched are a failure, and the cause goes to the log', () => {
  const errors: unknown[] = [];
  const crash = new Error('secret detail');
  const search = (): never => {
    throw crash;
  };
  const broken: EntrySearch = { search, titled: search, latest: search };
  const core = coreOf({ entries: () => broken, onError: (error) => errors.push(error) });
  for (const text of ["what's new", "what's new with zebra", 'zebra stripes'])
    expect(ask(core, text)).toEqual({ kind: 'failure', reason: 'failed' });
  expect(errors).toEqual([crash, crash, crash]);
});
