import type { List, PhrasingContent, RootContent } from 'mdast';
import { list, listItem, paragraph, strong, text } from './nodes.ts';
import { trimmed } from './whitespace.ts';

declare module 'mdast' {
  interface ListData {
    /** Terms and their meanings. */
    isDefinitions?: boolean;
  }
}

const MEANING = /\n: +/u;

/** `term`, line break, `: meaning` as a list of terms in bold with their meanings; undefined for any other paragraph. */
export function definitionList(children: readonly PhrasingContent[]): List | undefined {
  if (!children.some((child) => child.type === 'text' && MEANING.test(child.value))) return undefined;
  const [term = [], first = [], ...further] = splitAt(children, MEANING).map(trimmed);
  const meanings = [[...boldTerm(term), text(': '), ...first], ...further];
  const item = listItem(meanings.map((meaning) => paragraph(...meaning)));
  return { ...list([item]), data: { isDefinitions: true } };
}

/** Definitions in a row are one list. */
export function joinDefinitions(blocks: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (isDefinitions(block) && isDefinitions(last)) last.children.push(...block.children);
    else joined.push(block);
  }
  return joined;
}

function isDefinitions(block: RootContent | undefined): block is List {
  return block?.type === 'list' && block.data?.isDefinitions === true;
}

/** Bold, but not twice. */
function boldTerm(term: readonly PhrasingContent[]): PhrasingContent[] {
  const [only] = term;
  return term.length === 1 && only?.type === 'strong' ? [only] : [strong(...term)];
}

function splitAt(children: readonly PhrasingContent[], separator: RegExp): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type !== 'text') {
      parts.at(-1)?.push(child);
      continue;
    }
    child.value.split(separator).forEach((value, index) => {
      if (index > 0) parts.push([]);
      if (value !== '') parts.at(-1)?.push(text(value));
    });
  }
  return parts;
}
