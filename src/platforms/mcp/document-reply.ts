import type { CallToolResult } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Surroundings } from '../../core/library.ts';
import type { DocsDocument } from './document.ts';
import { joined } from './joined.ts';
import { showPaged } from './paged-text.ts';
import type { TextPart } from './paged-text.ts';
import { mostThatFit, tokensOfResult } from './token-budget.ts';
import { toolResult } from './tool-result.ts';

export const docsOutput = z.object({
  kind: z.enum(['page', 'section', 'folder']),
  id: z.string().describe('Opens the same again'),
  path: z.string(),
  title: z.string(),
  url: z.string().describe('Empty for a folder'),
  trail: z.array(z.string()).describe('Titles above it, outermost first'),
  text: z.string().describe('Markdown, from the beginning or the cursor on'),
  nextCursor: z.string().optional().describe('There is more to read'),
  navigation: z
    .object({
      parent: z.string().describe('Folder above it; empty at the top'),
      siblings: z.array(z.string()),
      children: z.array(z.string()),
    })
    .optional()
    .describe('Paths that the docs tool opens'),
});

type DocsOutput = z.infer<typeof docsOutput>;

export interface DocumentOptions {
  /** Empty for the beginning. */
  readonly cursor: string;
  readonly maxTokens: number;
  /** Before the names of the tools. */
  readonly prefix: string;
}

/** The most paths of each kind, and the share of a reply that they may have. */
const PATHS = { most: 30, share: 0.3 } as const;

/** As much of a document as fits, with a cursor for the rest; what is around it comes with the beginning. */
export function showDocument(document: DocsDocument, options: DocumentOptions): CallToolResult {
  const { cursor, maxTokens, prefix } = options;
  const showing: Showing = { document, prefix, paths: 0 };
  const paths = cursor === '' ? pathsThatFit(showing, maxTokens * PATHS.share) : 0;
  return showPaged({
    source: document.markdown,
    of: ['docs', document.kind, document.id],
    cursor,
    maxTokens,
    show: (part) => resultOf(part, { ...showing, paths }),
  });
}

interface Showing {
  readonly document: DocsDocument;
  readonly prefix: string;
  /** How many paths of each kind are listed. */
  readonly paths: number;
}

function pathsThatFit(showing: Showing, tokens: number): number {
  const nothing: TextPart = { markdown: '', isFirst: true, nextCursor: '' };
  const tokensWith = (paths: number): number => tokensOfResult(resultOf(nothing, { ...showing, paths }));
  const bare = tokensWith(0);
  return mostThatFit(PATHS.most, (count) => tokensWith(count) - bare <= tokens);
}

function resultOf({ markdown, isFirst, nextCursor }: TextPart, showing: Showing): CallToolResult {
  const { document, paths } = showing;
  const { kind, id, path, title, url, trail, around, links } = document;
  const navigation = {
    parent: around.parent,
    siblings: around.siblings.slice(0, paths),
    children: around.children.slice(0, paths),
  };
  const output: DocsOutput = {
    kind,
    id,
    path,
    title,
    url,
    trail: [...trail],
    text: markdown,
    ...(nextCursor === '' ? {} : { nextCursor }),
    ...(paths === 0 ? {} : { navigation }),
  };
  return toolResult({
    markdown: documentMarkdown(output, showing.prefix, isFirst),
    structured: output,
    links: isFirst ? links : [],
  });
}

function documentMarkdown(output: DocsOutput, prefix: string, isFirst: boolean): string {
  const { id, title, url, trail, text, nextCursor, navigation } = output;
  const more = `There is more: call \`${prefix}_docs\` with path \`${id}\` and cursor \`${nextCursor ?? ''}\`.`;
  return joined([
    `# ${title}${isFirst ? '' : ' (continued)'}`,
    joined([trail.length === 0 ? '' : [...trail, title].join(' › '), url], '\n'),
    text,
    '---',
    nextCursor === undefined ? '' : more,
    navigation === undefined ? '' : navigationMarkdown(navigation),
  ]);
}

function navigationMarkdown({ parent, siblings, children }: Omit<Surroundings, 'top'>): string {
  return joined(
    [
      parent === '' ? '' : `Above: \`${parent}\``,
      siblings.length === 0 ? '' : `Beside: ${listed(siblings)}`,
      children.length === 0 ? '' : `Below: ${listed(children)}`,
    ],
    '\n',
  );
}

function listed(paths: readonly string[]): string {
  return paths.map((path) => `\`${path}\``).join(', ');
}
