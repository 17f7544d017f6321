import type { CallToolResult } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Surroundings } from '../../core/library.ts';
import { longest } from '../cut-text.ts';
import { decodeOffset, encodeCursor } from './cursor.ts';
import type { DocsDocument } from './document.ts';
import { pieceFrom } from './markdown-piece.ts';
import type { Piece } from './markdown-piece.ts';
import { tokensOfResult } from './token-budget.ts';
import { toolError, toolResult } from './tool-result.ts';

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
  const of = ['docs', document.kind, document.id, document.markdown];
  const offset = decodeOffset(options.cursor, of);
  if (offset === undefined)
    return toolError(
      'This `cursor` is of something else, or the docs have changed. Repeat the call without it.',
    );
  const showing: Showing = { ...options, document, of, offset };
  const paths = offset > 0 ? 0 : pathsThatFit(showing);
  const show = (piece: Piece): CallToolResult => resultOf(piece, paths, showing);
  return show(
    pieceFrom(document.markdown, offset, (piece) => tokensOfResult(show(piece)) <= options.maxTokens),
  );
}

interface Showing extends DocumentOptions {
  readonly document: DocsDocument;
  /** What its cursors belong to. */
  readonly of: readonly string[];
  readonly offset: number;
}

function pathsThatFit(showing: Showing): number {
  const nothing: Piece = { markdown: '', next: undefined };
  const bare = tokensOfResult(resultOf(nothing, 0, showing));
  return longest(PATHS.most, (count) => {
    const tokens = tokensOfResult(resultOf(nothing, count, showing));
    return tokens - bare <= showing.maxTokens * PATHS.share;
  });
}

function resultOf(piece: Piece, paths: number, showing: Showing): CallToolResult {
  const { kind, id, path, title, url, trail, around, links } = showing.document;
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
    text: piece.markdown,
    ...(piece.next === undefined ? {} : { nextCursor: encodeCursor(String(piece.next), showing.of) }),
    ...(paths === 0 ? {} : { navigation }),
  };
  const markdown = documentMarkdown(output, showing);
  return toolResult({ markdown, structured: output, links: showing.offset > 0 ? [] : links });
}

function documentMarkdown(output: DocsOutput, { prefix, offset }: Showing): string {
  const { id, title, url, trail, text, nextCursor, navigation } = output;
  const where = [[...trail, title].join(' › '), url].filter((line) => line !== '').join('\n');
  const parts = [
    `# ${title}${offset > 0 ? ' (continued)' : ''}`,
    where,
    text,
    '---',
    nextCursor === undefined
      ? ''
      : `There is more: call \`${prefix}_docs\` with path \`${id}\` and cursor \`${nextCursor}\`.`,
    navigation === undefined ? '' : navigationMarkdown(navigation),
  ];
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/\n\n---$/u, '');
}

function navigationMarkdown({ parent, siblings, children }: Omit<Surroundings, 'top'>): string {
  const lines = [
    parent === '' ? '' : `Above: \`${parent}\``,
    siblings.length === 0 ? '' : `Beside: ${listed(siblings)}`,
    children.length === 0 ? '' : `Below: ${listed(children)}`,
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function listed(paths: readonly string[]): string {
  return paths.map((path) => `\`${path}\``).join(', ');
}
