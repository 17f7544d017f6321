import { describe, expect, test } from 'vitest';
import { createQueryCore } from '../../src/core/query.ts';
import type { QueryCoreOptions } from '../../src/core/query.ts';
import type { Question } from '../../src/core/question.ts';
import type { Answer, Reply, ResultsReply } from '../../src/core/reply.ts';
import type { SearchEngine, SearchOptions } from '../../src/core/search-engine.ts';
import { createFakeEngine, page } from '../fakes/search-engine.ts';
import { parse } from './markdown.ts';

const PAGES = [
  page({ file: 'zebra.mdx', title: 'Zebra' }, [
    { markdown: 'A zebra has stripes.' },
    { heading: 'Food', markdown: 'A zebra eats grass.\n\nIt drinks water.' },
  ]),
  page({ file: 'lion.mdx', title: 'Lion' }, [{ markdown: 'A lion eats a zebra.' }]),
  page({ file: 'tiger.mdx', title: 'Tiger', collection: 'api' }, [{ markdown: 'A tiger has stripes.' }]),
  ...Array.from({ length: 8 }, (_, number) =>
    page({ file: `bird-${number}.mdx`, title: `Bird ${number}` }, [{ markdown: 'It eats seeds.' }]),
  ),
];

interface Setup extends Partial<QueryCoreOptions> {
  readonly errors: unknown[];
  readonly recorded: { question: Question; reply: Reply }[];
}

function setup(): Setup {
  const [errors, recorded]: [unknown[], Setup['recorded']] = [[], []];
  return {
    errors,
    recorded,
    engine: () => createFakeEngine(PAGES),
    onError: (error) => errors.push(error),
    record: (question, reply) => void recorded.push({ question, reply }),
  };
}

function coreOf({ errors: _errors, recorded: _recorded, ...options }: Setup) {
  let now = 100;
  return createQueryCore({
    engine: () => undefined,
    parse,
    clock: () => (now += 2.5),
    settings: { answered: 0.8, unsure: 0.5, shown: 2, excerpt: 40 },
    collections: [
      {
        name: 'docs',
        title: 'Docs',
        url: 'https://docs.example',
        versions: [],
        locales: [],
        examples: ['What eats grass?'],
      },
    ],
    entries: () => undefined,
    feeds: [],
    now: () => new Date(0),
    newsDays: 90,
    onError: () => {},
    record: () => {},
    ...options,
  });
}

function question(text: string, fields: Partial<Question> = {}): Question {
  return {
    text,
    id: '',
    platform: 'test',
    workspace: '',
    place: 'p',
    asker: 'a',
    visibility: 'private',
    collections: [],
    version: '',
    locale: '',
    ...fields,
  };
}

function results(reply: Reply): ResultsReply {
  if (reply.kind !== 'results') throw new Error(`expected results, got ${JSON.stringify(reply)}`);
  return reply;
}

function titles(answers: readonly Answer[]): string[] {
  return answers.map(({ title }) => title);
}

function failing(part: Partial<SearchEngine>): SearchEngine {
  return { ...createFakeEngine(PAGES), ...part };
}

/** The excerpt of the only hit for "target" on a page. */
function excerptOf(sections: Parameters<typeof page>[1], fields: Parameters<typeof page>[0] = {}): string {
  const core = coreOf({ ...setup(), engine: () => createFakeEngine([page(fields, sections)]) });
  return results(core.ask(question('target'))).answers[0]?.excerpt.markdown ?? '';
}

