/** What the text of a reading is, by its first characters. */
export type TextKind = 'rss' | 'rdf' | 'atom' | 'json' | 'html' | 'entities' | 'other';

const ROOTS: Readonly<Record<string, TextKind>> = { rss: 'rss', rdf: 'rdf', feed: 'atom', html: 'html' };

/**
 * What a text is, by its root element: words within an item, such as `<rss>`, say nothing. `entities` is XML that declares
 * its own, which no feed needs, and by which a small file can mean a large one.
 */
export function textKind(text: string): TextKind {
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return 'json';
  return start.startsWith('<') ? rootKind(start) : 'other';
}

function rootKind(text: string): TextKind {
  let at = 0;
  for (;;) {
    const rest = text.startsWith('<', at) ? at : text.indexOf('<', at);
    if (rest === -1) return 'other';
    const end = endOfMarkup(text, rest);
    if (text.slice(rest, rest + 9).toLowerCase() === '<!doctype') {
      if (isHtmlDoctype(text, rest)) return 'html';
      if (text.slice(rest, end).includes('[')) return 'entities';
    } else if (!text.startsWith('<?', rest) && !text.startsWith('<!--', rest)) return elementKind(text, rest);
    if (end === -1) return 'other';
    at = end;
  }
}

/** Where a declaration, comment or processing instruction ends; -1 where it does not. */
function endOfMarkup(text: string, start: number): number {
  const close = text.startsWith('<!--', start) ? '-->' : text.startsWith('<?', start) ? '?>' : '>';
  const end = text.indexOf(close, start);
  return end === -1 ? -1 : end + close.length;
}

function isHtmlDoctype(text: string, start: number): boolean {
  return /^<!doctype\s+html[\s>]/iu.test(text.slice(start, start + 20));
}

function elementKind(text: string, start: number): TextKind {
  const name = /^<(?:[\w.-]+:)?([\w-]+)[\s/>]/u.exec(text.slice(start, start + 100))?.[1] ?? '';
  const kind = ROOTS[name.toLowerCase()];
  if (kind !== undefined) return kind;
  return HTML_PARTS.has(name.toLowerCase()) ? 'html' : 'other';
}

/** What a page begins with whose author saved the `html`. */
const HTML_PARTS = new Set([
  'head',
  'body',
  'meta',
  'title',
  'div',
  'p',
  'script',
  'style',
  'h1',
  'link',
  'center',
]);
