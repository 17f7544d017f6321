import { beforeEach, describe, expect, test } from 'vitest';
import { Collection } from '../../src/content/collection.ts';
import type { Page } from '../../src/core/page.ts';
import { createFakeSource, unreadable } from '../fakes/content-source.ts';
import type { FakeFiles, FakeSource } from '../fakes/content-source.ts';
import { rulesOf } from './read.ts';

const FILES: FakeFiles = {
  '_navigation.mdx': '---\nlinks: [{title: Start, url: /start}]\n---\n',
  'api/get.md': '---\nreference: [{title: get, description: (lamp.wick)}]\n---\n',
  'api/list.md': '---\nreference: [{title: list, description: (lamp.oil)}]\n---\n',
  'api/texts.md': '---\ntexts: {lamp: {wick: A wick., oil: An oil.}}\n---\n',
  'start.md': 'Start [there](guides/light.md).',
  'guides/light.md': '---\ntitle: Light\n---\nLight it.',
  'guides/light/wick.md': 'The wick.',
};

const RULES = rulesOf({
  rules: {
    structured: [
      {
        key: 'reference',
        variants: [],
        heading: ['title'],
        name: 'key',
        type: 'type',
        text: 'description',
        flags: [],
        wrapper: '',
        omit: [],
        dictionary: 'texts',
      },
    ],
  },
});

let source: FakeSource;
let collection: Collection;

beforeEach(() => {
  source = createFakeSource(FILES);
  collection = new Collection(source, RULES);
});

async function readAndBuild(changed?: readonly string[]): Promise<readonly Page[]> {
  await collection.read(changed);
  return collection.build();
}

/** The files of the pages that are made anew after a change, sorted. */
async function remade(change: Record<string, string | undefined>): Promise<string[]> {
  const before = new Set(await readAndBuild());
  const files = Object.entries({ ...source.files, ...change });
  source.files = Object.fromEntries(files.filter(([, text]) => text !== undefined)) as FakeFiles;
  const after = await readAndBuild(Object.keys(change));
  return after.filter((page) => !before.has(page)).map(({ file }) => file);
}

describe('a collection', () => {
  test('reads every file once, and makes its pages in the order of their files', async () => {
    const pages = await readAndBuild();
    expect(source.reads).toEqual(Object.keys(FILES).sort());
    expect(pages.map(({ file }) => file)).toEqual(
      Object.keys(FILES)
        .sort()
        .filter((file) => file !== '_navigation.mdx'),
    );
    expect(collection.problems()).toEqual([]);
    expect(collection.name).toBe('docs');
  });

  test('tells how far it is', async () => {
    const told: [number, number][] = [];
    await collection.read();
    await collection.build((done, total) => told.push([done, total]));
    expect(told).toEqual([1, 2, 3, 4, 5, 6].map((done) => [done, 6]));
  });

  test('makes the same pages of the same files', async () => {
    const first = await readAndBuild();
    const second = await readAndBuild();
    expect(second.every((page, index) => page === first[index])).toBe(true);
    const other = new Collection(createFakeSource(FILES), RULES);
    await other.read();
    expect(await other.build()).toEqual(first);
  });

  test('reads again only what changed, what is new, and what it could not read', async () => {
    source.files = { ...FILES, 'bad.md': unreadable('bad.md') };
    await readAndBuild();
    source.reads.length = 0;
    source.files = { ...FILES, 'bad.md': 'good now', 'new.md': 'new', 'start.md': 'changed' };
    const pages = await readAndBuild(['start.md', 'gone.md']);
    expect(source.reads.sort()).toEqual(['bad.md', 'new.md', 'start.md']);
    expect(pages.map(({ file }) => file)).toEqual(expect.arrayContaining(['bad.md', 'new.md']));
    expect(collection.problems()).toEqual([]);
  });

  test('lets go of a file that is deleted', async () => {
    await readAndBuild();
    const { 'start.md': _deleted, ...files } = FILES;
    source.files = files;
    expect((await readAndBuild(['start.md'])).map(({ file }) => file)).not.toContain('start.md');
  });

  test('names what it cannot read, and serves the rest', async () => {
    source.files = { ...FILES, 'bad.md': unreadable('bad.md') };
    expect(await readAndBuild()).toHaveLength(6);
    expect(collection.problems()).toEqual([
      {
        severity: 'error',
        collection: 'docs',
        file: 'bad.md',
        line: 0,
        message: 'the file may not be read',
        remedy: 'give Signpost the right to read it',
      },
    ]);
  });

  test('does not hide a mistake of the program', async () => {
    source.read = () => Promise.reject(new TypeError('a mistake'));
    await expect(collection.read()).rejects.toThrow('a mistake');
  });

  test('has a fingerprint that changes with any name or text', async () => {
    const prints = new Set<string>();
    for (const files of [FILES, { ...FILES, 'start.md': 'x' }, { ...FILES, 'x.md': '' }, {}, FILES]) {
      source.files = files;
      await collection.read();
      prints.add(collection.fingerprint());
    }
    expect(prints.size).toBe(4);
  });
});

