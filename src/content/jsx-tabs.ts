import type { Code, Nodes } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { attributeTexts, labelOf } from './jsx-attributes.ts';
import { unravel } from './unravel.ts';

/** An element's children, with the names that it gives them as tabs. */
export function namedTabs(element: MdxJsxFlowElement): Nodes[] {
  const children = unravel(element.children);
  if (element.name === 'CodeGroup')
    return children.map((child) => (child.type === 'code' ? namedCode(child) : child));
  const labels = attributeTexts(element, 'items');
  return labels.length === 0 ? children : withLabels(children, labels);
}

/** `<Tabs items={['npm', 'yarn']}>` names the tabs in their stead. */
function withLabels(children: readonly Nodes[], labels: readonly string[]): Nodes[] {
  const tabs = children.filter((child) => child.type === 'mdxJsxFlowElement');
  return children.map((child) => {
    if (child.type !== 'mdxJsxFlowElement' || labelOf(child) !== undefined) return child;
    const value = labels[tabs.indexOf(child)];
    if (value === undefined) return child;
    return { ...child, attributes: [...child.attributes, { type: 'mdxJsxAttribute', name: 'title', value }] };
  });
}

/** In a group, Mintlify takes all that follows the language for the name. */
function namedCode(code: Code): Code {
  const meta = code.meta ?? '';
  return /^[\w][^={}[\]"']*$/u.test(meta) ? { ...code, meta: `title="${meta}"` } : code;
}
