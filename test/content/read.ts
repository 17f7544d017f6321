import { Collection } from '../../src/content/collection.ts';
import type { CollectionRules, SiteOptions } from '../../src/content/collection-rules.ts';
import type { Page, Section } from '../../src/core/page.ts';
import type { Problem } from '../../src/core/problem.ts';
import { createFakeSource } from '../fakes/content-source.ts';
import type { FakeFiles } from '../fakes/content-source.ts';

export const SITE = 'https://docs.example';

export const RULES: CollectionRules = {
  name: 'docs',
  version: '',
  locale: 'en',
  locales: [],
  source: { main: '' },
  site: {
    preset: 'plain',
    url: SITE,
    base: '',
    linkRoot: '',
    anchors: { customId: 'curly', annotation: 'url' },
  },
  navigation: '_navigation.mdx',
  frontmatter: {
    title: ['title'],
    description: ['description'],
    keywords: ['keywords', 'tags'],
    slug: ['slug'],
    hidden: ['draft'],
  },
  structured: [],
};

export interface ReadOptions {
  readonly file?: string;
  readonly rules?: Partial<Omit<CollectionRules, 'site'>>;
  readonly site?: Partial<Omit<SiteOptions, 'anchors'>>;
  readonly anchors?: SiteOptions['anchors'];
}

export interface ReadPages {
  readonly pages: readonly Page[];
  readonly problems: readonly Problem[];
}

export function rulesOf({ rules, site, anchors }: ReadOptions): CollectionRules {
  const { site: byDefault } = RULES;
  return {
    ...RULES,
    ...rules,
    site: { ...byDefault, ...site, anchors: { ...byDefault.anchors, ...anchors } },
  };
}

/** The pages of a few files. */
export async function readAll(files: FakeFiles, options: ReadOptions = {}): Promise<ReadPages> {
  const collection = new Collection(createFakeSource(files), rulesOf(options));
  await collection.read();
  const pages = await collection.build();
  return { pages, problems: collection.problems() };
}

/** The page of a text. */
export async function readPage(text: string, options: ReadOptions = {}): Promise<Page> {
  const { pages } = await readAll({ [options.file ?? 'guide.mdx']: text }, options);
  if (pages[0] === undefined) throw new Error('there is no page');
  return pages[0];
}

/** The sections of a text, the lead first. */
export async function read(text: string, options: ReadOptions = {}): Promise<readonly Section[]> {
  return (await readPage(text, options)).sections;
}

/** What stands in a text without headings, normalised. */
export async function markdownOf(text: string, options: ReadOptions = {}): Promise<string> {
  return (await read(text, options)).map(({ markdown }) => markdown).join('\n\n');
}

/** Of each section but the lead, what its address adds to the site's. */
export async function addresses(text: string, options: ReadOptions = {}): Promise<string[]> {
  const [, ...sections] = await read(text, options);
  return sections.map(({ url }) => url.slice(SITE.length));
}
