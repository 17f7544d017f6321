import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import { folderWith } from '../folders.ts';
import { SITE, checkBuild, checkFolder } from './check-build.ts';
import { html, pageAt } from './linked-pages.ts';

const INSTALL = html(['Install', 'install']);

describe('a page is found', () => {
  test.each([
    ['/a', 'a.html'],
    ['/a', 'a/index.html'],
    ['/a/', 'a/index.html'],
    ['/a.html', 'a.html'],
    ['/a/index.html', 'a/index.html'],
    ['/', 'index.html'],
    ['', 'index.html'],
    ['/7.0-notes', '7.0-notes.html'],
    ['/dot%20number/%C3%BCber', 'dot number/über.html'],
    ['/a%2Bb&c', 'a+b&c.html'],
    ['/100%', '100%.html'],
    ['/u\u0308ber', 'über.html'],
    ['/über', 'u\u0308ber.html'],
  ])('%s in %s', async (path, file) => {
    const page = pageAt(`${SITE}${path}`, 'a.md', [['Install', 'install']]);
    expect(await checkBuild({ [file]: INSTALL }, [page])).toEqual({
      summary: 'links: 2 of 2 sections confirmed in 1 page',
      problems: [],
    });
  });

  test('below the base, which the folder does not have', async () => {
    const pages = [pageAt(`${SITE}/project/docs/a`, 'a.md', [['Install', 'install']])];
    expect((await checkBuild({ 'docs/a.html': INSTALL }, pages, `${SITE}/project`)).problems).toEqual([]);
    expect((await checkBuild({ 'docs/a.html': INSTALL }, pages, `${SITE}/project/docs`)).problems).toEqual(
      [],
    );
    expect((await checkBuild({ 'a.html': INSTALL }, pages, `${SITE}/project/docs`)).problems).toEqual([]);
    expect((await checkBuild({ 'project/docs/a.html': INSTALL }, pages, `${SITE}/project`)).problems).toEqual(
      [],
    );
  });

  test('through a link to a folder, as versions often are, also where links go round', async () => {
    const folder = await folderWith({ '2.0/a/index.html': INSTALL });
    await symlink('2.0', join(folder, 'latest'));
    await symlink('..', join(folder, '2.0/up'));
    await symlink('nowhere', join(folder, 'broken'));
    expect((await checkFolder(folder, [pageAt(`${SITE}/latest/a/`, 'a.md')])).problems).toEqual([]);
  });
});

describe('an id is found', () => {
  test.each([
    ['f%C3%BCr', 'für'],
    ['für', 'für'],
    ['a%20b', 'a b'],
    ['100%', '100%'],
    ['Case', 'Case'],
  ])('#%s as %s', async (fragment, id) => {
    const page = pageAt(`${SITE}/a`, 'a.md', [['X', fragment]]);
    expect((await checkBuild({ 'a.html': html(['X', id]) }, [page])).problems).toEqual([]);
  });

  test('whatever element has it, and wherever it stands', async () => {
    const page = pageAt(`${SITE}/a`, 'a.md', [
      ['Set up', 'setup'],
      ['Run', 'run'],
    ]);
    const source = '<div id="setup"></div><a name="run"></a><h2>Set up</h2><h2>Run</h2>';
    expect((await checkBuild({ 'a.html': source }, [page])).problems).toEqual([]);
  });

  test('and a section without one needs its page only', async () => {
    expect((await checkBuild({ 'a.html': '' }, [pageAt(`${SITE}/a`, 'a.md', [['X', '']])])).problems).toEqual(
      [],
    );
  });
});

