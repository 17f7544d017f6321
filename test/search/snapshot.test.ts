import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serialize } from 'node:v8';
import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import { buildShelves } from '../../src/search/shelves.ts';
import type { ShelvedEngine } from '../../src/search/shelves.ts';
import { canSaveSnapshot, loadSnapshot, saveSnapshot } from '../../src/search/snapshot.ts';
import { CORPUS } from '../ranking/corpus.ts';
import { pagesOf, SETTINGS } from './pages.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

const KEY = 'contents and settings';
const QUERIES = [
  'queues',
  'how do I cancel a job',
  'failed jobs',
  'wbehook',
  '"dead letters"',
  'zzxqv',
  'run_at',
];
const PAGES = pagesOf(CORPUS);
const EDITIONS = [{ collection: 'docs', versions: [], locales: ['en'] }];
const engine = await build(PAGES);

let folder = '';
let file = '';
let saved = Buffer.alloc(0);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-snapshot-'));
  file = join(folder, 'data', 'index.bin');
  await saveSnapshot(file, KEY, engine);
  saved = await readFile(file);
});

beforeEach(() => writeFile(file, saved));

afterAll(() => rm(folder, { recursive: true, force: true }));

function build(pages: readonly Page[], previous?: ShelvedEngine): Promise<ShelvedEngine> {
  return buildShelves({ pages, editions: EDITIONS }, SETTINGS, previous);
}

function load(key = KEY): Promise<ShelvedEngine | undefined> {
  return loadSnapshot(file, key, SETTINGS);
}

async function reloaded(built: ShelvedEngine): Promise<ShelvedEngine> {
  await saveSnapshot(file, KEY, built);
  const loaded = await load();
  if (loaded === undefined) throw new Error('the snapshot was not taken');
  return loaded;
}

function segmentsOf({ shelves }: ShelvedEngine): readonly unknown[] {
  return shelves[0]?.engine.state.segments ?? [];
}

/** Everything but the functions. */
function answers(built: ShelvedEngine): unknown {
  const options = { limit: 10, collections: [], version: '', locale: '' };
  return QUERIES.map((query) => {
    const { match, ...found } = built.search(query, options);
    return { found, spans: match('Dead letters of a job at run_at.'), next: built.suggest(query, options) };
  });
}

/** The last page, edited. */
function edited(pages: ShelvedEngine['pages']): ShelvedEngine['pages'] {
  return [...pages.slice(0, -1), ...pagesOf({ 'cli.mdx': '# Queues\nA queue is a line of failed zebras.' })];
}

describe('an engine that was saved and loaded', () => {
  test('answers as before', async () => {
    const loaded = await load();
    expect(loaded?.pages).toEqual(PAGES);
    expect(answers(loaded!)).toEqual(answers(engine));
  });

  test('is built upon as before', async () => {
    const loaded = await load();
    const after = await build(edited(loaded!.pages), loaded);
    expect(answers(after)).toEqual(answers(await build(edited(PAGES), engine)));
    expect(segmentsOf(loaded!)[0]).toBe(segmentsOf(after)[0]);
  });

  test('may have been built upon before', async () => {
    const after = await build([...PAGES, ...pagesOf({ 'zebra.mdx': '# Zebras\nA zebra.' })], engine);
    expect(segmentsOf(after)).toHaveLength(2);
    const loaded = await reloaded(after);
    expect(answers(loaded)).toEqual(answers(after));
    expect(answers(await build(loaded.pages, loaded))).toEqual(answers(after));
  });

  test('may have many pages, and be built upon while it is saved', async () => {
    const texts = Array.from({ length: 700 }, (_, n) => [
      `p${n}.md`,
      `# Queue ${n}\nJob a${n}x, b${n}x, c${n}x.`,
    ]);
    const many = await build([...PAGES, ...pagesOf(Object.fromEntries(texts))]);
    let turns = 0;
    let counting = setImmediate(function count() {
      turns += 1;
      counting = setImmediate(count);
    });
    const saving = saveSnapshot(file, KEY, many);
    const after = await build(edited(many.pages), many);
    await saving;
    clearImmediate(counting);
    const loaded = await load();
    expect(loaded?.pages).toEqual(many.pages);
    expect(answers(loaded!)).toEqual(answers(many));
    expect(answers(await build(edited(loaded!.pages), loaded))).toEqual(answers(after));
    expect(turns).toBeGreaterThan(2);
  });

  test('may have no page', async () => {
    const loaded = await reloaded(await build([]));
    expect(loaded.pages).toEqual([]);
    expect(answers(loaded)).toEqual(answers(await build([])));
  });
});

