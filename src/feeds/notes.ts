import type { List, PhrasingContent, RootContent } from 'mdast';
import { writeMarkdown } from './write-markdown.ts';

/** What an item says. */
export interface Notes {
  /** GitHub-flavoured Markdown with absolute links, cut at a block; may be empty. */
  readonly markdown: string;
  /** https address of its first picture; empty for none. */
  readonly image: string;
  /** What it was made of, in full; what it says of a release is read there. */
  readonly blocks: readonly RootContent[];
}

/** Characters of Markdown that are kept of one item. */
const LONGEST = 20_000;

const SIGN: RootContent = { type: 'paragraph', children: [{ type: 'text', value: '…' }] };

export const NO_NOTES: Notes = { markdown: '', image: '', blocks: [] };

/** Blocks as the notes of an item. */
export function notesOf(blocks: readonly RootContent[], image: string): Notes {
  return { markdown: writeWithin(blocks, LONGEST), image, blocks };
}

/** Text of which nothing is markup: blank lines part paragraphs, and lines stay lines. */
export function plainNotes(text: string): Notes {
  const paragraphs = text
    .trim()
    .split(/\n\s*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return notesOf(
    paragraphs.map((part) => ({ type: 'paragraph', children: lines(part) })),
    '',
  );
}

function lines(text: string): PhrasingContent[] {
  return text
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => [
      ...(index === 0 ? [] : [{ type: 'break' } as const]),
      { type: 'text', value: line.trim() },
    ]);
}

function writeWithin(blocks: readonly RootContent[], room: number): string {
  const whole = writeMarkdown(blocks);
  if (whole.length <= room) return whole;
  const kept = leading(blocks, room);
  return writeMarkdown([...kept, SIGN]);
}

/** As many of the blocks as fit; of a list that comes first and does not, as many of its items. */
function leading(blocks: readonly RootContent[], room: number): RootContent[] {
  const kept = fitting(blocks, room);
  const [first] = blocks;
  if (kept.length > 0 || first === undefined) return kept;
  if (first.type === 'list') return [listWithin(first, room)].filter(({ children }) => children.length > 0);
  if (first.type === 'code') return [{ ...first, value: headOf(first.value, room) }];
  return first.type === 'paragraph' ? paragraphWithin(first.children, room) : [];
}

function fitting<Node extends RootContent>(nodes: readonly Node[], room: number): Node[] {
  let left = room - 3;
  const end = nodes.findIndex((node) => {
    left -= writeMarkdown([node]).length + 2;
    return left < 0;
  });
  return nodes.slice(0, end === -1 ? nodes.length : end);
}

function listWithin(list: List, room: number): List {
  return { ...list, children: fitting(list.children, room) };
}

function headOf(text: string, room: number): string {
  return text.slice(0, room - 100).replace(/[^\n]*$/u, '');
}

/** One paragraph of twenty thousand characters is no prose; its beginning as far as marks allow. */
function paragraphWithin(children: readonly PhrasingContent[], room: number): RootContent[] {
  const kept = fitting(children, room);
  const [first] = children;
  if (kept.length > 0) return [{ type: 'paragraph', children: kept }];
  if (first?.type !== 'text') return [];
  // Escapes may double the length.
  const value = first.value.slice(0, room / 2 - 100).replace(/[\uD800-\uDBFF]$/u, '');
  return [{ type: 'paragraph', children: [{ type: 'text', value }] }];
}
