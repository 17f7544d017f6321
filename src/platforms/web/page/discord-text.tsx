import { Fragment, createElement } from 'react';
import type { ReactNode } from 'react';
import { parseDiscordMarkdown } from './discord-markdown.ts';
import type { DiscordNode } from './discord-markdown.ts';
import { OutLink } from './out-link.tsx';

/** Discord's Markdown as React elements. */
export function DiscordText({ text }: { text: string }): ReactNode {
  return childrenOf(parseDiscordMarkdown(text));
}

/** The nodes as static children, so that they need no keys. */
function childrenOf(nodes: readonly DiscordNode[]): ReactNode {
  return element(Fragment, nodes);
}

function element(
  tag: string | typeof Fragment,
  nodes: readonly DiscordNode[],
  props: object | null = null,
): ReactNode {
  return createElement(tag, props, ...nodes.map((node) => render(node)));
}

function render(node: DiscordNode): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return element('strong', node.children);
    case 'italic':
      return element('em', node.children);
    case 'underline':
      return element('u', node.children);
    case 'strike':
      return element('s', node.children);
    case 'heading':
      return element(`h${node.level + 2}`, node.children, { className: `heading-${node.level}` });
    case 'subtext':
      return element('small', node.children);
    case 'quote':
      return element('blockquote', node.children);
    case 'spoiler':
      return element('span', node.children, { className: 'spoiler' });
    case 'list':
      return renderList(node.start, node.items);
    case 'link':
      return <OutLink url={node.url}>{childrenOf(node.children)}</OutLink>;
    case 'mention':
      return <span className="mention">{node.text}</span>;
    case 'code':
      return <code>{node.text}</code>;
    case 'code-block':
      return (
        <pre>
          <code>{node.text}</code>
        </pre>
      );
  }
}

function renderList(start: number | undefined, items: readonly DiscordNode[][]): ReactNode {
  const children = items.map((item) => element('li', item));
  return createElement(start === undefined ? 'ul' : 'ol', { start }, ...children);
}
