import type { Nodes, Parent, Parents, PhrasingContent, Root, Text } from 'mdast';
import type { MatchText } from './search-engine.ts';

/** A word of the docs that matches the question. */
export interface Mark extends Parent {
  type: 'mark';
  children: Text[];
}

declare module 'mdast' {
  interface PhrasingContentMap {
    mark: Mark;
  }
  interface RootContentMap {
    mark: Mark;
  }
}

/** Puts marks around the matched words of every text in a tree, in place; code and link targets stay as they are. */
export function markMatches(root: Root, match: MatchText): Root {
  markIn(root, match);
  return root;
}

function markIn(parent: Parents, match: MatchText): void {
  const children: Nodes[] = parent.children;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (child?.type === 'text') {
      const marked = markText(child, match);
      children.splice(index, 1, ...marked);
      index += marked.length - 1;
    } else if (child !== undefined && 'children' in child) markIn(child, match);
  }
}

function markText(node: Text, match: MatchText): PhrasingContent[] {
  const spans = match(node.value);
  if (spans.length === 0) return [node];
  const result: PhrasingContent[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    if (start > from) result.push({ type: 'text', value: node.value.slice(from, start) });
    result.push({ type: 'mark', children: [{ type: 'text', value: node.value.slice(start, end) }] });
    from = end;
  }
  if (from < node.value.length) result.push({ type: 'text', value: node.value.slice(from) });
  return result;
}