describe('an id that differs is told with file, line and what is there', () => {
  const page = pageAt(`${SITE}/a`, 'guide/a.md', [['What’s new?', 'whats-new']]);

  test('the one that its heading has', async () => {
    expect(await checkBuild({ 'a.html': html(['What’s new?', 'news']) }, [page])).toEqual({
      summary: 'links: 1 of 2 sections confirmed in 1 page',
      problems: [
        `error: docs: guide/a.md:10: “What’s new?” is linked as ${SITE}/a#whats-new, and its id is news (give the heading an id of its own, or set site.preset, or site.anchors.slug where the site was told to make ids in another way)`,
      ],
    });
  });

  test('the one that has the same words', async () => {
    const { problems } = await checkBuild({ 'a.html': '<p id="what_s_new">' }, [page]);
    expect(problems[0]).toContain(', and its id is what_s_new (');
  });

  test('that the heading has none', async () => {
    const more = pageAt(`${SITE}/b`, 'b.md', [['X', 'x']]);
    const files = { 'a.html': html(['What’s new?', '']), 'b.html': html(['X', 'x']) };
    expect((await checkBuild(files, [page, more])).problems).toEqual([
      `error: docs: guide/a.md:10: “What’s new?” is linked as ${SITE}/a#whats-new, and the site gives that heading no id (give the heading an id of its own)`,
    ]);
  });

  test('that there is no such heading', async () => {
    expect((await checkBuild({ 'a.html': html(['Other', 'other']) }, [page])).problems).toEqual([
      `error: docs: guide/a.md:10: “What’s new?” is linked as ${SITE}/a#whats-new, and the page has neither that heading nor that id (see whether the site leaves that heading out)`,
    ]);
  });

  test('that it is another heading’s, by its words or by its place', async () => {
    const shifted = pageAt(`${SITE}/a`, 'a.md', [
      ['Setup', 'setup'],
      ['Setup', 'setup-1'],
      ['Run', 'run'],
    ]);
    const files = {
      'a.html': html(['Setup', 'setup-1'], ['Setup', 'setup'], ['Build', 'run'], ['Run', 'run-1']),
    };
    const { problems } = await checkBuild(files, [shifted]);
    expect(problems.map((problem) => problem.replace(/ \(.*/u, ''))).toEqual([
      `error: docs: a.md:10: “Setup” is linked as ${SITE}/a#setup, which is the id of “Setup” elsewhere on the page; its own is setup-1`,
      `error: docs: a.md:20: “Setup” is linked as ${SITE}/a#setup-1, which is the id of “Setup” elsewhere on the page; its own is setup`,
      `error: docs: a.md:30: “Run” is linked as ${SITE}/a#run, which is the id of “Build”; its own is run-1`,
    ]);
  });

  test('nothing of headings whose text the site only shows in another way', async () => {
    const shown = pageAt(`${SITE}/a`, 'a.md', [
      ['Install :rocket: {version}', 'install'],
      ['Run', 'run'],
    ]);
    expect(
      (await checkBuild({ 'a.html': html(['Install 🚀 2.0', 'install'], ['Run it', 'run']) }, [shown]))
        .problems,
    ).toEqual([]);
  });
});

describe('a page that is not there', () => {
  test('is told with its file, and where it could be', async () => {
    const pages = [
      pageAt(`${SITE}/a`, 'a.md'),
      pageAt(`${SITE}/gone`, 'x/gone.md'),
      pageAt(`${SITE}/setup`, 'x/setup.md'),
    ];
    const { summary, problems } = await checkBuild({ 'a.html': html(), 'x/setup.html': html() }, pages);
    expect(problems).toEqual([
      `error: docs: x/gone.md:1: build/ has no page for ${SITE}/gone (see whether the site leaves the file out; then leave it out of the collection with exclude)`,
      `error: docs: x/setup.md:1: build/ has no page for ${SITE}/setup, but one for ${SITE}/x/setup (set site.routeBase: x)`,
    ]);
    expect(summary).toBe('links: 1 of 3 sections confirmed in 3 pages');
  });

  test('is one of all where the folder is another site’s', async () => {
    const { problems } = await checkBuild({ 'blog/index.html': html() }, [
      pageAt(`${SITE}/a`, 'a.md'),
      pageAt(`${SITE}/b`, 'b.md'),
    ]);
    expect(problems).toEqual([
      `error: docs: none of 2 pages is in build/, such as ${SITE}/a (see whether this is the folder of that site, and whether site.url, base and routeBase are right)`,
    ]);
  });

  test('only leads on to another', async () => {
    const files = { 'a.html': '<meta http-equiv="refresh" content="0; url=/b">', 'b.html': html(['X', 'x']) };
    const { problems } = await checkBuild(files, [pageAt(`${SITE}/a`, 'a.md', [['X', 'x']])]);
    expect(problems).toEqual([
      `error: docs: a.md:1: Signpost links to ${SITE}/a, which leads on to ${SITE}/b (see whether the page says in its frontmatter where it is)`,
    ]);
  });

  test('is a section whose address is a path', async () => {
    const page = pageAt(`${SITE}/a`, 'a.md');
    const [lead] = page.sections;
    const sections = [
      lead,
      { ...lead, line: 7, url: `${SITE}/a/x` },
      { ...lead, line: 9, url: `${SITE}/a/y` },
    ];
    const { summary, problems } = await checkBuild({ 'a.html': html(), 'a/x.html': html() }, [
      { ...page, sections: sections as Page['sections'] },
    ]);
    expect(problems).toEqual([
      `error: docs: a.md:9: build/ has no page for ${SITE}/a/y (set site.anchors.style: fragment where sections have no pages of their own)`,
    ]);
    expect(summary).toBe('links: 2 of 3 sections confirmed in 3 pages');
  });
});

describe('a folder that is no site', () => {
  test.each([
    [{ 'x.txt': '' }, '', 'there is no page in'],
    [{}, 'none', 'there is no folder'],
    [{ file: '' }, 'file', 'is a file, not a folder'],
  ])('%j', async (files, below, message) => {
    const folder = await folderWith(files);
    const { summary, problems } = await checkFolder(join(folder, below), [pageAt(`${SITE}/a`, 'a.md')]);
    expect(problems).toEqual([expect.stringContaining(message)]);
    expect(problems[0]).toContain('(build the site, or name the folder that holds it)');
    expect(summary).toBe('links: not checked, see below');
  });
});

test('addresses at other hosts are not looked for', async () => {
  const { summary, problems } = await checkBuild({ 'a.html': html() }, [
    pageAt(`${SITE}/a`, 'a.md'),
    pageAt('https://other.example/b', 'b.md'),
  ]);
  expect(problems).toEqual([
    `warning: docs: b.md:1: 1 page not looked at, since not at ${SITE}, such as https://other.example/b (look yourself)`,
  ]);
  expect(summary).toBe('links: 1 of 1 section confirmed in 1 page');
});
