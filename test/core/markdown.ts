import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { MatchText } from '../../src/core/search-engine.ts';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export function parse(markdown: string): Root {
  return parser.parse(markdown);
}

/** Matches whole words, whatever their case; each weighs 1 unless told otherwise. */
export function matchWords(weights: Readonly<Record<string, number>> | string): MatchText {
  const known =
    typeof weights === 'string'
      ? new Map(weights.split(' ').map((word) => [word, 1]))
      : new Map(Object.entries(weights));
  return (text) =>
    Array.from(text.matchAll(/[\p{L}\p{N}_]+/gu), (found) => ({
      start: found.index,
      end: found.index + found[0].length,
      weight: known.get(found[0].toLowerCase()) ?? 0,
    })).filter(({ weight }) => weight > 0);
}

/** Every node of a tree, parents first. */
export function allNodes(node: Nodes): Nodes[] {
  return 'children' in node ? [node, ...node.children.flatMap((child) => allNodes(child))] : [node];
}

/** The text of a tree, without its marks or any other markup. */
export function plainText(node: Nodes): string {
  return allNodes(node)
    .map((one) => ('value' in one ? one.value : ''))
    .join('');
}