describe('a change', () => {
  test.each<[string, Record<string, string | undefined>, string[]]>([
    ['of nothing', { 'start.md': FILES['start.md'] as string }, []],
    ['of a text makes its page anew', { 'guides/light/wick.md': 'Other.' }, ['guides/light/wick.md']],
    [
      'of a title makes the pages below anew',
      { 'guides/light.md': '---\ntitle: Lamp\n---\nLight it.' },
      ['guides/light.md', 'guides/light/wick.md'],
    ],
    [
      'of the navigation makes the pages anew of which it says something else',
      { '_navigation.mdx': '---\nlinks: [{title: Begin, url: /start}]\n---\n' },
      ['start.md'],
    ],
    ['that takes the navigation away', { '_navigation.mdx': undefined }, ['start.md']],
    [
      'of a text that others refer to makes these anew',
      { 'api/texts.md': '---\ntexts: {lamp: {wick: Another., oil: An oil.}}\n---\n' },
      ['api/get.md', 'api/texts.md'],
    ],
    ['of texts that are taken away', { 'api/texts.md': undefined }, ['api/get.md', 'api/list.md']],
    [
      'of an address makes all pages anew, as any may link there',
      { 'guides/light.md': '---\ntitle: Light\nslug: /lit\n---\nLight it.' },
      ['api/get.md', 'api/list.md', 'api/texts.md', 'guides/light.md', 'guides/light/wick.md', 'start.md'],
    ],
  ])('%s', async (_what, change, expected) => {
    expect(await remade(change)).toEqual(expected);
  });

  test('is seen each time, of bodies and of what others take', async () => {
    await readAndBuild();
    const wick = async (text: string, title: string) => {
      source.files = { ...FILES, 'guides/light.md': `---\ntitle: ${title}\n---\n${text}` };
      const pages = await readAndBuild(['guides/light.md']);
      return pages
        .slice(-3)
        .flatMap(({ trail, sections }) => [...trail, ...sections.map(({ markdown }) => markdown)]);
    };
    const seen = [await wick('One.', 'Light'), await wick('Two.', 'Light'), await wick('Two.', 'Lamp')];
    expect(
      seen.map((texts) => ['One.', 'Two.', 'Light', 'Lamp'].filter((text) => texts.includes(text))),
    ).toEqual([
      ['One.', 'Light'],
      ['Two.', 'Light'],
      ['Two.', 'Lamp'],
    ]);
  });

  test('of an address changes the links that lead there', async () => {
    await readAndBuild();
    source.files = { ...FILES, 'guides/light.md': '---\nslug: /lit\n---\n' };
    const pages = await readAndBuild(['guides/light.md']);
    expect(pages.at(-1)?.links).toEqual([{ text: 'there', url: 'https://docs.example/lit' }]);
  });
});

describe('pages that were kept', () => {
  test('are taken over, and made anew only when they change', async () => {
    const kept = await readAndBuild();
    const started = new Collection(source, RULES);
    await started.read();
    started.adopt(kept);
    expect(await started.build()).toEqual(kept);
    expect((await started.build()).every((page, index) => page === kept[index])).toBe(true);
    source.files = { ...FILES, 'start.md': 'Other.' };
    await started.read(['start.md']);
    const after = await started.build();
    expect(after.filter((page, index) => page !== kept[index]).map(({ file }) => file)).toEqual(['start.md']);
  });

  test('are looked at before the first change', async () => {
    const kept = await readAndBuild();
    const started = new Collection(source, RULES);
    await started.read();
    started.adopt(kept);
    await started.settle();
    expect((await started.build()).every((page, index) => page === kept[index])).toBe(true);
  });

  test('of another collection, or of files that are gone, are not', async () => {
    const [page, ...kept] = await readAndBuild();
    if (page === undefined) throw new Error('there is no page');
    const started = new Collection(source, RULES);
    await started.read();
    started.adopt([{ ...page, collection: 'other' }, { ...page, file: 'gone.md' }, ...kept]);
    const built = await started.build();
    expect(built[0]).toEqual(page);
    expect(built[0]).not.toBe(page);
    expect(built).toHaveLength(6);
  });
});
