import { expect, test, vi } from 'vitest';
import { DocsIndex } from '../../src/core/docs-index.ts';
import type { CollectionReader, Progress, Snapshots } from '../../src/core/docs-index.ts';
import type { Page } from '../../src/core/page.ts';
import type { SearchEngine } from '../../src/core/search-engine.ts';
import { createFakeEngine, page } from '../fakes/search-engine.ts';

interface FakeCollection extends CollectionReader {
  /** What a test changes: files, each with its text. */
  files: Record<string, string>;
  /** What was asked of it, in order. */
  readonly calls: string[];
  readonly adopted: Page[];
}

/** A collection in memory; a file whose text is `broken` makes building throw. */
function collectionOf(name: string, files: Record<string, string>): FakeCollection {
  let read: Record<string, string> = {};
  const fake: FakeCollection = {
    name,
    size: 1,
    editions: { collection: name, versions: [], locales: ['en'] },
    files,
    calls: [],
    adopted: [],
    read: async (changed) => {
      fake.calls.push(`read ${changed?.join(' ') ?? 'all'}`);
      await turns(3);
      read = { ...fake.files };
    },
    fingerprint: () => JSON.stringify(read),
    build: async (onPage) => {
      fake.calls.push('build');
      const names = Object.keys(read);
      await turns(3);
      return names.map((file, number) => {
        if (read[file] === 'broken') throw new Error(`${file} is broken`);
        onPage(number + 1, names.length);
        return page({ collection: name, file }, [{ markdown: read[file] ?? '' }]);
      });
    },
    settle: async () => void fake.calls.push('settle'),
    problems: () => [
      { severity: 'warning', collection: name, file: 'a', line: 1, message: name, remedy: '' },
    ],
    adopt: (pages) => void fake.adopted.push(...pages),
  };
  return fake;
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

/** Snapshots in memory, under their keys. */
function snapshotsIn(kept: Map<string, SearchEngine>): Snapshots<SearchEngine> {
  return {
    load: async (key) => {
      const engine = kept.get(key);
      return engine === undefined ? undefined : { engine, isNew: false };
    },
    save: async (key, engine) => void kept.set(key, engine),
  };
}

interface Setup {
  readonly index: DocsIndex<SearchEngine>;
  readonly kept: Map<string, SearchEngine>;
  /** What is to be done later. */
  readonly due: (() => void)[];
  /** The engines that each new one was built on. */
  readonly previous: (SearchEngine | undefined)[];
  readonly progress: Progress[];
}

function setup(collections: readonly CollectionReader[], kept = new Map<string, SearchEngine>()): Setup {
  const previous: (SearchEngine | undefined)[] = [];
  const progress: Progress[] = [];
  const due: (() => void)[] = [];
  const index = new DocsIndex<SearchEngine>({
    collections,
    index: async ({ pages }, before) => {
      previous.push(before);
      return createFakeEngine(pages);
    },
    snapshots: snapshotsIn(kept),
    later: (act) => void due.push(act),
    onProgress: (one) => void progress.push(one),
  });
  return { index, kept, due, previous, progress };
}

function texts({ engine }: DocsIndex<SearchEngine>): string[] | undefined {
  return engine?.pages.map(
    ({ collection, file, sections }) => `${collection}/${file} ${sections[0]?.markdown}`,
  );
}

test('there is no engine until the docs are open', async () => {
  const { index } = setup([collectionOf('docs', { a: 'one' })]);
  expect(index.engine).toBeUndefined();
  const opening = index.open();
  expect(index.engine).toBeUndefined();
  await opening;
  expect(texts(index)).toEqual(['docs/a one']);
});

test('opening reads and indexes every collection, in order, and tells how far it is', async () => {
  const docs = collectionOf('docs', { a: 'one', b: 'two' });
  const { index, previous, progress } = setup([docs, collectionOf('api', { c: 'three' })]);
  expect(await index.open()).toEqual({ fromSnapshot: false });
  expect(texts(index)).toEqual(['docs/a one', 'docs/b two', 'api/c three']);
  expect(docs.calls).toEqual(['read all', 'build']);
  expect(previous).toEqual([undefined]);
  expect(progress).toEqual([
    { collection: 'docs', done: 1, total: 2 },
    { collection: 'docs', done: 2, total: 2 },
    { collection: 'api', done: 1, total: 1 },
  ]);
});

test('the problems are those of all collections', () => {
  const { index } = setup([collectionOf('docs', {}), collectionOf('api', {})]);
  expect(index.problems.map(({ message }) => message)).toEqual(['docs', 'api']);
});

test('a snapshot of the same docs is taken over, by the collections too, and nothing is built', async () => {
  const first = setup([collectionOf('docs', { a: 'one' })]);
  await first.index.open();
  const docs = collectionOf('docs', { a: 'one' });
  const second = setup([docs], first.kept);
  expect(await second.index.open()).toEqual({ fromSnapshot: true });
  expect(second.index.engine).toBe(first.index.engine);
  expect(docs.calls).toEqual(['read all']);
  expect(docs.adopted).toEqual(first.index.engine?.pages);
  expect(second.previous).toEqual([]);
});

test('only the collections that are followed prepare for changes', async () => {
  const [docs, api] = [collectionOf('docs', { a: 'one' }), collectionOf('api', {})];
  const { index } = setup([docs, api]);
  await index.open();
  await index.settle(['docs']);
  expect(docs.calls).toEqual(['read all', 'build', 'settle']);
  expect(api.calls).toEqual(['read all', 'build']);
});

test('a snapshot is kept under what was read, of each collection', async () => {
  const { index, kept } = setup([collectionOf('docs', { a: 'one' }), collectionOf('api', {})]);
  await index.open();
  expect([...kept.keys()]).toEqual(['docs {"a":"one"}\napi {}']);
  expect([...kept.values()]).toEqual([index.engine]);
});

test('a snapshot of other docs, or of the same in another collection, is not taken', async () => {
  const { index, kept } = setup([collectionOf('docs', { a: 'one' })]);
  await index.open();
  for (const other of [collectionOf('docs', { a: 'two' }), collectionOf('api', { a: 'one' })])
    expect(await setup([other], kept).index.open()).toEqual({ fromSnapshot: false });
});

test('a refresh reads what changed, of its collection only, builds on the old engine, and is kept a while later', async () => {
  const [docs, api] = [collectionOf('docs', { a: 'one' }), collectionOf('api', { c: 'three' })];
  const { index, kept, due, previous, progress } = setup([docs, api]);
  await index.open();
  const before = index.engine;
  docs.files = { a: 'two' };
  progress.length = 0;
  await index.refresh('docs', ['a']);
  expect(progress).toEqual([]);
  expect(texts(index)).toEqual(['docs/a two', 'api/c three']);
  expect(docs.calls).toEqual(['read all', 'build', 'read a', 'build']);
  expect(api.calls).not.toContain('read a');
  expect(previous).toEqual([undefined, before]);
  expect(kept.size).toBe(1);
  due[0]?.();
  await turns(3);
  expect(kept.get('docs {"a":"two"}\napi {"c":"three"}')).toBe(index.engine);
});

test('changes that come one after the other are kept once, with what the last one made', async () => {
  const docs = collectionOf('docs', { a: 'one' });
  const { index, kept, due } = setup([docs]);
  await index.open();
  for (const text of ['two', 'three']) {
    docs.files = { a: text };
    await index.refresh('docs', ['a']);
  }
  expect(due).toHaveLength(1);
  due[0]?.();
  await turns(3);
  expect([...kept.keys()]).toEqual(['docs {"a":"one"}', 'docs {"a":"three"}']);
  expect(kept.get('docs {"a":"three"}')).toBe(index.engine);
});

test('closing keeps what is due', async () => {
  const docs = collectionOf('docs', { a: 'one' });
  const { index, kept, due } = setup([docs]);
  await index.open();
  docs.files = { a: 'two' };
  await index.refresh('docs', ['a']);
  await index.close();
  expect(kept.get('docs {"a":"two"}')).toBe(index.engine);
  due[0]?.();
  await turns(3);
  expect(kept.size).toBe(2);
});

test('questions are answered from the old engine until the new one is whole', async () => {
  const docs = collectionOf('docs', { a: 'one' });
  const { index } = setup([docs]);
  await index.open();
  const before = index.engine;
  docs.files = { a: 'two' };
  const refreshing = index.refresh('docs', ['a']);
  await turns(4);
  expect(index.engine).toBe(before);
  await refreshing;
  expect(index.engine).not.toBe(before);
});

test('two refreshes at once run in turn, the second on what the first made', async () => {
  const docs = collectionOf('docs', { a: 'one', b: 'one' });
  const { index, previous } = setup([docs]);
  await index.open();
  docs.calls.length = 0;
  docs.files = { a: 'two', b: 'two' };
  const engines: (SearchEngine | undefined)[] = [index.engine];
  const first = index.refresh('docs', ['a']).then(() => engines.push(index.engine));
  await Promise.all([first, index.refresh('docs', ['b'])]);
  expect(docs.calls).toEqual(['read a', 'build', 'read b', 'build']);
  expect(previous.slice(1)).toEqual(engines);
});

test('a refresh before the docs are open waits for them', async () => {
  const docs = collectionOf('docs', { a: 'one' });
  const { index } = setup([docs]);
  await Promise.all([index.open(), index.refresh('docs', ['a'])]);
  expect(docs.calls).toEqual(['read all', 'build', 'read a', 'build']);
});

test('a refresh that fails leaves the old engine, and the next one works', async () => {
  const docs = collectionOf('docs', { a: 'one' });
  const { index, kept } = setup([docs]);
  await index.open();
  const before = index.engine;
  docs.files = { a: 'broken' };
  const failing = index.refresh('docs', ['a']);
  const waiting = index.refresh('docs', ['a']);
  await expect(failing).rejects.toThrow('a is broken');
  await expect(waiting).rejects.toThrow('a is broken');
  expect(index.engine).toBe(before);
  expect(kept.size).toBe(1);
  docs.files = { a: 'mended' };
  await index.refresh('docs', ['a']);
  expect(texts(index)).toEqual(['docs/a mended']);
});

test('docs that cannot be opened can be, once they are mended', async () => {
  const docs = collectionOf('docs', { a: 'broken' });
  const { index } = setup([docs]);
  await expect(index.open()).rejects.toThrow('a is broken');
  expect(index.engine).toBeUndefined();
  docs.files = { a: 'mended' };
  await index.open();
  expect(texts(index)).toEqual(['docs/a mended']);
});

test('a change of a collection that there is none of changes nothing', async () => {
  const { index } = setup([collectionOf('docs', { a: 'one' })]);
  await index.open();
  await index.refresh('other', ['a']);
  expect(texts(index)).toEqual(['docs/a one']);
});

test('closing waits for what is being written, and nothing is kept after it', async () => {
  const docs = collectionOf('docs', { a: 'one' });
  const writing: (() => void)[] = [];
  const saves: string[] = [];
  const index = new DocsIndex<SearchEngine>({
    collections: [docs],
    index: async ({ pages }) => createFakeEngine(pages),
    snapshots: {
      load: async () => undefined,
      save: async (key) => {
        saves.push(`${key} begun`);
        await new Promise<void>((resolve) => writing.push(resolve));
        saves.push(`${key} done`);
      },
    },
    later: () => undefined,
    onProgress: () => undefined,
  });
  const opening = index.open();
  await vi.waitFor(() => expect(saves).toHaveLength(1), { timeout: 30_000, interval: 5 });
  const closing = index.close();
  writing[0]?.();
  await closing;
  expect(saves).toEqual(['docs {"a":"one"} begun', 'docs {"a":"one"} done']);
  await opening;
  docs.files = { a: 'two' };
  await index.refresh('docs', ['a']);
  expect(saves).toHaveLength(2);
});
