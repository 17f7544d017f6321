import { describe, expect, test } from 'vitest';
import type { Page } from '../../src/core/page.ts';
import type { Files } from '../folders.ts';
import { SITE, checkBuild } from './check-build.ts';
import { html, pageAt, sitemapOf } from './linked-pages.ts';

const headings = (count: number, fragment: (at: number) => string, level = 2): Page =>
  pageAt(
    `${SITE}/a`,
    'a.md',
    Array.from({ length: count }, (_, at) => [`Word ${at}`, fragment(at), level] as const),
  );
const ids = (count: number, id: (at: number) => string): Files => ({
  'a.html': html(...Array.from({ length: count }, (_, at) => [`Word ${at}`, id(at)] as const)),
});

describe('many that differ in the same way are told once, with the rule that mends it', () => {
  const three = ['a', 'b', 'c'];
  const linked = (form: (name: string) => string): Page[] =>
    three.map((name) => pageAt(`${SITE}${form(name)}`, `${name}.md`));
  const built = (form: (name: string) => string): Files =>
    Object.fromEntries(three.map((name) => [form(name), html()]));

  test.each<[string, (name: string) => string, (name: string) => string, string]>([
    ['a slash too many', (name) => `/${name}/`, (name) => `${name}.html`, 'set site.trailingSlash: false'],
    [
      'an extension too many',
      (name) => `/${name}.html`,
      (name) => `${name}/index.html`,
      "set site.extension: ''",
    ],
    [
      'a folder that is not linked',
      (name) => `/${name}`,
      (name) => `docs/${name}.html`,
      'set site.routeBase: docs',
    ],
    [
      'a folder that is not there',
      (name) => `/docs/${name}`,
      (name) => `${name}.html`,
      'set site.routeBase so that docs is no part of it',
    ],
    [
      'capital letters',
      (name) => `/Guide/${name.toUpperCase()}`,
      (name) => `guide/${name}.html`,
      'see whether site.preset is the program that makes the site; addresses tell capital letters apart',
    ],
    [
      'numbers',
      (name) => `/01-intro/2.%20${name}`,
      (name) => `intro/${name}.html`,
      'see whether site.preset is the program that makes the site',
    ],
    [
      'a version between',
      (name) => `/docs/${name}`,
      (name) => `docs/v2/${name}.html`,
      'see site.preset, and whether versions and locales of the collection are those of the site',
    ],
    ['README', (name) => `/${name}/README`, (name) => `${name}/index.html`, 'let site.index have README'],
    ['no README', (name) => `/${name}`, (name) => `${name}/README.html`, 'take README out of site.index'],
  ])('%s', async (...[, linkForm, fileForm, remedy]) => {
    const { summary, problems } = await checkBuild(built(fileForm), linked(linkForm));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^error: docs: 3 pages differ in the same way from what is in build\/, such as a\.md:1 is linked as /u,
    );
    expect(problems[0]?.endsWith(` (${remedy})`)).toBe(true);
    expect(summary).toBe('links: 0 of 3 sections confirmed in 3 pages');
  });

  test('a rule also counts for a page whose name many have', async () => {
    const names = ['x/overview', 'y/overview', 'x/setup', ''];
    const pages = names.map((name) => pageAt(`${SITE}/${name}`, `${name}.md`));
    const files = Object.fromEntries(names.map((name) => [`docs/${name || 'index'}.html`, html()]));
    const { problems } = await checkBuild({ ...files, 'x/index.html': html() }, pages);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('4 pages differ in the same way');
    expect(problems[0]).toContain('(set site.routeBase: docs)');
  });

  test.each<[string, Page, Files, string]>([
    [
      'another slug',
      headings(4, (at) => `word-${at}`),
      ids(4, (at) => `_word${at}`),
      'set site.preset, or site.anchors.slug',
    ],
    [
      'case',
      headings(4, (at) => `word${at}`),
      ids(4, (at) => `Word${at}`),
      'set site.preset, or site.anchors.slug',
    ],
    ['no ids at all', headings(4, (at) => `word-${at}`), ids(4, () => ''), 'set site.anchors.style: none'],
  ])('%s', async (...[, page, files, remedy]) => {
    const { problems } = await checkBuild(files, [page]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^error: docs: 4 sections have (?:another|no) id on the site, such as a\.md:10 “Word 0” is linked as #word-?0/u,
    );
    expect(problems[0]).toContain(`(${remedy}`);
  });

  test('a rule also counts for a page that differs by something more', async () => {
    const pages = [...linked((name) => `/docs/${name}`), pageAt(`${SITE}/docs/setup`, 'setup.md')];
    const files = { ...built((name) => `${name}.html`), '02-setup.html': html() };
    const { problems } = await checkBuild(files, pages);
    expect(problems).toEqual([expect.stringContaining('4 pages differ in the same way')]);
  });

  test('what is counted in another way', async () => {
    const page = pageAt(
      `${SITE}/a`,
      'a.md',
      [0, 1, 2, 3].map((at) => ['Setup', at === 0 ? 'setup' : `setup-${at}`] as const),
    );
    const as = async (id: (at: number) => string): Promise<string[]> => {
      const files = {
        'a.html': html(...[0, 1, 2, 3].map((at) => ['Setup', at === 0 ? 'setup' : id(at)] as const)),
      };
      return [...(await checkBuild(files, [page])).problems];
    };
    expect(await as((at) => `setup_${at}`)).toEqual([
      expect.stringMatching(
        /^error: docs: 3 sections have another id .* \(set site\.anchors\.duplicates: underscore\)$/u,
      ),
    ]);
  });

  test('levels that have no ids', async () => {
    const deep = [1, 2, 3].map((at) => [`Deep ${at}`, `deep-${at}`, 4] as const);
    const page = pageAt(`${SITE}/a`, 'a.md', [['Flat', 'flat', 3], ...deep]);
    const files = { 'a.html': html(['Flat', 'flat'], ...deep.map(([text]) => [text, ''] as const)) };
    const { problems } = await checkBuild(files, [page]);
    expect(problems).toEqual([
      expect.stringMatching(/^error: docs: 3 sections have no id .* \(set site\.anchors\.depth: 3\)$/u),
    ]);
  });

  test('single ids of many that are right are told one by one', async () => {
    const page = headings(100, (at) => (at < 4 ? `wrong-${at}` : `word-${at}`));
    const { problems } = await checkBuild(
      ids(100, (at) => `word-${at}`),
      [page],
    );
    expect(problems).toHaveLength(4);
  });

  test('a hundred are listed, and how many more there are', async () => {
    const page = headings(120, (at) => `word-${at}`);
    const { problems } = await checkBuild({ 'a.html': html() }, [page]);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe('error: docs: not listed here: 20 further sections (mend those first)');
  });
});

