import type { PhrasingContent } from 'mdast';
import { printable, printableUrl } from './printable.ts';
import { styled } from './styled.ts';
import type { Paint, Style, Styled } from './styled.ts';
import { BREAK } from './wrap.ts';

/** The text of a paragraph, heading or cell, in styles. A link that cannot be clicked is followed by its address. */
export function phrasing(nodes: readonly PhrasingContent[], paint: Paint): Styled[] {
  return nodes.flatMap((node) => styledNode(node, paint));
}

function styledNode(node: PhrasingContent, paint: Paint): Styled[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return [styled(printable(node.value))];
    case 'inlineCode':
      return [styled(printable(node.value), 'code')];
    case 'strong':
      return within(phrasing(node.children, paint), 'bold');
    case 'emphasis':
      return within(phrasing(node.children, paint), 'italic');
    case 'delete':
      return within(phrasing(node.children, paint), 'strike');
    case 'mark':
      return within(phrasing(node.children, paint), 'bold', 'mark');
    case 'link':
      return link(phrasing(node.children, paint), printableUrl(node.url), paint);
    case 'linkReference':
      return phrasing(node.children, paint);
    case 'image':
    case 'imageReference':
      return [styled(printable(node.alt ?? ''))];
    case 'footnoteReference':
      return [styled(`[${printable(node.identifier)}]`)];
    case 'break':
      return [styled(BREAK)];
    default:
      return unforeseen(node);
  }
}

/** Kinds that a parser's extensions add. */
function unforeseen(node: unknown): Styled[] {
  const hasText =
    typeof node === 'object' && node !== null && 'value' in node && typeof node.value === 'string';
  return hasText ? [styled(printable(String(node.value)))] : [];
}

function within(text: readonly Styled[], ...styles: readonly Style[]): Styled[] {
  return text.map((one) => ({ ...one, styles: [...new Set([...styles, ...one.styles])] }));
}

function link(text: readonly Styled[], url: string | undefined, { hyperlinks }: Paint): Styled[] {
  if (url === undefined) return [...text];
  const shown = within(text, 'link').map((one) => ({ ...one, url }));
  const isAddress = text.map((one) => one.text).join('') === url;
  return hyperlinks || isAddress ? shown : [...shown, styled(` (${url})`, 'dim')];
}
