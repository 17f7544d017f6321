import { pathOf } from '../../core/library.ts';
import type { Named, Surroundings } from '../../core/library.ts';
import type { Page, Section } from '../../core/page.ts';
import { cutText } from '../cut-text.ts';
import type { McpOptions } from './mcp-options.ts';
import { pageMarkdown, sectionMarkdown } from './page-markdown.ts';
import { collectionNames, pageLink, pageReference } from './page-reference.ts';
import type { ResourceLink } from './tool-result.ts';

/** What the docs tool reads out. */
export interface DocsDocument {
  readonly kind: 'page' | 'section' | 'folder';
  /** Opens the same again. */
  readonly id: string;
  /** Of the page, or of the folder itself. */
  readonly path: string;
  readonly title: string;
  /** Empty for a folder. */
  readonly url: string;
  readonly trail: readonly string[];
  readonly markdown: string;
  readonly around: Surroundings;
  readonly links: readonly ResourceLink[];
}

const TITLE = 200;

/** What a name of docs stands for; undefined where it stands for nothing. */
export function documentOf(named: Named, options: McpOptions): DocsDocument | undefined {
  switch (named.kind) {
    case 'page':
      return pageDocument(named.page, named.around, options);
    case 'section':
      return sectionDocument(named, options);
    case 'folder':
      return folderDocument(named.path, named.around, options);
    case 'unknown':
      return undefined;
  }
}

/** The top level as a folder: of all collections, where there are several. */
export function topDocument(options: McpOptions): DocsDocument {
  const children = topLevel(options);
  return folderDocument('', { siblings: [], children, parent: '', top: children }, options);
}

/** Pages and folders of the top level, behind the names of their collections where there are several of these. */
export function topLevel({ library, collections }: McpOptions): readonly string[] {
  return collections.flatMap(({ name }) => {
    const { top } = library.find('/', [name]).around;
    return collections.length > 1 ? top.map((path) => `${name}/${path}`) : top;
  });
}

function pageDocument(page: Page, around: Surroundings, options: McpOptions): DocsDocument {
  const path = pageReference(page, options);
  return {
    kind: 'page',
    id: path,
    path,
    title: cutText(page.title, TITLE),
    url: page.url,
    trail: shortened(page.trail),
    markdown: pageMarkdown(page),
    around,
    links: [pageLink(page, options)],
  };
}

interface NamedSection {
  readonly page: Page;
  readonly section: Section;
  readonly around: Surroundings;
}

/** A lead is the beginning of a page, and stands for all of it. */
function sectionDocument({ page, section, around }: NamedSection, options: McpOptions): DocsDocument {
  const whole = pageDocument(page, around, options);
  if (section.level === 0) return whole;
  return {
    ...whole,
    kind: 'section',
    id: section.id,
    title: cutText(section.heading, TITLE),
    url: section.url,
    trail: shortened(section.trail),
    markdown: sectionMarkdown(page, section),
  };
}

/** A folder says which pages and folders it has. */
function folderDocument(path: string, around: Surroundings, options: McpOptions): DocsDocument {
  const pages = pagesByPath(options);
  const lines = around.children.map((child) => {
    const page = pages.get(child);
    return page === undefined ? `- ${child}` : `- ${child}: ${cutText(page.title, TITLE)}`;
  });
  return {
    kind: 'folder',
    id: path || '/',
    path: path || '/',
    title: path === '' ? options.title : path,
    url: '',
    trail: [],
    markdown: lines.join('\n'),
    around: { ...around, children: [] },
    links: around.children.flatMap((child) => {
      const page = pages.get(child);
      return page === undefined ? [] : [pageLink(page, options)];
    }),
  };
}

/** Pages by their paths, and by these behind the names of their collections. */
function pagesByPath(options: McpOptions): ReadonlyMap<string, Page> {
  const pages = options.library.pages(collectionNames(options));
  const named = pages.flatMap((page): [string, Page][] => [
    [pathOf(page), page],
    [`${page.collection}/${pathOf(page)}`, page],
  ]);
  return new Map(named);
}

function shortened(trail: readonly string[]): readonly string[] {
  return trail.map((part) => cutText(part, TITLE));
}
