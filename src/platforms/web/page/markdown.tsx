import { Fragment, createElement } from 'react';
import type { ReactNode } from 'react';
import type { Heading, ListItem, Nodes, Parents, Root } from 'mdast';
import { CodeBlock } from './code-block.tsx';
import { MarkdownTable } from './markdown-table.tsx';
import { OutLink } from './out-link.tsx';

/** Markdown as React elements; HTML in it is shown as the text that it is. */
export function Markdown({ root }: { root: Root }): ReactNode {
  return childrenOf(root);
}

/** The children as static ones, so that they need no keys. */
function childrenOf(node: Parents): ReactNode {
  return element(Fragment, node);
}

function element(tag: string | typeof Fragment, node: Parents, props: object | null = null): ReactNode {
  return createElement(tag, props, ...node.children.map((child) => render(child)));
}

function render(node: Nodes): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'paragraph':
      return element('p', node);
    case 'heading':
      return element(headingTag(node), node);
    case 'emphasis':
      return element('em', node);
    case 'strong':
      return element('strong', node);
    case 'delete':
      return element('del', node);
    case 'blockquote':
      return element('blockquote', node);
    case 'list':
      return element(node.ordered === true ? 'ol' : 'ul', node, { start: node.start ?? undefined });
    case 'listItem':
      return <li>{renderItem(node)}</li>;
    case 'link':
      return <OutLink url={node.url}>{childrenOf(node)}</OutLink>;
    case 'table':
      return <MarkdownTable table={node} renderCell={childrenOf} />;
    case 'code':
      return <CodeBlock code={node} />;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    default:
      return renderRest(node);
  }
}

/** Nodes that are rare in excerpts, the matched words among them, and kinds that nobody foresaw. */
function renderRest(node: Nodes): ReactNode {
  const type: string = node.type;
  if (type === 'definition') return undefined;
  if ('alt' in node) return node.alt ? <span className="image">{node.alt}</span> : undefined;
  if ('value' in node) return type === 'mark' ? <mark>{node.value}</mark> : node.value;
  if ('children' in node) return element(type === 'mark' ? 'mark' : Fragment, node);
  return undefined;
}

/** Excerpts stand below the title of the section, which is an h3. */
function headingTag(node: Heading): string {
  return `h${Math.min(6, Math.max(4, node.depth + 1))}`;
}

/** A tight item is one line without a paragraph; a task carries its box as a character. */
function renderItem(item: ListItem): ReactNode {
  const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  const children = item.children.map((child) =>
    child.type === 'paragraph' && item.spread !== true ? childrenOf(child) : render(child),
  );
  return createElement(Fragment, null, box, ...children);
}
