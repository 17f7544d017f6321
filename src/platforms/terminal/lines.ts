import type { Excerpt } from '../../core/excerpt.ts';
import { blockLines, textLines } from './markdown.ts';
import { printable, printableUrl } from './printable.ts';
import { styled } from './styled.ts';
import type { Canvas, Style } from './styled.ts';

/** What stands above a text: its title, what there is to know of it, and its address. */
export interface Heading {
  readonly title: string;
  /** Empty for nothing. */
  readonly below: string;
  /** Empty where there is none. */
  readonly url: string;
}

/** A text in some styles, wrapped. */
export function say(text: string, canvas: Canvas, ...styles: readonly Style[]): string[] {
  return textLines([styled(printable(text), ...styles)], canvas);
}

/** Title, facts and address, below each other. */
export function headingLines({ title, below, url }: Heading, canvas: Canvas): string[] {
  const address = printableUrl(url) ?? printable(url);
  return [
    ...textLines([{ ...styled(printable(title), 'bold'), url: address }], canvas),
    ...say(below, canvas, 'dim'),
    ...textLines([{ ...styled(address, 'link'), url: address }], canvas),
  ];
}

/** A blank line, and what stands below the heading with an address; nothing where there is nothing. */
export function excerptLines({ root, truncated }: Excerpt, url: string, canvas: Canvas): string[] {
  const blocks = blockLines(root.children, canvas);
  const where = url === '' ? '(there is more)' : '(more at the address above)';
  const rest = truncated ? ['', ...say(where, canvas, 'dim')] : [];
  return [...(blocks.length > 0 ? ['', ...blocks] : []), ...rest];
}

/** Lines behind something that leads in the first, such as a number, and as far to the right below it. */
export function hung(lead: string, canvas: Canvas, draw: (inner: Canvas) => readonly string[]): string[] {
  const inner = { ...canvas, width: Math.max(1, canvas.width - lead.length) };
  return draw(inner).map((line, number) => (number === 0 ? lead : ' '.repeat(lead.length)) + line);
}