describe('a question', () => {
  test('is answered with sections, their excerpts, and where they stand', () => {
    const reply = results(coreOf(setup()).ask(question('zebra grass')));
    expect(reply).toMatchObject({
      kind: 'results',
      query: 'zebra grass',
      outcome: 'answered',
      confidence: 1,
      offset: 0,
      more: false,
      didYouMean: '',
      tookMs: 2.5,
    });
    expect(reply.answers[0]).toMatchObject({
      id: 'zebra-1',
      collection: 'docs',
      file: 'zebra.mdx',
      url: 'https://docs.example/guide#food',
      title: 'Food',
      trail: ['Zebra'],
      score: 2,
      terms: ['zebra', 'grass'],
      excerpt: { markdown: 'A zebra eats grass.\n\nIt drinks water.', truncated: false },
    });
    expect(titles(reply.answers)).toEqual(['Food', 'Lion']);
  });

  test.each([
    ['answered', 'zebra grass', 'Food'],
    ['unsure', 'zebra vlookup', 'Zebra'],
    ['nothing', 'zebra excel vlookup', 'Zebra'],
  ])('comes back as %s by its confidence: %s', (outcome, text, closest) => {
    const reply = results(coreOf(setup()).ask(question(text)));
    expect(reply.outcome).toBe(outcome);
    expect(reply.answers[0]?.title).toBe(closest);
  });

  test('that no section knows comes back as nothing, whatever the thresholds are', () => {
    const settings = { answered: 0, unsure: 0, shown: 2, excerpt: 40 };
    const reply = results(coreOf({ ...setup(), settings }).ask(question('vlookup')));
    expect(reply).toMatchObject({ outcome: 'nothing', confidence: 0, answers: [], more: false });
  });

  test('that is misspelt comes with a better one', () => {
    expect(results(coreOf(setup()).ask(question('teh zebra'))).didYouMean).toBe('the zebra');
  });

  test('is asked of the collections that it names', () => {
    const core = coreOf(setup());
    expect(titles(results(core.ask(question('stripes'))).answers)).toEqual(['Zebra', 'Tiger']);
    expect(titles(results(core.ask(question('stripes', { collections: ['api'] }))).answers)).toEqual([
      'Tiger',
    ]);
  });

  test('can be paged through, without repeats, to the end', () => {
    const core = coreOf(setup());
    const pages = [0, 4, 8].map((offset) => results(core.ask(question('eats'), { offset, limit: 4 })));
    expect(pages.map(({ offset, more, answers }) => [offset, more, answers.length])).toEqual([
      [0, true, 4],
      [4, true, 4],
      [8, false, 2],
    ]);
    expect(new Set(pages.flatMap(({ answers }) => answers.map(({ id }) => id))).size).toBe(10);
  });

  test('searches once, for one more than it shows', () => {
    const asked: SearchOptions[] = [];
    const fake = createFakeEngine(PAGES);
    const engine = failing({
      search: (query, options) => {
        asked.push(options);
        return fake.search(query, options);
      },
    });
    coreOf({ ...setup(), engine: () => engine }).ask(question('eats'), { offset: 4, limit: 3 });
    expect(asked).toEqual([{ limit: 8, collections: [], version: '', locale: '' }]);
  });

  test.each([
    [Number.NaN, Number.NaN],
    [-5, 0],
    [0.7, 1.2],
    [Infinity, -Infinity],
  ])('takes a forged page, offset %d and limit %d, for the first answer', (offset, limit) => {
    const reply = results(coreOf(setup()).ask(question('eats'), { offset, limit }));
    expect(reply.offset).toBe(0);
    expect(reply.answers).toHaveLength(1);
  });

  test('that asks nothing gets help', () => {
    const { recorded, ...rest } = setup();
    const reply = coreOf({ recorded, ...rest }).ask(question(' \u0007\n '));
    expect(reply).toMatchObject({ kind: 'help', collections: [{ name: 'docs' }] });
    expect(recorded).toEqual([]);
  });
});

describe('an excerpt for a section without a body', () => {
  test('is that of the first section below it', () => {
    const sections = [
      { markdown: 'Lead.' },
      { heading: 'Target' },
      { heading: 'Empty', level: 3 },
      { heading: 'Deeper', level: 4, markdown: 'Body.' },
    ];
    expect(excerptOf(sections)).toBe('Body.');
  });

  test('is the lead where nothing stands below it', () => {
    expect(
      excerptOf([{ markdown: 'Lead.' }, { heading: 'Target' }, { heading: 'Other', markdown: 'Other.' }]),
    ).toBe('Lead.');
  });

  test('is the description of a page without a lead, then its first body', () => {
    const sections = [{}, { heading: 'Other', markdown: 'Other.' }];
    expect(excerptOf(sections, { title: 'Target', description: 'What it is.' })).toBe(
      'What it is.\n\nOther.',
    );
    expect(excerptOf(sections, { title: 'Target' })).toBe('Other.');
  });

  test('is empty where the page says nothing', () => {
    expect(excerptOf([{ heading: 'Target' }])).toBe('');
  });
});

