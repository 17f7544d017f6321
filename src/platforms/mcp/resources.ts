import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import type { ListResourcesResult, McpServer, ReadResourceResult } from '@modelcontextprotocol/server';
import { pathOf } from '../../core/library.ts';
import { decodeOffset, encodeCursor } from './cursor.ts';
import { joined } from './joined.ts';
import { pieceFrom } from './markdown-piece.ts';
import type { Piece } from './markdown-piece.ts';
import type { McpOptions } from './mcp-options.ts';
import { pageMarkdown } from './page-markdown.ts';
import { collectionNames, pageLink } from './page-reference.ts';
import { pageOfResource, readResourceUri, schemeOf } from './resource-uris.ts';
import { TOKENS, tokensOfResult } from './token-budget.ts';

/** Resources of one page of the list. */
const LISTED = 100;
const LIST_CURSOR = ['resources'];

/** Serves every page of the docs as a resource, by the template of their addresses. */
export function registerResources(server: McpServer, options: McpOptions): void {
  const { prefix, title } = options;
  const template = new ResourceTemplate(`${schemeOf(prefix)}://{collection}/{+path}`, {
    list: undefined,
    complete: {
      collection: (typed) => collectionNames(options).filter((name) => name.startsWith(typed.toLowerCase())),
      path: (typed, context) => completePath(typed, context?.arguments?.['collection'] ?? '', options),
    },
  });
  server.registerResource(
    `${prefix}_page`,
    template,
    { title: `Page of ${title}`, description: `A page of ${title}, as Markdown`, mimeType: 'text/markdown' },
    (uri) => readPage(uri.href, options),
  );
  // The SDK lists all at once.
  server.server.setRequestHandler('resources/list', ({ params }) => listPages(params?.cursor ?? '', options));
}

function listPages(cursor: string, options: McpOptions): ListResourcesResult {
  const offset = decodeOffset(cursor, LIST_CURSOR);
  if (offset === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'Unknown cursor');
  const pages = options.library.pages(collectionNames(options));
  const resources = pages.slice(offset, offset + LISTED).map((page) => ({
    ...pageLink(page, options),
    ...(page.description === '' ? {} : { description: page.description }),
  }));
  const next = offset + LISTED;
  return {
    resources,
    ...(next < pages.length ? { nextCursor: encodeCursor(String(next), LIST_CURSOR) } : {}),
  };
}

/** A page, or as much of it as one reply may have; the text says by which address the rest is read. */
function readPage(uri: string, options: McpOptions): ReadResourceResult {
  const address = readResourceUri(uri, options.prefix);
  const page = address && pageOfResource(address, options);
  if (address === undefined || page === undefined) throw new ResourceNotFoundError(uri);
  const source = joined([`# ${page.title}`, page.url, pageMarkdown(page)]);
  const of = ['resource', page.collection, page.file, source];
  const offset = decodeOffset(address.cursor, of);
  if (offset === undefined)
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'The page has changed: read it without cursor');
  const { uri: whole } = pageLink(page, options);
  const contents = (piece: Piece): ReadResourceResult => {
    const more =
      piece.next === undefined ? '' : `Read on: ${whole}?cursor=${encodeCursor(String(piece.next), of)}`;
    return { contents: [{ uri, mimeType: 'text/markdown', text: joined([piece.markdown, more]) }] };
  };
  return contents(pieceFrom(source, offset, (piece) => tokensOfResult(contents(piece)) <= TOKENS.byDefault));
}

/** Paths that begin so, then those that hold it. */
function completePath(typed: string, collection: string, options: McpOptions): string[] {
  const names = collectionNames(options);
  const pages = options.library.pages(names.includes(collection) ? [collection] : names);
  const asked = typed.toLowerCase();
  const paths = [...new Set(pages.map(pathOf))].filter((path) => path.toLowerCase().includes(asked));
  const begins = (path: string): boolean => path.toLowerCase().startsWith(asked);
  return [...paths.filter(begins), ...paths.filter((path) => !begins(path))];
}
