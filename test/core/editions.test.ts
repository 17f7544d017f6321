import { describe, expect, test } from 'vitest';
import { createQueryCore } from '../../src/core/query.ts';
import type { QueryCore } from '../../src/core/query.ts';
import type { Question } from '../../src/core/question.ts';
import type { SearchEngine, SearchOptions } from '../../src/core/search-engine.ts';
import { createFakeEngine, page } from '../fakes/search-engine.ts';
import { parse } from './markdown.ts';

const PAGES = [
  page({ file: 'zebra.md', version: 'v2' }, [{ markdown: 'A zebra has stripes.' }]),
  page({ file: 'de.md', version: 'v2', locale: 'de' }, [{ markdown: 'Ein Zebra hat Streifen.' }]),
];

interface Asked {
  readonly core: QueryCore;
  readonly searches: SearchOptions[];
}

/** A core over docs in English and German, and an engine that finds German only where it is asked for. */
function setup(versions: readonly string[] = ['v2', 'v1']): Asked {
  const searches: SearchOptions[] = [];
  const [english, german] = PAGES.map((one) => createFakeEngine([one]));
  const engine: SearchEngine = {
    ...createFakeEngine(PAGES),
    editions: [{ collection: 'docs', versions, locales: ['en', 'de'] }],
    search: (query, options) => {
      searches.push(options);
      const chosen = options.locale.startsWith('de') ? german : english;
      return chosen?.search(query, options) ?? createFakeEngine([]).search(query, options);
    },
  };
  const core = createQueryCore({
    engine: () => engine,
    parse,
    clock: () => 0,
    settings: { answered: 0.8, unsure: 0.5, shown: 2, excerpt: 400 },
    collections: [
      {
        name: 'docs',
        title: 'Docs',
        url: 'https://docs.example',
        versions: [],
        locales: ['en'],
        examples: [],
      },
    ],
    entries: () => undefined,
    feeds: [],
    now: () => new Date(0),
    newsDays: 0,
    onError: (error) => {
      throw error;
    },
    record: () => {},
  });
  return { core, searches };
}

const NOBODY = { id: '', platform: 'test', workspace: '', place: '', asker: '', collections: [] } as const;

function question(text: string, fields: Partial<Question> = {}): Question {
  return { ...NOBODY, visibility: 'private', text, version: '', locale: '', ...fields };
}

describe('a version', () => {
  test('that there is none of is told with those that there are, and nothing is searched', () => {
    const { core, searches } = setup();
    expect(core.ask(question('zebra', { version: 'v9' }))).toEqual({
      kind: 'failure',
      reason: 'no-version',
      version: 'v9',
      versions: ['v2', 'v1'],
    });
    expect(searches).toEqual([]);
  });

  test('is searched for, and remembered apart from others', () => {
    const { core, searches } = setup();
    for (const version of ['', 'v1', 'v2', 'v1']) core.ask(question('zebra', { version }));
    expect(searches.map(({ version }) => version)).toEqual(['', 'v1', 'v2']);
  });

  test('is nothing to docs that have none', () => {
    expect(setup([]).core.ask(question('zebra', { version: 'v9' })).kind).toBe('results');
  });

  test('stands beside each answer, and all stand in help', () => {
    const { core } = setup();
    expect(core.ask(question('zebra'))).toMatchObject({ answers: [{ version: 'v2' }] });
    expect(core.help().collections).toMatchObject([{ versions: ['v2', 'v1'], locales: ['en', 'de'] }]);
    expect(core.help()).toBe(core.help());
  });
});

describe('a language', () => {
  test('is preferred where its docs answer', () => {
    const { core, searches } = setup();
    expect(core.ask(question('Zebra Streifen', { locale: 'de' }))).toMatchObject({
      outcome: 'answered',
      answers: [{ file: 'de.md' }],
    });
    expect(searches).toHaveLength(1);
  });

  test('gives way to the default where its docs do not answer', () => {
    expect(setup().core.ask(question('zebra has stripes', { locale: 'de' }))).toMatchObject({
      outcome: 'answered',
      answers: [{ file: 'zebra.md' }],
    });
  });

  test('stays where neither answers better', () => {
    const reply = setup().core.ask(question('Zebra mit Punkten', { locale: 'de' }));
    expect(reply).toMatchObject({ answers: [{ file: 'de.md' }] });
  });
});
