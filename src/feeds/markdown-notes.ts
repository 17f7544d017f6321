import type { Definition, Html, Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { htmlBlocks } from './html-to-markdown.ts';
import { notesOf } from './notes.ts';
import type { Notes } from './notes.ts';
import { pictureAddress } from './picture-address.ts';
import { settle } from './settle-blocks.ts';
import { withinStack } from '../core/within-stack.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

const EMPTY: Root = { type: 'root', children: [] };

/** Quotes within quotes beyond what anybody writes; the parser takes the square of them in time. */
const DEEP_QUOTE = /^(?:[ \t]*>){40}/mu;

/** Parses Markdown as GitHub reads it; what nests as nobody writes is empty. */
export function parseMarkdown(text: string): Root {
  if (DEEP_QUOTE.test(text)) return EMPTY;
  return withinStack(() => parser.parse(text)) ?? EMPTY;
}

/** What the references of a document lead to, by identifier; of two the first counts. */
export function definitionsOf(root: Root): Map<string, Definition> {
  const definitions = root.children.filter((node) => node.type === 'definition');
  return new Map(definitions.toReversed().map((definition) => [definition.identifier, definition]));
}

export interface Document {
  /** What relative addresses are relative to; empty where they lead nowhere. */
  readonly base: string;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** Blocks of a document in Markdown as the notes of an item. */
export function blockNotes(blocks: readonly RootContent[], { base, definitions }: Document): Notes {
  const html = (node: Html): RootContent[] => htmlBlocks(node.value, base);
  const settled = settle(blocks, { base, definitions, html });
  return notesOf(settled, firstPicture(settled, base));
}

/** Markdown as the notes of an item. */
export function markdownNotes(text: string, base: string): Notes {
  const root = parseMarkdown(text);
  return blockNotes(root.children, { base, definitions: definitionsOf(root) });
}

function firstPicture(blocks: readonly RootContent[], base: string): string {
  const open: Nodes[] = blocks.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const url = node.type === 'image' ? pictureAddress(node.url, base) : '';
    if (url !== '') return url;
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return '';
}
