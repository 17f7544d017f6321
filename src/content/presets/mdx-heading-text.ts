import type { Nodes } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';

/** Which parts of a heading count for its id, beside text and code. */
export interface MdxTextRules {
  /** The text that was parsed, which says how an unknown directive was written. */
  readonly source: string;
  /** `label`: the generator knows `:name[label]`, and only the label counts; `text`: it is text like any other. */
  readonly directives: 'label' | 'text';
  /** The source of `{expressions}`, or what the generator makes of it. */
  readonly expressions?: (source: string) => string;
  /** Whether what stands between the tags of components counts. */
  readonly elements?: boolean;
  /** Makes of a text what is shown for it; code stays as it is. */
  readonly shown?: (text: string) => string;
  /** Whether tags of HTML count themselves. */
  readonly tags?: boolean;
  /** Whether the alternative text of images counts. */
  readonly images?: boolean;
}

/** The text of a heading that a generator makes an id of. */
export function mdxHeadingText(nodes: readonly Nodes[], rules: MdxTextRules): string {
  return nodes.map((node) => textOf(node, rules)).join('');
}

function textOf(node: Nodes, rules: MdxTextRules): string {
  switch (node.type) {
    case 'text':
      return rules.shown?.(node.value) ?? node.value;
    case 'inlineCode':
      return node.value;
    case 'html':
      return rules.tags === true ? node.value : '';
    case 'mdxTextExpression':
      return rules.expressions?.(node.value) ?? '';
    case 'mdxJsxTextElement':
    case 'mdxJsxFlowElement':
      return rules.elements === true ? mdxHeadingText(node.children, rules) : '';
    case 'image':
    case 'imageReference':
      return rules.images === true ? (node.alt ?? '') : '';
    case 'textDirective':
      return rules.directives === 'label' ? mdxHeadingText(node.children, rules) : directiveText(node, rules);
    default:
      return 'children' in node ? mdxHeadingText(node.children, rules) : '';
  }
}

/** What was written before the label, the label, and what was written behind it. */
function directiveText({ children, position }: TextDirective, rules: MdxTextRules): string {
  const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
  const [first, last] = [children[0]?.position?.start.offset, children.at(-1)?.position?.end.offset];
  if (first === undefined || last === undefined) return rules.source.slice(start, end);
  return rules.source.slice(start, first) + mdxHeadingText(children, rules) + rules.source.slice(last, end);
}
