import type { Nodes } from 'mdast';

export interface HeadingTextOptions {
  /** The text that the positions of the nodes belong to. */
  readonly source: string;
  /** Whether the text that stands for an image counts. */
  readonly images?: boolean;
  /** Whether tags of HTML count, as they are written. */
  readonly tags?: boolean;
  /** Makes of a text what is shown for it; code is left as it is. */
  readonly shown?: (text: string) => string;
}

/** The text of a heading's content, that of code, links and emphasis included. What looks like a text directive is text. */
export function headingText(nodes: readonly Nodes[], options: HeadingTextOptions): string {
  return nodes.map((node) => textOf(node, options)).join('');
}

function textOf(node: Nodes, options: HeadingTextOptions): string {
  const { source, images = false, tags = false, shown = (text: string) => text } = options;
  switch (node.type) {
    case 'text':
      return shown(node.value);
    case 'inlineCode':
      return node.value;
    case 'image':
    case 'imageReference':
      return images ? (node.alt ?? '') : '';
    case 'html':
      return tags ? node.value : '';
    case 'break':
      return '\n';
    case 'textDirective':
      return source.slice(node.position?.start.offset, node.position?.end.offset);
    default:
      return 'children' in node ? headingText(node.children, options) : '';
  }
}
