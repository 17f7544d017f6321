import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createApp } from '../../src/app/docs-app.ts';
import type { App } from '../../src/app/docs-app.ts';
import { loadConfig } from '../../src/config/load.ts';
import { describeProblem } from '../../src/core/problem.ts';
import type { ResultsReply } from '../../src/core/reply.ts';
import { createLog } from '../../src/log.ts';
import { CONFIG, ZEBRA, folderWith, write } from '../folders.ts';
import type { Files } from '../folders.ts';

const DOCS: Files = {
  'docs/zebra.md': ZEBRA,
  'docs/lion.md': '# Lion\n\nA lion has a mane.\n',
};
const API = `  - name: api
    source: {folder: api}
    site: {url: https://api.example}
`;

const POLL = { timeout: 60_000, interval: 20 };

interface Opened {
  readonly app: App;
  /** The lines of the log. */
  readonly log: readonly Record<string, unknown>[];
  /** Of the line that says that the docs are ready. */
  readonly fromSnapshot: unknown;
}

/** The app of a folder's `signpost.yaml`, open. */
async function open(folder: string): Promise<Opened> {
  const log: Record<string, unknown>[] = [];
  const result = await loadConfig(join(folder, 'signpost.yaml'));
  if (result.kind === 'problems') throw new Error(result.problems.map(describeProblem).join('\n'));
  const destination = { write: (line: string) => void log.push(JSON.parse(line) as never) };
  const app = await createApp({
    ...result,
    log: createLog({ level: 'info', secrets: [], destination }),
    onProgress: () => undefined,
    snapshot: true,
    thread: false,
    mirrors: undefined,
    questions: undefined,
    entries: () => undefined,
  });
  onTestFinished(() => app.close());
  await app.open();
  return { app, log, fromSnapshot: log.find(({ msg }) => msg === 'the docs are ready')?.['fromSnapshot'] };
}

async function openWith(files: Files, config = CONFIG): Promise<Opened & { folder: string }> {
  const folder = await folderWith({ ...files, 'signpost.yaml': config });
  return { folder, ...(await open(folder)) };
}

function ask(app: App, text: string, collections: readonly string[] = []): ResultsReply {
  const reply = app.core.ask({
    text,
    collections,
    version: '',
    locale: '',
    id: '',
    platform: 'test',
    workspace: '',
    place: '',
    asker: '',
    visibility: 'private',
  });
  if (reply.kind !== 'results') throw new Error(`expected results, got ${reply.kind}`);
  return reply;
}

/** The file and the heading of the best section; empty where the docs say nothing. */
function answerTo(app: App, text: string, collections: readonly string[] = []): string {
  const { outcome, answers } = ask(app, text, collections);
  return outcome === 'nothing' ? '' : `${answers[0]?.file} ${answers[0]?.title}`;
}

/** Resolves once the answer is this one. */
async function untilAnswered(app: App, question: string, answer: string): Promise<void> {
  await vi.waitFor(() => expect(answerTo(app, question)).toBe(answer), POLL);
}

function problemsOf(app: App): string[] {
  return app.problems().map(describeProblem);
}

describe('docs', () => {
  test('are read, and answered from', async () => {
    const { app, log } = await openWith(DOCS);
    expect(app.pages.map(({ file }) => file)).toEqual(['lion.md', 'zebra.md']);
    expect(ask(app, 'what do zebras eat')).toMatchObject({
      outcome: 'answered',
      answers: [{ url: 'https://animals.example/zebra#food', trail: ['Zebra'] }],
    });
    expect(answerTo(app, 'excel vlookup')).toBe('');
    expect(log).toMatchObject([{ msg: 'the docs are ready', pages: 2, fromSnapshot: false }]);
    expect(problemsOf(app)).toEqual([]);
  });

  test('in two collections are answered from by the collections of the question', async () => {
    const api = { 'api/zebra.md': '# Get a zebra\n\nGets a zebra with its stripes.\n' };
    const { app } = await openWith({ ...DOCS, ...api }, CONFIG + API);
    expect(answerTo(app, 'zebra', ['api'])).toBe('zebra.md Get a zebra');
    expect(answerTo(app, 'zebra', ['docs'])).toBe('zebra.md Zebra');
    expect(new Set(ask(app, 'zebra').answers.map(({ collection }) => collection))).toEqual(
      new Set(['api', 'docs']),
    );
    expect(app.core.help()).toMatchObject({
      collections: [
        { name: 'docs', url: 'https://animals.example' },
        { name: 'api', title: 'api' },
      ],
    });
  });

  test.each([
    ['true', ['king', 'lion']],
    ['false', ['lion']],
  ])('are found by the texts of links to them where linkText is %s', async (linkText, terms) => {
    const links = '# Zebra\n\nSee the [king of the savannah](lion.md).\n';
    const config = `${CONFIG}search: {linkText: ${linkText}}\n`;
    const { app } = await openWith({ ...DOCS, 'docs/zebra.md': links }, config);
    const lion = ask(app, 'king lion').answers.find(({ file }) => file === 'lion.md');
    expect(lion?.terms).toEqual(terms);
  });

  test('of a package are found from the config upwards', async () => {
    const files = {
      'node_modules/@acme/docs/package.json': '{}',
      'node_modules/@acme/docs/md/zebra.md': '# Zebra\n\nStripes.\n',
      'node_modules/@acme/docs/README.md': '# No page\n',
    };
    const source = CONFIG.replace('{folder: docs}', "{package: '@acme/docs', path: md}");
    const { app } = await openWith(files, source);
    expect(app.pages.map(({ file }) => file)).toEqual(['zebra.md']);
    expect(problemsOf(app)).toEqual([]);
  });
});

