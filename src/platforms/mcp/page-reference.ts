import { pathOf } from '../../core/library.ts';
import type { Page } from '../../core/page.ts';
import type { Answer } from '../../core/reply.ts';
import type { McpOptions } from './mcp-options.ts';
import { resourceUri } from './resource-uris.ts';
import type { ResourceLink } from './tool-result.ts';

type NamedPage = Pick<Page, 'collection' | 'path'>;

/** What the docs tool takes for a page: its path, behind its collection where there are several. */
export function pageReference(page: NamedPage, { collections }: Pick<McpOptions, 'collections'>): string {
  return collections.length > 1 ? `${page.collection}/${pathOf(page)}` : pathOf(page);
}

/** The page that an answer is on, by its own title. */
export function pageOfAnswer(
  { id, collection, file, title }: Answer,
  { library }: Pick<McpOptions, 'library'>,
): NamedPage & Pick<Page, 'title'> {
  const found = library.find(id, [collection]);
  const path = found.kind === 'page' || found.kind === 'section' ? found.page.path : file;
  return { collection, path, title };
}

export function pageLink(
  page: NamedPage & Pick<Page, 'title'>,
  { prefix }: Pick<McpOptions, 'prefix'>,
): ResourceLink {
  return {
    uri: resourceUri(page, prefix),
    name: pathOf(page),
    title: page.title,
    mimeType: 'text/markdown',
  };
}

/** The names of the collections that may be shown, for a filter that takes an empty list for all there are. */
export function collectionNames({ collections }: Pick<McpOptions, 'collections'>): readonly string[] {
  return collections.map(({ name }) => name);
}
