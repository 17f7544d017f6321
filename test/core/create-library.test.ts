import { describe, expect, test } from 'vitest';
import { createLibrary } from '../../src/core/create-library.ts';
import { pathOf } from '../../src/core/library.ts';
import type { Library, Named } from '../../src/core/library.ts';
import type { Page } from '../../src/core/page.ts';
import type { SearchEngine } from '../../src/core/search-engine.ts';
import { createFakeEngine, page } from '../fakes/search-engine.ts';

const SITE = 'https://acme.example/docs';

/** A page whose address is its path, with a section a heading. */
function pageAt(file: string, headings: readonly string[] = [], collection = 'docs'): Page {
  const path = file.replace(/\.\w+$/u, '').replace(/(^|\/)index$/u, '');
  const title = path.replace(/^.*\//u, '').replaceAll('-', ' ');
  const url = collection === 'docs' ? `${SITE}/${path}` : `https://${collection}.example/${path}`;
  return page({ collection, file, title, url }, [
    { id: `${collection}:${file}` },
    ...headings.map((heading) => ({ heading, id: `${collection}:${file}:${heading}` })),
  ]);
}

const PAGES = [
  pageAt('glossary.mdx'),
  pageAt('sso/index.mdx', ['Test it', 'Für alle']),
  pageAt('sso/attributes.mdx', ['Custom attributes']),
  pageAt('sso/redirect-uris.md'),
  pageAt('sso/ux/sign-in.mdx'),
  pageAt('guides/Set Up.md'),
  pageAt('guides/c#.md'),
  pageAt('guides/v1.2.md'),
  pageAt('reference/directory/get.mdx'),
  pageAt('reference/directory/index.mdx'),
  pageAt('reference/directory.mdx'),
  pageAt('index.md', [], 'api'),
  pageAt('sso.md', ['Errors'], 'api'),
  pageAt('users/list.md', [], 'api'),
];

const LIBRARY = libraryOf(PAGES);

function libraryOf(pages: readonly Page[]): Library {
  const engine = createFakeEngine(pages);
  return createLibrary({ engine: () => engine });
}

function named(reference: string, collections: readonly string[] = []): string {
  return show(LIBRARY.find(reference, collections));
}

/** `page docs:sso/index.mdx`, `section Test it`, `folder sso/ux`, `unknown`. */
function show(found: Named): string {
  switch (found.kind) {
    case 'page':
      return `page ${found.page.collection}:${found.page.file}`;
    case 'section':
      return `section ${found.section.heading}`;
    case 'folder':
      return `folder ${found.path}`;
    case 'unknown':
      return 'unknown';
  }
}

function nearest(reference: string, library = LIBRARY): string[] {
  const found = library.find(reference, []);
  return found.kind === 'unknown' ? found.nearest.map(pathOf) : [`not unknown: ${show(found)}`];
}

describe('a page is found', () => {
  test.each([
    'sso/attributes',
    'sso/attributes.mdx',
    'sso/attributes.md',
    'sso/attributes.html',
    '/sso/attributes/',
    './sso//attributes',
    ' sso/attributes\n',
    'SSO/Attributes.MDX',
    'sso\\attributes',
    'sso%2Fattributes',
    'sso%5cattributes',
    'sso/attributes/index',
    'sso/attributes?tab=node',
    'sso/attributes#no-such-heading',
    'docs/sso/attributes',
    '/Docs/sso/attributes.mdx',
    `${SITE}/sso/attributes`,
    'http://ACME.example/docs/sso/attributes/?utm=1',
    `${SITE}/sso/attributes.md`,
    `${SITE}/sso/attributes#no-such-heading`,
    'acme.example/docs/sso/attributes',
  ])('by %j', (reference) => {
    expect(named(reference)).toBe('page docs:sso/attributes.mdx');
  });

  test.each([
    ['sso', 'docs:sso/index.mdx'],
    ['sso/', 'docs:sso/index.mdx'],
    ['sso/index', 'docs:sso/index.mdx'],
    ['sso/index.mdx', 'docs:sso/index.mdx'],
    ['guides/Set Up', 'docs:guides/Set Up.md'],
    ['guides/set%20up', 'docs:guides/Set Up.md'],
    ['guides/c#', 'docs:guides/c#.md'],
    ['guides/c%23', 'docs:guides/c#.md'],
    ['guides/v1.2', 'docs:guides/v1.2.md'],
    ['reference/directory', 'docs:reference/directory.mdx'],
    ['reference/directory/index', 'docs:reference/directory/index.mdx'],
    ['api', 'api:index.md'],
    ['api/index', 'api:index.md'],
    ['api/sso', 'api:sso.md'],
    ['users/list', 'api:users/list.md'],
    ['https://api.example/sso', 'api:sso.md'],
  ])('by its path, file or collection: %s', (reference, file) => {
    expect(named(reference)).toBe(`page ${file}`);
  });

  test('in the first collection, unless another is asked for', () => {
    expect(named('sso')).toBe('page docs:sso/index.mdx');
    expect(named('sso', ['api'])).toBe('page api:sso.md');
    expect(named('glossary', ['api'])).toBe('unknown');
    expect(named(`${SITE}/glossary`, ['api'])).toBe('unknown');
    expect(named('docs:glossary.mdx', ['api'])).toBe('unknown');
    expect(named('sso', ['none'])).toBe('unknown');
  });

  test('by its very name before one whose name differs in case', () => {
    const library = libraryOf([pageAt('Setup.md'), pageAt('setup.md')]);
    expect(show(library.find('setup', []))).toBe('page docs:setup.md');
    expect(show(library.find('Setup', []))).toBe('page docs:Setup.md');
    expect(show(library.find('SETUP', []))).toBe('page docs:Setup.md');
  });

  test('by the path of its address, where its file is called otherwise', () => {
    const library = libraryOf([page({ file: 'a/01-start.md', url: `${SITE}/get-started` }, [{}])]);
    expect(show(library.find('/docs/get-started', []))).toBe('page docs:a/01-start.md');
  });
});

describe('a section is found', () => {
  test.each([
    ['docs:sso/index.mdx:Test it', 'Test it'],
    ['docs:sso/index.mdx', 'sso'],
    ['sso#test-it', 'Test it'],
    ['SSO.mdx#Test-It', 'Test it'],
    ['sso?x=1#test-it', 'Test it'],
    ['sso#Test it', 'Test it'],
    ['sso#f%C3%BCr-alle', 'Für alle'],
    ['sso#für-alle', 'Für alle'],
    ['docs/sso/attributes#custom-attributes', 'Custom attributes'],
    [`${SITE}/sso#test-it`, 'Test it'],
    [`${SITE}/sso/index.html#test-it`, 'Test it'],
    ['api/sso#errors', 'Errors'],
  ])('by %s', (reference, heading) => {
    expect(named(reference)).toBe(`section ${heading}`);
  });

  test('by a path, where its address has one', () => {
    const url = `${SITE}/sso`;
    const sections = [{}, { heading: 'Domains', url: `${url}/1-set-up/domains` }];
    const library = libraryOf([page({ file: 'sso.md', url }, sections)]);
    const references = [
      'sso/1-set-up/domains',
      'docs/sso/1-Set-Up/domains/',
      `${url}/1-set-up/domains`,
      'sso#domains',
      `${url}#domains`,
    ];
    expect(references.map((reference) => show(library.find(reference, [])))).toEqual(
      references.map(() => 'section Domains'),
    );
    expect(show(library.find('sso/domains', []))).toBe('unknown');
  });
});

describe('a folder without a page of its own is found', () => {
  test.each([
    ['sso/ux', 'sso/ux'],
    ['SSO/UX/', 'sso/ux'],
    ['docs/guides', 'guides'],
    ['guides/index', 'guides'],
    ['docs', ''],
    ['', ''],
    ['/', ''],
    ['./', ''],
  ])('by %j', (reference, path) => {
    expect(named(reference)).toBe(`folder ${path}`);
  });
});

describe('nothing leads out of the index:', () => {
  test.each([
    '../../package.json',
    '../sso',
    'sso/../glossary',
    'sso/../../package',
    'sso\\..\\glossary',
    '/etc/passwd',
    '//etc/passwd',
    '%2e%2e%2fglossary',
    '%2e%2e/%2e%2e/package.json',
    '%252e%252e%252fglossary',
    'sso/%2e%2e/glossary',
    '..%2fglossary',
    '..%5cglossary',
    '..%c0%afglossary',
    '....//glossary',
    '..;/glossary',
    '\uFF0E\uFF0E/glossary',
    'sso\u0000',
    'sso%00',
    'sso\u0000.mdx',
    'glossary%00.md',
    'C:\\',
    'C:\\sso\\attributes.mdx',
    '\\\\host\\share',
    'file:///etc/passwd',
    'file:sso/attributes',
    'https://evil.example/docs/sso',
    'https://acme.example@evil.example/docs/sso',
    'https://acme.example/docs/%2e%2e/%2e%2e/etc/passwd',
    'javascript:alert(1)',
    '~/.ssh/id_rsa',
    '$HOME',
    '.env',
    '.md',
    '*',
    'sso/*',
    '__proto__',
    'constructor',
    'sso/__proto__',
    '#test-it',
    '?x',
    '%',
    'sso/%E0%A4%A',
    '\uD800',
    'node_modules',
  ])('%j', (reference) => {
    expect(named(reference)).toBe('unknown');
  });

  test.each([
    ['letters', 'a'.repeat(60_000)],
    ['slashes', '/'.repeat(60_000)],
    ['folders', '../'.repeat(20_000)],
    ['segments', 'sso/'.repeat(15_000)],
    ['encoded', '%2e'.repeat(20_000)],
    ['an address', `${SITE}/${'sso/'.repeat(15_000)}`],
    ['an anchor', `sso#${'x'.repeat(60_000)}`],
    ['astral', '😀'.repeat(30_000)],
  ])('60 kB of %s', (_what, reference) => {
    expect(named(reference)).toBe('unknown');
  });
});

describe('of a name that is wrong, the nearest pages are told:', () => {
  test.each([
    ['sso/atributes', 'sso/attributes'],
    ['sso/attribute.md', 'sso/attributes'],
    ['docs/sso/atributes', 'sso/attributes'],
    ['attributes', 'sso/attributes'],
    ['user-management/attributes', 'sso/attributes'],
    ['sso/overview', 'sso'],
    ['sso/redirect', 'sso/redirect-uris'],
    ['glosary', 'glossary'],
    ['../../docs/glossary.md', 'glossary'],
    ['https://acme.example/docs/sso/attribtues', 'sso/attributes'],
    ['user/lists', 'users/list'],
  ])('%s → %s', (reference, path) => {
    expect(nearest(reference)[0]).toBe(path);
  });

  test('what search finds by the words, where no name is like it', () => {
    const library = libraryOf([
      pageAt('a.md'),
      page({ file: 'zebra.md', title: 'Zebra' }, [{ markdown: 'They eat grass, and have no reins.' }]),
    ]);
    expect(nearest('animals/eat-grass', library)).toEqual(['zebra']);
  });

  test('at most ten, each once, and only of the collections that are asked', () => {
    const many = libraryOf(Array.from({ length: 40 }, (_, number) => pageAt(`guides/setup-${number}.md`)));
    const found = nearest('guides/setup', many);
    expect(found).toHaveLength(10);
    expect(new Set(found).size).toBe(10);
    const inApi = LIBRARY.find('ss', ['api']);
    expect(inApi.kind === 'unknown' && inApi.nearest.map(({ collection }) => collection)).toEqual(['api']);
  });

  test('none, where nothing is like it', () => {
    expect(nearest('€€€')).toEqual([]);
  });
});

describe('around', () => {
  const TOP = ['glossary', 'guides/', 'reference/', 'sso/'];

  test.each<[string, Named['around']]>([
    ['sso/attributes', { siblings: ['sso/redirect-uris'], children: [], parent: 'sso', top: TOP }],
    [
      'sso',
      {
        siblings: ['glossary'],
        children: ['sso/attributes', 'sso/redirect-uris', 'sso/ux/'],
        parent: '',
        top: TOP,
      },
    ],
    ['sso#test-it', LIBRARY.find('sso', []).around],
    ['sso/ux/sign-in', { siblings: [], children: [], parent: 'sso/ux', top: TOP }],
    [
      'sso/ux',
      {
        siblings: ['sso/attributes', 'sso/redirect-uris'],
        children: ['sso/ux/sign-in'],
        parent: 'sso',
        top: TOP,
      },
    ],
    ['', { siblings: [], children: TOP, parent: '', top: TOP }],
    [
      'SSO/deep/er',
      { siblings: ['sso/attributes', 'sso/redirect-uris'], children: [], parent: 'sso', top: TOP },
    ],
    ['nowhere', { siblings: ['glossary', 'sso'], children: [], parent: '', top: TOP }],
    [
      'api',
      { siblings: [], children: ['index', 'sso', 'users/'], parent: '', top: ['index', 'sso', 'users/'] },
    ],
    [
      'api/users/lost',
      { siblings: ['users/list'], children: [], parent: 'users', top: ['index', 'sso', 'users/'] },
    ],
  ])('%j', (reference, around) => {
    expect(LIBRARY.find(reference, []).around).toEqual(around);
  });

  test('a folder full of pages, a hundred are named', () => {
    const library = libraryOf(Array.from({ length: 300 }, (_, number) => pageAt(`all/${number}.md`)));
    const { siblings } = library.find('all/7', []).around;
    expect(siblings).toHaveLength(100);
    expect(siblings).not.toContain('all/7');
    expect(library.find('all', []).around.children).toHaveLength(100);
  });
});

test('every page opens by the names that the lists have for it', () => {
  const { top } = LIBRARY.find('', []).around;
  const open = [...top];
  const opened: string[] = [];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const found = LIBRARY.find(name, ['docs']);
    opened.push(show(found));
    open.push(...found.around.children);
  }
  expect(opened).not.toContain('unknown');
  expect(opened.filter((one) => one.startsWith('page')).sort()).toEqual(
    PAGES.filter(({ collection, file }) => collection === 'docs' && file !== 'reference/directory/index.mdx')
      .map(({ file }) => `page docs:${file}`)
      .sort(),
  );
});

test('pages are listed in their order, of all collections or some', () => {
  expect(LIBRARY.pages([])).toEqual(PAGES);
  expect(LIBRARY.pages(['api']).map(({ file }) => file)).toEqual(['index.md', 'sso.md', 'users/list.md']);
  expect(LIBRARY.pages(['none'])).toEqual([]);
});

test('a library without docs has nothing, and follows the index once it is there and when it changes', () => {
  let engine: SearchEngine | undefined;
  const library = createLibrary({ engine: () => engine });
  expect(library.isReady).toBe(false);
  expect(library.pages([])).toEqual([]);
  expect(library.find('old', [])).toEqual({
    kind: 'unknown',
    nearest: [],
    around: { siblings: [], children: [], parent: '', top: [] },
  });
  engine = createFakeEngine([pageAt('old.md')]);
  expect(library.isReady).toBe(true);
  expect(show(library.find('old', []))).toBe('page docs:old.md');
  engine = createFakeEngine([pageAt('new.md')]);
  expect(show(library.find('old', []))).toBe('unknown');
  expect(show(library.find('new', []))).toBe('page docs:new.md');
});
