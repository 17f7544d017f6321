import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Collection } from '../../src/content/collection.ts';
import { createFolderSource } from '../../src/content/folder-source.ts';
import type { FolderOptions } from '../../src/content/folder-source.ts';
import { createMissingPackageSource, findPackage } from '../../src/content/package-source.ts';
import type { Page } from '../../src/core/page.ts';
import type { Problem } from '../../src/core/problem.ts';
import { contentSourceContract } from '../contracts/content-source.ts';
import { createFakeSource } from '../fakes/content-source.ts';
import { rulesOf } from './read.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'signpost-'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [file, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), content);
  }
}

function optionsFor(fields: Partial<FolderOptions> = {}): FolderOptions {
  return {
    collection: 'docs',
    folder: root,
    include: ['**/*.md', '**/*.mdx'],
    exclude: [],
    maxFileBytes: 1_000_000,
    ...fields,
  };
}

interface Served {
  readonly files: readonly string[];
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
}

/** What a collection makes of the folder. */
async function serve(fields: Partial<FolderOptions> = {}): Promise<Served> {
  const collection = new Collection(createFolderSource(optionsFor(fields)), rulesOf({}));
  await collection.read();
  const pages = await collection.build();
  return { files: pages.map(({ file }) => file), pages, problems: collection.problems() };
}

function problem(file: string, message: string, remedy: string): Problem {
  return { severity: 'error', collection: 'docs', file, line: 0, message, remedy };
}

describe('a folder', () => {
  contentSourceContract(async (files) => {
    await write(files);
    return createFolderSource(optionsFor());
  });
});

describe('files in memory', () => {
  contentSourceContract(async (files) => createFakeSource(files));
});

describe('the docs of the fixtures', () => {
  test('come out readable, named and addressed', async () => {
    const { pages, problems } = await serve({ folder: join(import.meta.dirname, '../fixtures/docs') });
    expect(problems).toEqual([]);
    const sections = pages.flatMap((page) => page.sections.map((section) => ({ page, section })));
    expect(
      sections.map(({ page, section }) =>
        [`${page.file}:${section.line}`, section.url, [...section.trail, section.heading].join(' > ')].join(
          ' ',
        ),
      ),
    ).toMatchInlineSnapshot(`
      [
        "api/lanterns.md:1 https://docs.example/api/lanterns Lanterns API",
        "guides/care.md:1 https://docs.example/guides/care Care",
        "guides/light.mdx:1 https://docs.example/guides/light The lantern company > Guides > Light a lantern",
        "guides/light.mdx:10 https://docs.example/guides/light#trim-the-wick The lantern company > Guides > Light a lantern > Trim the wick",
        "guides/light.mdx:17 https://docs.example/guides/light#light-it The lantern company > Guides > Light a lantern > Light it",
        "guides/light.mdx:25 https://docs.example/guides/light#when-it-goes-out The lantern company > Guides > Light a lantern > Light it > When it goes out",
        "index.mdx:1 https://docs.example The lantern company > Lanterns",
        "index.mdx:5 https://docs.example#what-you-need The lantern company > Lanterns > What you need",
      ]
    `);
    expect(sections.map(({ section }) => section.markdown).join('\n\n')).toMatchInlineSnapshot(`
      "

      > **Every week:** Wipe the glass.

      | Part | How often |
      | - | - |
      | glass | weekly |
      | wick | monthly |

      > **Warning:** Keep water at hand.

      **Cotton**

      Cut it straight.

      **Wood**

      Break off what is burnt.

      **terminal**

      \`\`\`sh
      lantern light --color=amber
      \`\`\`

      *The flame stands still when it is right*

      Light it again.

      Lanterns light the way. Begin with [your first lantern](https://docs.example/guides/light), or see [the call](https://docs.example/api/lanterns).

      - **\`wick\`**: What burns. See [wicks](https://docs.example/guides/light#trim-the-wick).
      - **\`oil\`**: What it burns with."
    `);
  });
});

describe('the globs of a folder', () => {
  test('choose its files', async () => {
    await write({
      'a.md': '',
      'b.txt': '',
      'c/d.mdx': '',
      'drafts/e.md': '',
      '.hidden/f.md': '',
      '.g.md': '',
    });
    expect((await serve({ exclude: ['drafts/**'] })).files).toEqual(['a.md', 'c/d.mdx']);
    expect((await serve({ include: ['c/*'] })).files).toEqual(['c/d.mdx']);
  });

  test.each([
    ['**/*.rst', [], 'no file in ROOT matches **/*.rst'],
    ['**/*.md', ['**'], 'no file in ROOT matches **/*.md'],
  ])('that choose none are a problem: %s', async (include, exclude, message) => {
    await write({ 'a.md': '' });
    const { pages, problems } = await serve({ include: [include], exclude });
    expect(pages).toEqual([]);
    expect(problems).toEqual([
      problem('', message.replace('ROOT', root), 'mend include and exclude in the config'),
    ]);
  });

  test.each([
    ['missing', 'there is no folder ROOT/missing'],
    ['a.md', 'ROOT/a.md is no folder'],
    ['a.md/b', 'there is no folder ROOT/a.md/b'],
  ])('have nothing to choose from where no folder is: %s', async (name, message) => {
    await write({ 'a.md': '' });
    const { pages, problems } = await serve({ folder: join(root, name) });
    expect(pages).toEqual([]);
    expect(problems).toEqual([
      problem('', message.replace('ROOT', root), 'mend source.folder in the config'),
    ]);
  });
});

