import type { PhrasingContent } from 'mdast';

/** Neighbouring texts as one, without the gaps that nodes leave which are not shown. */
export function tidied(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const tidy: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = tidy.at(-1);
    if (node.type === 'text' && last?.type === 'text')
      tidy[tidy.length - 1] = { type: 'text', value: last.value + node.value };
    else tidy.push(node);
  }
  return tidy.map((node, index) => {
    if (node.type !== 'text') return node;
    const value = node.value.replace(/[ \t]*\n\s*/gu, '\n').replace(/[ \t]+/gu, ' ');
    const afterBreak = tidy[index - 1]?.type === 'break' ? value.trimStart() : value;
    return { type: 'text', value: tidy[index + 1]?.type === 'break' ? afterBreak.trimEnd() : afterBreak };
  });
}

/** Without white space and line breaks at either end; empty for nothing else. */
export function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const start = nodes.findIndex((node) => !isBlank(node));
  if (start === -1) return [];
  const shown = nodes.slice(start, nodes.findLastIndex((node) => !isBlank(node)) + 1);
  const [first, last] = [shown[0], shown.at(-1)];
  if (first?.type === 'text') shown[0] = { ...first, value: first.value.trimStart() };
  const end = shown.length === 1 ? shown[0] : last;
  if (end?.type === 'text') shown[shown.length - 1] = { ...end, value: end.value.trimEnd() };
  return shown;
}

/** White space at the ends of what is marked, such as bold, stands outside of the marks. */
export function marked(
  children: readonly PhrasingContent[],
  mark: (inside: PhrasingContent[]) => PhrasingContent,
): PhrasingContent[] {
  const inside = trimmed(children);
  if (inside.length === 0) return [...children];
  const [first, last] = [children[0], children.at(-1)];
  const before = first?.type === 'text' && /^\s/u.test(first.value) ? [SPACE] : [];
  const after = last?.type === 'text' && /\s$/u.test(last.value) ? [SPACE] : [];
  return [...before, mark(inside), ...after];
}

const SPACE: PhrasingContent = { type: 'text', value: ' ' };

function isBlank(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '');
}