describe('what is wrong is said, and the rest is served', () => {
  test.each([
    ['{folder: none}', /^api: there is no folder .*none \(mend source\.folder in the config\)$/u],
    [
      "{package: '@acme/none'}",
      /^api: the package @acme\/none is not installed \(npm install @acme\/none\)$/u,
    ],
  ])('where there is no %s', async (source, problem) => {
    const { app, log } = await openWith(DOCS, CONFIG + API.replace('{folder: api}', source));
    expect(problemsOf(app)).toEqual([expect.stringMatching(problem)]);
    await vi.waitFor(() => expect(log).toHaveLength(2), POLL);
    expect(log.at(-1)).toMatchObject({ level: 40, msg: expect.stringMatching(problem) as string });
    expect(answerTo(app, 'what do zebras eat')).toBe('zebra.md Food');
    await app.watch();
  });

  test('where pages are broken', async () => {
    const broken = {
      'docs/yaml.md': '---\ntitle: [\n---\n\nA hippo swims.\n',
      'docs/jsx.mdx': '# Jsx\n\n<Tab>\n\nA rhino charges.\n',
      'docs/latin.md': Buffer.from('# Caf\u00E9', 'latin1'),
      'docs/empty.md': '',
    };
    const { app } = await openWith({ ...DOCS, ...broken });
    const problems = problemsOf(app);
    for (const file of ['yaml.md', 'jsx.mdx', 'latin.md'])
      expect(problems.filter((problem) => problem.startsWith(`docs: ${file}`))).toHaveLength(1);
    expect(answerTo(app, 'what do zebras eat')).toBe('zebra.md Food');
    expect(answerTo(app, 'rhino charges')).toBe('jsx.mdx Jsx');
    expect(answerTo(app, 'hippo swims')).toMatch(/^yaml\.md /u);
  });

  test('where a link leads nowhere', async () => {
    const { app } = await openWith({ ...DOCS, 'docs/a.md': '# A\n\n[Gone](https://animals.example/gone)\n' });
    expect(problemsOf(app)).toEqual([expect.stringContaining('a.md')]);
  });
});