describe('a file that', () => {
  beforeEach(() => write({ 'ok.md': 'Fine.' }));

  test.each<[string, string | Uint8Array, string]>([
    ['is Latin-1', Buffer.from('Größe', 'latin1'), 'the file is not UTF-8'],
    ['is UTF-16', Buffer.from('\uFEFF# Title', 'utf16le'), 'the file is not UTF-8'],
    ['is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]), 'the file is not UTF-8'],
    [
      'is UTF-16 without a mark',
      Buffer.from('# Title', 'utf16le'),
      'the file holds NUL characters, as UTF-16 does',
    ],
  ])('%s is named, and the others are served', async (_what, content, message) => {
    await write({ 'bad.md': content });
    const { files, problems } = await serve();
    expect(files).toEqual(['ok.md']);
    expect(problems).toEqual([problem('bad.md', message, 'save it as UTF-8')]);
  });

  test('is too large is not read', async () => {
    await write({ 'large.md': 'x'.repeat(20_000_000) });
    const { files, problems } = await serve();
    expect(files).toEqual(['ok.md']);
    const message = 'the file has 20000000 bytes, more than the 1000000 that are read';
    expect(problems).toEqual([problem('large.md', message, 'split it, exclude it, or raise maxFileBytes')]);
  });

  test.each([
    ['begins with a byte order mark', '\uFEFF---\ntitle: T\n---\nText.'],
    ['has the line ends of Windows', '---\r\ntitle: T\r\n---\r\nText.\r\n'],
    ['has the line ends of old Macs', '---\rtitle: T\r---\rText.\r'],
  ])('%s is read as any other', async (_what, content) => {
    await write({ 'a.md': content });
    const { pages, problems } = await serve();
    expect(pages[0]).toMatchObject({ title: 'T', sections: [{ markdown: 'Text.' }] });
    expect(problems).toEqual([]);
  });

  test('is a link to itself, or to nothing, is named', async () => {
    await symlink(join(root, 'loop.md'), join(root, 'loop.md'));
    await symlink(join(root, 'nothing'), join(root, 'dangling.md'));
    const { files, problems } = await serve();
    expect(files).toEqual(['ok.md']);
    expect(problems).toEqual([
      problem('dangling.md', 'the file is gone', 'nothing to do if it was deleted; else restore it'),
      problem('loop.md', 'the file is a link that leads in a circle', 'delete the link'),
    ]);
  });

  test('is a link out of the folder is not read', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'signpost-outside-'));
    await writeFile(join(outside, 'secret.md'), 'secret');
    await symlink(join(outside, 'secret.md'), join(root, 'out.md'));
    await symlink(outside, join(root, 'folder'));
    const { files, problems } = await serve();
    expect(files).toEqual(['ok.md']);
    expect(problems).toEqual([
      problem('out.md', 'the file is a link that leads out of the folder', 'copy it into the folder'),
    ]);
    await expect(createFolderSource(optionsFor()).read('../../etc/passwd')).rejects.toThrow();
    await expect(createFolderSource(optionsFor()).read('folder/secret.md')).rejects.toThrow('leads out');
    await rm(outside, { recursive: true });
  });

  test('is a link within the folder is read', async () => {
    await symlink('ok.md', join(root, 'same.md'));
    await symlink(root, join(root, 'circle'));
    expect((await serve()).files).toEqual(['ok.md', 'same.md']);
  });

  test('is a folder by the name of a page is none', async () => {
    await write({ 'folder.md/a.md': 'a' });
    expect((await serve()).files).toEqual(['folder.md/a.md', 'ok.md']);
  });

  test('vanishes after it was listed is named', async () => {
    await write({ 'gone.md': 'x' });
    const source = createFolderSource(optionsFor());
    const listing = await source.list();
    await rm(join(root, 'gone.md'));
    const collection = new Collection({ ...source, list: async () => listing }, rulesOf({}));
    await collection.read();
    expect((await collection.build()).map(({ file }) => file)).toEqual(['ok.md']);
    expect(collection.problems()).toMatchObject([{ file: 'gone.md', message: 'the file is gone' }]);
  });

  test('is empty, or only frontmatter, is a page', async () => {
    await write({ 'a.md': '', 'b.md': '---\ntitle: B\n---' });
    const { pages, problems } = await serve();
    expect(pages.map(({ title, sections }) => [title, sections.length])).toEqual([
      ['A', 1],
      ['B', 1],
      ['Ok', 1],
    ]);
    expect(problems).toEqual([]);
  });
});

describe('a package', () => {
  test('is found from a folder upwards', async () => {
    await write({ 'node_modules/@lanterns/docs/package.json': '{}', 'a/b/c.md': '' });
    const folder = join(root, 'node_modules/@lanterns/docs');
    expect(await findPackage('@lanterns/docs', join(root, 'a/b'))).toBe(folder);
    expect(await findPackage('@lanterns/none', join(root, 'a/b'))).toBeUndefined();
  });

  test('that is not installed says how to install it', async () => {
    const source = createMissingPackageSource('docs', '@lanterns/docs');
    expect(await source.list()).toEqual({
      files: [],
      problems: [problem('', 'the package @lanterns/docs is not installed', 'npm install @lanterns/docs')],
    });
    await expect(source.read('a.md')).rejects.toThrow('is not installed');
  });
});
