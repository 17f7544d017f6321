import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import type { Heading, Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import type { PresetName, SiteRules } from '../../src/content/collection-rules.ts';
import { Collection } from '../../src/content/collection.ts';
import { encodePath } from '../../src/content/encode-path.ts';
import { parseBody } from '../../src/content/parse.ts';
import type { HeadingIds, Preset } from '../../src/content/preset.ts';
import { siteRules } from '../../src/content/site-rules.ts';
import type { Page } from '../../src/core/page.ts';
import { RULES } from '../content/read.ts';
import { createFakeSource } from '../fakes/content-source.ts';
import type { FakeFiles } from '../fakes/content-source.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

export interface PresetCase {
  readonly name: PresetName;
  readonly preset: Preset;
  /** Where there is one: a folder of `test/fixtures/links/` with a `corpus/` and what the real generator made of it. */
  readonly corpus?: string;
  /** `file:line` of headings whose id the file itself cannot tell, so that links lead to their page. */
  readonly untold?: readonly string[];
  /** `file:line` of headings whose id a file that theirs includes has too. */
  readonly shared?: readonly string[];
  /** Files of the corpus that may be pages, though the generator's site has none of them. */
  readonly unproven?: readonly string[];
}

/** One heading, or with level 0 one page, as the real generator emitted it. */
interface Truth {
  readonly file: string;
  readonly line?: number;
  readonly level: number;
  readonly urlPath: string;
  readonly anchor: string | null;
  readonly dupId?: boolean;
}

const FIXTURES = 'test/fixtures/links';
const URL_OF_SITE = 'https://docs.example';

/** What every preset has to do. */
export function presetContract(one: PresetCase): void {
  describe(`the preset ${one.name}`, () => {
    anyText(one);
    anyRoute(one);
    anyEdition(one);
    if (one.corpus !== undefined) corpusContract(one, one.corpus);
  });
}

/** What stands in headings, and around them. */
const MARKS = ['# ', '## ', '### ', '###### ', '\n', '\n\n', '\n---\n', '\n===\n', '> ', '- ', '    ', '\t'];
const NOTES = [
  '{#id}',
  ' {#id}',
  '[#id]',
  '{: #id }',
  '{/* #id */}',
  '<!-- #id -->',
  '{{ "url": "x" }}',
  '{',
  '}',
];
const INLINE = [
  '`',
  '``',
  '```\n',
  '~~~\n',
  '*',
  '**',
  '_',
  '\\',
  '[',
  ']',
  '](',
  ')',
  '![',
  ':a:',
  '::a',
  '$',
  '|',
];
const TAGS = [
  '<b>',
  '</b>',
  '<X/>',
  '<h2 id="x">',
  '</h2>',
  '<Tabs items={["a"]}>',
  '</Tabs>',
  '<Tabs.Tab>',
  '<details>',
];
const BLOCKS = [':::note\n', '\n:::\n', '!!! note\n', '=== "Tab"\n', '{{< x >}}', '{% x %}', '</Tabs.Tab>'];
const CHARACTERS = [
  '--',
  '---',
  '...',
  '"',
  "'",
  '&amp;',
  '&#0;',
  '&',
  '\0',
  '\u200B',
  '\u{1F680}',
  '한국어',
  'é',
  'İ',
  'ß',
];
const WORDS = [
  'constructor',
  '__proto__',
  'toString',
  'Setup',
  'Setup 1',
  '1',
  '404',
  '%',
  '%2e',
  '/',
  '..',
  ' ',
];
const PIECE = fc.oneof(
  fc.constantFrom(...MARKS, ...NOTES, ...INLINE, ...TAGS, ...BLOCKS, ...CHARACTERS, ...WORDS),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const BODY = fc.array(PIECE, { maxLength: 40 }).map((pieces) => pieces.join(''));

function anyText({ preset }: PresetCase): void {
  test('keeps every line of any text a line', () => {
    fc.assert(
      fc.property(BODY, (body) => {
        expect(preset.unify(body).split('\n').length).toBe(body.split('\n').length);
      }),
    );
  });

  test('gives ids that can stand in an address to the headings of any text', () => {
    const { anchors } = preset.defaults;
    fc.assert(
      fc.property(BODY, fc.boolean(), (body, isMdx) => {
        for (const { fragment } of idsIn(body, { preset, file: 'a.md', isMdx, anchors })?.values() ?? [])
          if (fragment !== undefined) expect(fragment).toMatch(/^(?:[\w.!~*'():@/;=$,&+?-]|%[\dA-F]{2})+$/u);
      }),
    );
  });

  test('knows no two headings by the same node, and none that is not in the page', () => {
    fc.assert(
      fc.property(BODY, (body) => {
        const { root, page } = parsed(body, { preset, file: 'a.md', isMdx: true });
        const known = new Set(headingsIn(root));
        for (const heading of preset.headingIds(page, preset.defaults.anchors)?.keys() ?? [])
          expect(known.has(heading)).toBe(true);
      }),
    );
  });
}

const SEGMENT = fc.oneof(
  fc.constantFrom(
    'index',
    'README',
    'readme',
    '01-intro',
    '_x',
    '(group)',
    '.',
    '..',
    'docs',
    'en',
    'v1',
    '...',
  ),
  fc.constantFrom(
    'a b',
    'a%2fb',
    '%2e%2e',
    'ü',
    '?',
    '#',
    '\\',
    '//',
    '@',
    ':',
    '$1',
    '[slug]',
    '1.',
    'page',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const PATH = fc.array(SEGMENT, { minLength: 1, maxLength: 5 }).map((segments) => segments.join('/'));
const VALUE = fc.oneof(
  PATH,
  PATH.map((path) => `/${path}`),
  fc.constantFrom(
    '/',
    '',
    '//evil.example/x',
    '../../..',
    'javascript:alert(1)',
    '/:title',
    '/:path/:basename/',
    null,
  ),
  fc.constantFrom(true, false, 0, 1.5, new Date(0), [], ['x'], {}, { a: 1 }),
  fc.anything(),
);
const DATA = fc.dictionary(
  fc.constantFrom(
    'slug',
    'id',
    'url',
    'permalink',
    'title',
    'draft',
    'date',
    'categories',
    'aliases',
    'layout',
  ),
  VALUE,
);

function anyRoute({ preset }: PresetCase): void {
  test('leads no page out of the site, whatever it is called and says of itself', () => {
    const rules = rulesOf(preset);
    const file = fc.tuple(PATH, fc.constantFrom('.md', '.mdx', '.html', '')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(file, DATA, fc.boolean(), (file, data, own) => {
        const { slug: given } = data;
        const slug = own && typeof given === 'string' && !/^https?:/iu.test(given) ? given : '';
        const route = preset.route({ file, data, slug, at: '', files: new Set([file]) }, rules);
        if (route === undefined) return;
        expect(route).not.toMatch(/^\//u);
        const { origin, pathname } = new URL(`${URL_OF_SITE}/base/${encodePath(route)}`);
        expect(origin).toBe(URL_OF_SITE);
        expect(`${pathname}/`.startsWith('/base/')).toBe(true);
      }),
    );
  });
}

async function readBroken(): Promise<string> {
  return '{"not": "a list"';
}

function anyEdition({ preset }: PresetCase): void {
  test('finds at least one edition in any files, the default one first', async () => {
    const options = { versions: undefined, locales: ['de'], version: '', locale: 'en', routeBase: 'docs' };
    await fc.assert(
      fc.asyncProperty(fc.array(PATH, { maxLength: 8 }), async (files) => {
        const editions = await preset.editions({ files, read: readBroken }, options);
        expect(editions[0]).toMatchObject({ locale: 'en' });
        for (const { folder, at } of editions) {
          expect(folder).toMatch(/^(?:.*\/)?$/su);
          expect(at).not.toMatch(/^\/|\/$/u);
        }
      }),
    );
  });
}

function corpusContract({ name, ...accepted }: PresetCase, corpus: string): void {
  const { files, truth } = readCorpus(corpus);
  const pages = truth.filter(({ level }) => level === 0);
  const headings = truth.filter(({ level, line }) => level > 0 && line !== undefined);
  const { untold = [], unproven = [], shared = [] } = accepted;
  const reading = readCollection(name, files);

  test('gives every page the address that the generator gives it', async () => {
    const expected = pages.map(({ file, urlPath }): [string, string] => [file, urlOf(urlPath)]);
    const found = (await reading).map(({ file, url }): [string, string] => [file, withoutEmptyPath(url)]);
    const proven = found.filter(([file]) => !unproven.includes(file));
    expect(new Map(proven)).toEqual(new Map(expected));
  });

  test('leads to every heading as the generator does, or else to its page', async () => {
    const { right, left, wrong } = scoreOf(headings, await reading);
    process.stdout.write(
      `  ${`${name}: ${pages.length} pages, ${right.length} of ${right.length + left.length} headings`}\n`,
    );
    expect(wrong.filter((one) => !shared.some((place) => one.startsWith(`${place} `)))).toEqual([]);
    expect(left.toSorted()).toEqual([...untold].toSorted());
  });
}

interface Score {
  readonly right: readonly string[];
  /** Those that the file itself cannot tell. */
  readonly left: readonly string[];
  readonly wrong: readonly string[];
}

/** How many headings are led to: of those whose id occurs twice, and of the title of a page, to the page is right. */
function scoreOf(headings: readonly Truth[], pages: readonly Page[]): Score {
  const score = { right: [] as string[], left: [] as string[], wrong: [] as string[] };
  const sections = new Map(
    pages.flatMap(({ file, sections }) => sections.map((one) => [`${file}:${one.line}`, one.url])),
  );
  for (const { file, line = 0, level, urlPath, anchor, dupId = false } of headings) {
    const [place, page] = [`${file}:${line}`, urlOf(urlPath)];
    // The rows name a heading of two lines by its second.
    const url = withoutEmptyPath(sections.get(place) ?? sections.get(`${file}:${line - 1}`) ?? page);
    const hasId = anchor !== null && anchor !== '' && !dupId;
    if (url === (hasId ? `${page}#${encoded(anchor)}` : page)) score.right.push(place);
    else if (url !== page) score.wrong.push(`${place} is ${anchor} and not ${url}`);
    else if (level === 1) score.right.push(place);
    else score.left.push(place);
  }
  return score;
}

/** What is percent-encoded already, as markdown-it-anchor has it, stays so. */
function encoded(anchor: string): string {
  return /^(?:[\w.!~*'()-]|%[\dA-F]{2})*$/u.test(anchor) ? anchor : encodeURIComponent(anchor);
}

/** The rows are decoded but for `+` and `&`, where the generator has encoded them. */
function urlOf(urlPath: string): string {
  const path = urlPath.replace(/%2B|%26/gu, decodeURIComponent);
  return withoutEmptyPath(`${URL_OF_SITE}${encodePath(path)}`);
}

/** `https://docs.example/` is `https://docs.example`. */
function withoutEmptyPath(url: string): string {
  return url.replace(/^(https:\/\/[^/]+)\/(?=#|$)/u, '$1');
}

async function readCollection(preset: PresetName, files: FakeFiles): Promise<readonly Page[]> {
  const site = { preset, url: URL_OF_SITE, base: '', linkRoot: '', anchors: {} };
  const collection = new Collection(createFakeSource(files), {
    ...RULES,
    site,
    frontmatter: { ...RULES.frontmatter, hidden: [] },
  });
  await collection.read();
  return collection.build();
}

interface Reading {
  readonly preset: Preset;
  readonly file: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** Left out: as the preset has it. */
  readonly isMdx?: boolean;
}

function parsed(body: string, { preset, file, data = {}, isMdx = isMdxFile(file, preset) }: Reading) {
  const { root, source } = parseBody(preset.unify(body), isMdx);
  return { root, page: { file, data, root, source, body, isMdx } };
}

function idsIn(
  body: string,
  { anchors, ...reading }: Reading & { readonly anchors: SiteRules['anchors'] },
): HeadingIds | undefined {
  return reading.preset.headingIds(parsed(body, reading).page, anchors);
}

function isMdxFile(file: string, { defaults }: Preset): boolean {
  return defaults.format === 'mdx' || (defaults.format === 'auto' && file.endsWith('.mdx'));
}

function headingsIn(node: Nodes): Heading[] {
  if (node.type === 'heading') return [node];
  return 'children' in node ? node.children.flatMap((child) => headingsIn(child)) : [];
}

function rulesOf(preset: Preset): SiteRules {
  const options = { preset: 'plain', url: URL_OF_SITE, base: '', linkRoot: '', anchors: {} } as const;
  return siteRules(options, preset.defaults);
}

function readCorpus(corpus: string): { files: FakeFiles; truth: readonly Truth[] } {
  const folder = join(FIXTURES, corpus, 'corpus');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.mdx?$/u.test(name),
  );
  const lines = readFileSync(join(FIXTURES, corpus, 'truth.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  return {
    // Names beyond ASCII are kept percent-encoded, since file systems differ in how they keep them.
    files: Object.fromEntries(
      names.map((name) => [decodeURIComponent(name), readFileSync(join(folder, name), 'utf8')]),
    ),
    truth: lines.map((line) => JSON.parse(line) as Truth),
  };
}