describe('the sitemap of the build', () => {
  const pages = ['a', 'b', 'c'].map((name) => pageAt(`${SITE}/${name}`, `${name}.md`));
  const files = { 'a/index.html': html(), 'b/index.html': html(), 'c/index.html': html() };
  const withSitemap = (...urls: string[]): Files => ({ ...files, 'sitemap.xml': sitemapOf(...urls) });

  test('confirms addresses', async () => {
    const sitemap = withSitemap(...pages.map(({ url }) => url));
    expect((await checkBuild(sitemap, pages)).problems).toEqual([]);
  });

  test('says which form addresses have', async () => {
    const { summary, problems } = await checkBuild(withSitemap(...pages.map(({ url }) => `${url}/`)), pages);
    expect(problems).toEqual([
      expect.stringMatching(
        /^error: docs: 3 pages differ in the same way from what the sitemap says, .* \(set site\.trailingSlash: true\)$/u,
      ),
    ]);
    expect(summary).toBe('links: 0 of 3 sections confirmed in 3 pages');
  });

  test('counts less than what a page says of itself', async () => {
    const sitemap = sitemapOf(...pages.map(({ url }) => `${url}/`));
    const ownAddress = `<link rel="canonical" href="https://acme.example${new URL(`${SITE}/a`).pathname}">`;
    const { problems } = await checkBuild(
      { ...files, 'a/index.html': html().replace('<title>', `${ownAddress}<title>`), 'sitemap.xml': sitemap },
      pages,
    );
    expect(problems.join()).not.toContain(`${SITE}/a/`);
    expect(problems.join()).toContain(`${SITE}/b/`);
  });

  test('says which base they have', async () => {
    const { problems } = await checkBuild(
      withSitemap(...pages.map(({ url }) => url.replace(SITE, `${SITE}/project`))),
      pages,
    );
    expect(problems).toEqual([expect.stringContaining('(set site.base: /project, or')]);
  });

  test('may leave pages out, which is no failure', async () => {
    const { summary, problems } = await checkBuild(withSitemap(`${SITE}/a`), pages);
    expect(problems).toEqual([
      `warning: docs: the sitemap does not list 2 pages, such as ${SITE}/b of b.md (nothing to do where the site leaves them out on purpose)`,
    ]);
    expect(summary).toBe('links: 3 of 3 sections confirmed in 3 pages');
  });

  test('may be of another host, which is said', async () => {
    const { problems } = await checkBuild(
      withSitemap(...pages.map(({ url }) => url.replace(SITE, 'https://acme.example'))),
      pages,
    );
    expect(problems).toEqual([
      `warning: docs: the sitemap says that the site is at https://acme.example, and Signpost links to ${SITE} (set site.url to where the site is, or mend it in the site’s own config)`,
    ]);
  });

  test('may have parts, and be broken', async () => {
    const index = `<sitemapindex><sitemap><loc>${SITE}/sitemap-0.xml</loc></sitemap></sitemapindex>`;
    const parts = {
      'sitemap-index.xml': index,
      'sitemap-0.xml': sitemapOf(`${SITE}/a`),
      'de/sitemap.xml': sitemapOf(`${SITE}/b`, `${SITE}/c`),
    };
    expect((await checkBuild({ ...files, ...parts }, pages)).problems).toEqual([]);
    expect((await checkBuild({ ...files, 'sitemap.xml': '<urlset' }, pages)).problems).toEqual([]);
  });
});
