import type { Nodes, Root } from 'hast';
import { isHtml, parseHtml } from './parse-html.ts';

/** Elements whose content is not text. */
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'textarea', 'title']);

/** What a reader sees of HTML, with its line breaks as they stand. */
export function textOf(root: Root): string {
  const parts: string[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'text') parts.push(node.value);
    else if (node.type === 'element' && node.tagName === 'br') parts.push(' ');
    else if ('children' in node && !(node.type === 'element' && SILENT.has(node.tagName)))
      for (const child of node.children.toReversed()) open.push(child);
  }
  return parts.join('');
}

/** A title that may be HTML, as plain text in one line. */
export function titleOfHtml(text: string): string {
  const root = parseHtml(text);
  if (root === undefined) return plainTitle(text);
  return plainTitle(isHtml(root) || !text.includes('<') ? textOf(root) : text);
}

const LONGEST = 300;

/** Text as a title: one line of at most 300 characters. */
export function plainTitle(text: string): string {
  const line = text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu, '')
    .trim();
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$|\s+$/gu, '')}…`;
}
