import type { List, ListItem, PhrasingContent, Text } from 'mdast';
import { paragraph, strong, text } from './nodes.ts';

const MEANING = /\n: +/u;

/** `term`, line break, `: meaning` as a list of terms in bold with their meanings; undefined for any other paragraph. */
export function definitionList(children: readonly PhrasingContent[]): List[] | undefined {
  if (!children.some((child) => child.type === 'text' && MEANING.test(child.value))) return undefined;
  const [term = [], ...meanings] = splitAt(children, MEANING);
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [paragraph(...boldTerm(term), text(': '), ...(meanings[0] ?? []))],
  };
  const further = meanings.slice(1).map((meaning): ListItem['children'][number] => paragraph(...meaning));
  return [
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: [{ ...item, children: [...item.children, ...further] }],
    },
  ];
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
      if (value !== '') parts.at(-1)?.push({ type: 'text', value } satisfies Text);
    });
  }
  return parts;
}
