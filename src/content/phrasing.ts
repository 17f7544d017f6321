import type { LinkReference, Nodes, Parents, PhrasingContent } from 'mdast';
import { expressionText } from './expressions.ts';
import type { Flattening } from './flattening.ts';
import { imageText } from './images.ts';
import { jsxPhrasing } from './jsx.ts';
import { linkTo } from './links.ts';

/** `![alt](image.png)[border=false]`: a setting of the image before it. */
const IMAGE_SETTING = /^\[[\w-]+=[^\]\n]*\]/u;

/** Inline content as plain Markdown. */
export function flattenPhrasing(nodes: readonly Nodes[], flattening: Flattening): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    if (node.type === 'text' && before?.type === 'image') {
      const value = node.value.replace(IMAGE_SETTING, '');
      return value === '' ? [] : [{ type: 'text' as const, value }];
    }
    return flattenOne(node, flattening);
  });
}

function flattenOne(node: Nodes, flattening: Flattening): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return node.value === '' ? [] : [{ type: 'text', value: node.value }];
    case 'inlineCode':
      return [{ type: 'inlineCode', value: node.value }];
    case 'break':
      return [{ type: 'break' }];
    case 'emphasis':
    case 'strong':
    case 'delete':
      return wrapped(node, (children) => ({ type: node.type, children }), flattening);
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
      return 'children' in node ? flattenPhrasing(node.children, flattening) : [];
  }
}

function wrapped(
  node: Parents,
  wrap: (children: PhrasingContent[]) => PhrasingContent,
  flattening: Flattening,
): PhrasingContent[] {
  const children = flattenPhrasing(node.children, flattening);
  return children.length === 0 ? [] : [wrap(children)];
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