/** A body with the hashes that belong to it, as another program might write. */
function signed(body: Buffer): Buffer {
  const hash = createHash('sha256').update(body).digest();
  return Buffer.concat([saved.subarray(0, 32), hash, body]);
}

describe('a snapshot is not taken, and nothing is thrown, when it', () => {
  test('is not there', async () => {
    await rm(file);
    expect(await load()).toBeUndefined();
  });

  test.each(['', 'other contents', `${KEY} `])('was made from other things: %j', async (key) => {
    expect(await load(key)).toBeUndefined();
  });

  test.each([
    ['is empty', () => Buffer.alloc(0)],
    ['is garbage', () => Buffer.from('garbage '.repeat(1_000))],
    ['is shorter than its hashes', () => saved.subarray(0, 40)],
    ['has lost its body', () => saved.subarray(0, 64)],
    ['has lost its end', () => saved.subarray(0, -1)],
    ['has something behind its end', () => Buffer.concat([saved, Buffer.alloc(1)])],
    ['holds what is no index', () => signed(serialize({ terms: 1 }))],
    ['holds nothing', () => signed(serialize(null))],
    ['holds what V8 cannot read', () => signed(Buffer.from('garbage'))],
    ['holds no bytes', () => signed(Buffer.alloc(0))],
  ])('%s', async (_name, bytes) => {
    await writeFile(file, bytes());
    expect(await load()).toBeUndefined();
  });

  test('has one bit flipped, whichever', async () => {
    const anyBit = fc.record({ at: fc.nat(saved.length - 1), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(anyBit, async ({ at, bit }) => {
        const flipped = Buffer.from(saved);
        flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
        await writeFile(file, flipped);
        expect(await load()).toBeUndefined();
      }),
      { numRuns: 40 },
    );
  });

  test('is a folder', async () => {
    expect(await loadSnapshot(folder, KEY, SETTINGS)).toBeUndefined();
  });
});

describe('saving', () => {
  test('leaves the snapshot, for its owner only, and nothing else', async () => {
    await saveSnapshot(file, KEY, engine);
    expect(await readdir(join(folder, 'data'))).toEqual(['index.bin']);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test('twice at once leaves one of both, whole', async () => {
    await Promise.all([saveSnapshot(file, KEY, engine), saveSnapshot(file, KEY, engine)]);
    expect(answers((await load())!)).toEqual(answers(engine));
    expect(await readdir(join(folder, 'data'))).toEqual(['index.bin']);
  });

  test('never shows a reader a part', async () => {
    const saving = Array.from({ length: 5 }, () => saveSnapshot(file, KEY, engine));
    const reading = await Promise.all(Array.from({ length: 20 }, () => load()));
    expect(reading.map((loaded) => loaded?.pages.length)).toEqual(reading.map(() => PAGES.length));
    await Promise.all(saving);
  });

  test('where a folder has its name says so, and leaves nothing behind', async () => {
    const taken = join(folder, 'taken');
    await mkdir(join(taken, 'full'), { recursive: true });
    await expect(saveSnapshot(taken, KEY, engine)).rejects.toThrow(/cannot save the index.*taken/u);
    expect((await readdir(folder)).toSorted()).toEqual(['data', 'taken']);
  });

  test('can be tried before the index is made', async () => {
    expect(await canSaveSnapshot(join(folder, 'new', 'index.bin'))).toBe(true);
    expect(await canSaveSnapshot(join(file, 'under', 'a-file'))).toBe(false);
    await rm(join(folder, 'new'), { recursive: true });
  });

  test('where no folder can be made says so, with the cause', async () => {
    const error: unknown = await saveSnapshot(join(file, 'under', 'a-file'), KEY, engine).catch(
      (caught) => caught,
    );
    expect(error).toMatchObject({
      message: expect.stringMatching(/the next start builds it again: .*a-file: ENOTDIR/u),
      cause: { code: 'ENOTDIR' },
    });
  });
});
