import type { LinkReference, Nodes, PhrasingContent } from 'mdast';
import { expressionText } from './expressions.ts';
import type { Flattening } from './flattening.ts';
import { imageText } from './images.ts';
import { jsxPhrasing } from './jsx.ts';
import { linkTo } from './links.ts';
import { text } from './nodes.ts';
import { marked, tidied } from './whitespace.ts';

/** `![alt](image.png)[border=false]`: a setting of the image before it. */
const IMAGE_SETTING = /^\[[\w-]+=[^\]\n]*\]/u;

/** Inline content as plain Markdown. */
export function flattenPhrasing(nodes: readonly Nodes[], flattening: Flattening): PhrasingContent[] {
  const flat = nodes.flatMap((node, index) =>
    node.type === 'text' && nodes[index - 1]?.type === 'image'
      ? [{ type: 'text' as const, value: node.value.replace(IMAGE_SETTING, '') }]
      : flattenOne(node, flattening),
  );
  return tidied(flat);
}

function flattenOne(node: Nodes, flattening: Flattening): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return marked(flattenPhrasing(node.children, flattening), (children) => ({
        type: node.type,
        children,
      }));
    case 'link':
      return linkTo(node.url, flattenPhrasing(node.children, flattening), flattening);
    case 'linkReference':
      return referenceTo(node, flattening);
    case 'image':
      return imageText(node.alt);
    case 'imageReference':
      return imageText(node.alt);
    case 'html':
      return /^<br\b/iu.test(node.value) ? [{ type: 'break' }] : [];
    case 'textDirective':
      // `12:am`, `urn:ietf:params` and the like are far more often text than directives.
      return [{ type: 'text', value: sourceOf(node, flattening) }];
    case 'mdxTextExpression':
      return expressionText(node);
    case 'mdxJsxTextElement':
      return jsxPhrasing(node, flattening);
    default:
      // Blocks, in a cell say, stand apart.
      return 'children' in node ? [...flattenPhrasing(node.children, flattening), text(' ')] : [];
  }
}

function referenceTo(node: LinkReference, flattening: Flattening): PhrasingContent[] {
  const children = flattenPhrasing(node.children, flattening);
  const definition = flattening.definitions.get(node.identifier);
  return definition === undefined ? children : linkTo(definition.url, children, flattening);
}

function sourceOf({ position }: Nodes, { source }: Flattening): string {
  const [start, end] = [position?.start.offset, position?.end.offset];
  return start === undefined || end === undefined ? '' : source.slice(start, end);
}