describe('a section asked for by its id', () => {
  test('is shown with more of it', () => {
    const long = Array.from({ length: 20 }, (_, number) => `Paragraph ${number}.`).join('\n\n');
    const engine = createFakeEngine([page({ file: 'a.mdx' }, [{ markdown: long }])]);
    const core = coreOf({ ...setup(), engine: () => engine });
    const reply = core.show('a-0');
    const found = results(core.ask(question('paragraph')));
    if (reply.kind !== 'section') throw new Error('expected a section');
    expect(reply.answer).toMatchObject({ id: 'a-0', score: 0, terms: [] });
    expect(reply.answer.excerpt.markdown.length).toBeGreaterThan(
      3 * (found.answers[0]?.excerpt.markdown.length ?? 0),
    );
  });

  test('that is gone says so', () => {
    expect(coreOf(setup()).show('../../etc/passwd')).toEqual({ kind: 'failure', reason: 'gone' });
  });
});

describe('while the index is not ready', () => {
  const loading = { ...setup(), engine: () => undefined };

  test('questions and sections fail with a word for it, and help is given', () => {
    const core = coreOf(loading);
    expect(core.ask(question('zebra'))).toEqual({ kind: 'failure', reason: 'not-ready' });
    expect(core.show('zebra-1')).toEqual({ kind: 'failure', reason: 'not-ready' });
    expect(core.suggest('ze', { limit: 5, collections: [], version: '', locale: '' })).toEqual([]);
    expect(core.help().collections).toHaveLength(1);
  });
});

describe('when something throws', () => {
  const crash = new Error('secret detail');
  const boom = (): never => {
    throw crash;
  };

  test('the asker hears that it failed, and only the log hears why', () => {
    const options = setup();
    const core = coreOf({
      ...options,
      engine: () => failing({ search: boom, section: boom, suggest: boom }),
    });
    expect(core.ask(question('zebra'))).toEqual({ kind: 'failure', reason: 'failed' });
    expect(core.show('id')).toEqual({ kind: 'failure', reason: 'failed' });
    expect(core.suggest('ze', { limit: 5, collections: [], version: '', locale: '' })).toEqual([]);
    expect(options.errors).toEqual([crash, crash, crash]);
  });

  test('a record that throws or rejects leaves the reply as it is', async () => {
    const options = setup();
    for (const record of [boom, () => Promise.reject(crash)]) {
      const core = coreOf({ ...options, record });
      expect(core.ask(question('zebra')).kind).toBe('results');
    }
    await Promise.resolve();
    expect(options.errors).toEqual([crash, crash]);
  });
});

test('every reply to a question is recorded, failures too, with the question as it was searched for', () => {
  const options = setup();
  coreOf(options).ask(question('  zebra\u0000 grass  '));
  coreOf({ ...options, engine: () => undefined }).ask(question('lion'));
  expect(options.recorded.map(({ question: { text }, reply }) => [text, reply.kind])).toEqual([
    ['zebra grass', 'results'],
    ['lion', 'failure'],
  ]);
});

test.each([
  ['60 kB', 'zebra '.repeat(10_000)],
  ['60 kB without a space', 'z'.repeat(60_000)],
  ['control characters', '\u001B[31mzebra\u0007\u009B2J'],
  ['emoji', '🦓 zebra 👩‍👩‍👧‍👦🏳️‍🌈'],
  ['regular-expression bait', '(a+)+$ [zebra](?:x|y)*\\1 ^.*'],
  ['right-to-left', 'זברה\u202Ezebra\u2066 حمار وحشي'],
  ['path tricks', '../../etc/passwd zebra %2e%2e%2f'],
  ['HTML and mentions', '<script>alert(1)</script> @everyone <!channel> <@U123> zebra'],
  ['half a character', 'zebra \uD83E'],
  ['only marks', '"\'`*_~|'],
])('%s in a question gives a reply in one clean line', (_name, text) => {
  const options = setup();
  const reply = results(coreOf(options).ask(question(text)));
  expect(reply.query.length).toBeLessThanOrEqual(1_000);
  expect(reply.query).not.toMatch(/[\p{Cc}\u202E\u2066\uD83E]/u);
  expect(options.errors).toEqual([]);
});