describe('a second start', () => {
  test('takes the index from the snapshot, and answers and refreshes as the first did', async () => {
    const { folder, app, fromSnapshot } = await openWith(DOCS);
    const second = await open(folder);
    expect([fromSnapshot, second.fromSnapshot]).toEqual([false, true]);
    expect({ ...ask(second.app, 'zebra food'), tookMs: 0 }).toEqual({
      ...ask(app, 'zebra food'),
      tookMs: 0,
    });
    expect(await readdir(join(folder, 'data'))).toEqual([
      expect.stringMatching(/^index-[\da-f]{8}\.snapshot$/u),
    ]);
  });

  test.each([
    ['text', { 'docs/lion.md': '# Lion\n\nA lion has a mane!\n' }],
    ['new page', { 'docs/okapi.md': '# Okapi\n' }],
    ['setting of the search', { 'signpost.yaml': `${CONFIG}search: {synonyms: [[gnu, wildebeest]]}\n` }],
    ['address', { 'signpost.yaml': CONFIG.replace('animals.example', 'zoo.example') }],
  ])('builds anew where there is another %s', async (_what, changes) => {
    const { folder } = await openWith(DOCS);
    await write(folder, changes);
    expect((await open(folder)).fromSnapshot).toBe(false);
    expect((await open(folder)).fromSnapshot).toBe(true);
  });

  test('keeps the snapshot where only the answers are set otherwise', async () => {
    const { folder } = await openWith(DOCS);
    await write(folder, { 'signpost.yaml': `${CONFIG}answers: {shown: 1}\n` });
    const { app, fromSnapshot } = await open(folder);
    expect(fromSnapshot).toBe(true);
    expect(ask(app, 'zebra').answers).toHaveLength(1);
  });

  test('builds anew where a page is gone', async () => {
    const { folder } = await openWith(DOCS);
    await rm(join(folder, 'docs/lion.md'));
    const { app, fromSnapshot } = await open(folder);
    expect(fromSnapshot).toBe(false);
    expect(answerTo(app, 'lion mane')).toBe('');
  });

  test.each([
    ['has lost its end', (bytes: Buffer) => bytes.subarray(0, -100)],
    [
      'has a bit flipped',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 999 ? ~byte : byte))),
    ],
    ['is empty', () => Buffer.alloc(0)],
  ])('builds anew where the snapshot %s, and mends it', async (_what, damaged) => {
    const { folder } = await openWith(DOCS);
    const [name = ''] = await readdir(join(folder, 'data'));
    const snapshot = join(folder, 'data', name);
    await writeFile(snapshot, damaged(await readFile(snapshot)));
    const { app, fromSnapshot } = await open(folder);
    expect(fromSnapshot).toBe(false);
    expect(answerTo(app, 'what do zebras eat')).toBe('zebra.md Food');
    expect((await open(folder)).fromSnapshot).toBe(true);
  });

  test('answers where nothing can be kept, and says so', async () => {
    const { app, log, folder } = await openWith({ ...DOCS, data: 'a file, not a folder' });
    expect(answerTo(app, 'what do zebras eat')).toBe('zebra.md Food');
    expect(log).toContainEqual(
      expect.objectContaining({
        level: 40,
        msg: expect.stringMatching(/^cannot save the index, so the next start builds it again: /u) as string,
      }),
    );
    expect((await open(folder)).fromSnapshot).toBe(false);
  });
});

describe('while it watches', () => {
  test('a page that is saved, added or deleted is found or gone, and no other is made anew', async () => {
    const { app, folder, log } = await openWith(DOCS);
    await app.watch();
    const zebra = app.pages.find(({ file }) => file === 'zebra.md');
    await write(folder, { 'docs/lion.md': '# Lion\n\nA lion roars at dawn.\n' });
    await untilAnswered(app, 'roars at dawn', 'lion.md Lion');
    await write(folder, { 'docs/more/okapi.md': '# Okapi\n\nAn okapi has a long tongue.\n' });
    await untilAnswered(app, 'okapi tongue', 'more/okapi.md Okapi');
    await rm(join(folder, 'docs/lion.md'));
    await untilAnswered(app, 'roars at dawn', '');
    expect(zebra).toBeDefined();
    expect(app.pages.find(({ file }) => file === 'zebra.md')).toBe(zebra);
    const changes = log.filter(({ msg }) => msg === 'the docs have changed').map(({ files }) => files);
    expect(new Set(changes.flat())).toEqual(new Set(['lion.md', 'more/okapi.md']));
  });

  test('what was taken from a snapshot is kept, but for what changes', async () => {
    const { folder } = await openWith(DOCS);
    const { app, fromSnapshot } = await open(folder);
    const zebra = app.pages.find(({ file }) => file === 'zebra.md');
    await app.watch();
    await write(folder, { 'docs/lion.md': '# Lion\n\nA lion roars at dawn.\n' });
    await untilAnswered(app, 'roars at dawn', 'lion.md Lion');
    expect(fromSnapshot).toBe(true);
    expect(app.pages.find(({ file }) => file === 'zebra.md')).toBe(zebra);
    await vi.waitFor(async () => expect((await open(folder)).fromSnapshot).toBe(true), POLL);
  });

  test('a page that is broken by a change is said to be, and the others stay', async () => {
    const { app, folder, log } = await openWith(DOCS);
    await app.watch();
    await write(folder, { 'docs/lion.md': '---\ntitle: [\n---\n\nA lion roars at dawn.\n' });
    await vi.waitFor(
      () =>
        expect(log.at(-1)).toMatchObject({
          level: 40,
          msg: expect.stringMatching(/^docs: lion\.md/u) as string,
        }),
      POLL,
    );
    expect(answerTo(app, 'what do zebras eat')).toBe('zebra.md Food');
  });

  test('nothing is followed any more once it is closed, which may be twice', async () => {
    const { app, folder, log } = await openWith(DOCS);
    await app.watch();
    await app.close();
    await app.close();
    await write(folder, { 'docs/lion.md': '# Lion\n\nA lion roars at dawn.\n' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(log.some(({ msg }) => msg === 'the docs have changed')).toBe(false);
  });
});
