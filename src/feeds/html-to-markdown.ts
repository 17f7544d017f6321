import type { Element, Root } from 'hast';
import { defaultSchema, sanitize } from 'hast-util-sanitize';
import type { Schema } from 'hast-util-sanitize';
import { defaultHandlers, toMdast } from 'hast-util-to-mdast';
import type { RootContent } from 'mdast';
import { NO_NOTES, notesOf, plainNotes } from './notes.ts';
import type { Notes } from './notes.ts';
import { elementsOf, isHtml, parseHtml } from './parse-html.ts';
import { pictureAddress, SMALLEST_PICTURE } from './picture-address.ts';
import { settle } from './settle-blocks.ts';
import { textOf } from './text-of-html.ts';
import { withinStack } from '../core/within-stack.ts';
import { withoutHollow } from './without-hollow.ts';

/** Elements that GitHub does not know, but that part what is before them from what comes after. */
const BLOCKS =
  `address article aside caption center fieldset figcaption figure footer header hgroup legend main
  nav`.split(/\s+/u);

/** What GitHub lets through, without what is no text; the size of a picture tells whether anybody can see it. */
const SCHEMA: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), ...BLOCKS],
  strip:
    `audio button canvas dialog embed form frame head iframe math noframes object option script select style svg
    template textarea title video`.split(/\s+/u),
  protocols: { href: ['http', 'https', 'mailto'], src: ['http', 'https'] },
};

const HANDLERS = { figcaption: defaultHandlers.p, legend: defaultHandlers.p };

/** HTML of an item as its notes; relative addresses are resolved against `base`. Empty where it takes too much to parse it. */
export function htmlNotes(html: string, base: string): Notes {
  const root = parseHtml(html);
  return root === undefined ? NO_NOTES : rootNotes(root, base);
}

/** Text that may be HTML as an item's notes: it is where it has elements that HTML knows, and no others. */
export function htmlOrPlainNotes(text: string, base: string): Notes {
  const root = parseHtml(text);
  if (root === undefined) return NO_NOTES;
  return isHtml(root)
    ? rootNotes(root, base)
    : plainNotes(elementsOf(root).length === 0 ? textOf(root) : text);
}

/** HTML as Markdown's nodes, sanitised and with absolute addresses. */
export function htmlBlocks(html: string, base: string): RootContent[] {
  const root = parseHtml(html);
  if (root === undefined) return [];
  // A line break alone is nothing at the end of a block, but Markdown has each tag alone.
  return isBreak(root) ? [{ type: 'break' }] : blocksOf(root, base);
}

function isBreak({ children: [only, second] }: Root): boolean {
  return second === undefined && only?.type === 'element' && only.tagName === 'br';
}

function rootNotes(root: Root, base: string): Notes {
  const images = elementsOf(root).filter(isPicture);
  const image = images.map((element) => pictureUrl(element, base)).find((url) => url !== '') ?? '';
  return notesOf(blocksOf(root, base), image);
}

function blocksOf(root: Root, base: string): RootContent[] {
  const safe = withinStack(() =>
    toMdast(withoutHollow(safeTree(root)), { document: true, handlers: HANDLERS }),
  );
  return safe === undefined ? [] : settle(safe.type === 'root' ? safe.children : [], { base });
}

function safeTree(root: Root): Root {
  const safe = sanitize(withoutPixels(root), SCHEMA);
  return safe.type === 'root' ? safe : { type: 'root', children: [] };
}

function withoutPixels(root: Root): Root {
  const pixels = new Set(elementsOf(root).filter((element) => isImage(element) && sizeOf(element) <= 1));
  if (pixels.size === 0) return root;
  for (const parent of [root, ...elementsOf(root)])
    parent.children = parent.children.filter((child) => child.type !== 'element' || !pixels.has(child));
  return root;
}

function isImage({ tagName }: Element): boolean {
  return tagName === 'img';
}

function isPicture(element: Element): boolean {
  return isImage(element) && sizeOf(element) >= SMALLEST_PICTURE;
}

/** The smaller of width and height in pixels; infinite where it has none. */
function sizeOf({ properties }: Element): number {
  const sizes = [properties['width'], properties['height']]
    .map((size) => (typeof size === 'number' ? size : Number.parseFloat(String(size))))
    .filter((size) => !Number.isNaN(size));
  return Math.min(...sizes);
}

function pictureUrl({ properties }: Element, base: string): string {
  return pictureAddress(String(properties['src'] ?? ''), base);
}
