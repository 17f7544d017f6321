import type { Definition, Html, Image, Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { linkTarget } from './absolute-url.ts';
import { imageUrl } from './picture-address.ts';

export interface Settling {
  /** What relative addresses are relative to; empty where they lead nowhere. */
  readonly base: string;
  /** By identifier, what references lead to. */
  readonly definitions?: ReadonlyMap<string, Definition>;
  /** HTML within Markdown as nodes; without it, it is left out. */
  readonly html?: (node: Html) => readonly RootContent[];
}

/** Nodes deeper than this are nobody's text, and are left out with what is in them. */
const DEEPEST = 60;

/** Blocks that stand for themselves: no HTML, no references, no address but absolute ones over http, https and mailto. */
export function settle(nodes: readonly RootContent[], settling: Settling): RootContent[] {
  return nodes.flatMap((node) => settled(node, settling, 0));
}

function settled(node: RootContent, settling: Settling, depth: number): RootContent[] {
  if (depth > DEEPEST) return [];
  switch (node.type) {
    case 'link':
    case 'linkReference':
    case 'image':
    case 'imageReference':
      return addressed(node, settling, depth);
    case 'html':
      return (settling.html?.(node) ?? []).flatMap((inner) =>
        settled(inner, { base: settling.base }, depth + 1),
      );
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'yaml':
      return [];
    default:
      return 'children' in node ? parent(node, settling, depth) : [node];
  }
}

type Addressed = Extract<RootContent, { type: 'link' | 'linkReference' | 'image' | 'imageReference' }>;

function addressed(node: Addressed, settling: Settling, depth: number): RootContent[] {
  switch (node.type) {
    case 'link':
      return link(node.url, inside(node, settling, depth), settling);
    case 'linkReference':
      return link(urlOf(node.identifier, settling), inside(node, settling, depth), settling);
    case 'image':
      return image(node.url, node.alt, settling);
    case 'imageReference':
      return image(urlOf(node.identifier, settling), node.alt, settling);
  }
}

function urlOf(identifier: string, { definitions }: Settling): string {
  return definitions?.get(identifier)?.url ?? '';
}

/** What site generators put behind headings to link to them. */
const ANCHOR_SIGN = /^[\s\u200B#¶§]*$/u;

/** A link that leads nowhere is only its text; one without text is nothing. */
function link(address: string, children: PhrasingContent[], { base }: Settling): PhrasingContent[] {
  const url = linkTarget(address, base);
  const isShown = children.some(({ type }) => type === 'image') || !ANCHOR_SIGN.test(toString(children));
  if (!isShown) return [];
  return url === '' ? children : [{ type: 'link', url, children }];
}

function image(address: string, alt: string | null | undefined, { base }: Settling): PhrasingContent[] {
  const url = imageUrl(address, base);
  const described = (alt ?? '').replace(/\s+/gu, ' ').trim();
  if (url !== '') return [{ type: 'image', url, alt: described } satisfies Image];
  return described === '' ? [] : [{ type: 'text', value: described }];
}

function inside(node: Parents, settling: Settling, depth: number): PhrasingContent[] {
  return phrasing(node.children.flatMap((child) => settled(child, settling, depth + 1)));
}

const BLOCKS: ReadonlySet<Nodes['type']> = new Set([
  'blockquote',
  'code',
  'definition',
  'footnoteDefinition',
  'heading',
  'html',
  'list',
  'listItem',
  'paragraph',
  'root',
  'table',
  'tableCell',
  'tableRow',
  'thematicBreak',
  'yaml',
]);

/** What stands where only text may: blocks that HTML has put there are their text. */
function phrasing(nodes: readonly RootContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (isPhrasing(node)) return [node];
    if (node.type === 'paragraph') return node.children;
    const value = toString(node);
    return value === '' ? [] : [{ type: 'text', value }];
  });
}

function isPhrasing(node: RootContent): node is PhrasingContent {
  return !BLOCKS.has(node.type);
}

/** Containers that are nothing without content. */
const HOLLOW: ReadonlySet<Nodes['type']> = new Set([
  'blockquote',
  'delete',
  'emphasis',
  'list',
  'paragraph',
  'strong',
]);

function parent(node: Extract<RootContent, Parents>, settling: Settling, depth: number): RootContent[] {
  const copy = { ...node, children: childrenOf(node, settling, depth) };
  if (copy.children.length === 0 && HOLLOW.has(node.type)) return [];
  // The children are of the kinds that stood there before, or phrasing where that is asked for.
  return [copy as RootContent];
}

const TEXTUAL: ReadonlySet<Nodes['type']> = new Set([
  'delete',
  'emphasis',
  'heading',
  'paragraph',
  'strong',
  'tableCell',
]);

function childrenOf(node: Parents, settling: Settling, depth: number): RootContent[] {
  if (TEXTUAL.has(node.type)) {
    const children = inside(node, settling, depth);
    return node.type === 'paragraph' || node.type === 'heading' ? trimmed(children) : children;
  }
  const children = node.children.flatMap((child) => settled(child, settling, depth + 1));
  if (node.type !== 'blockquote' && node.type !== 'listItem') return children;
  return children.map((child) => (isPhrasing(child) ? { type: 'paragraph', children: [child] } : child));
}

/** Without white space where a sign was left out. */
function trimmed(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children
    .map((child, index) => {
      if (child.type !== 'text') return child;
      const value = index === 0 ? child.value.trimStart() : child.value;
      return { ...child, value: index === children.length - 1 ? value.trimEnd() : value };
    })
    .filter((child) => child.type !== 'text' || child.value !== '');
}
