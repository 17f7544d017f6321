import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { isHtmlBomb } from './html-bomb.ts';
import { withinStack } from '../core/within-stack.ts';

/** Elements of HTML that feeds use; what is none of them, such as `List<T>`, was meant as text. */
const KNOWN = new Set(
  `a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center
  cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form
  frame g-emoji h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark
  math menu meta nav noscript object ol optgroup option p param picture pre progress q rp rt ruby s samp script section
  select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time
  title tr tt u ul var video wbr`.split(/\s+/u),
);

/** The fragment that HTML stands for; undefined where it takes too much to parse it, or nests as nobody writes. */
export function parseHtml(html: string): Root | undefined {
  if (isHtmlBomb(html)) return undefined;
  const root = withinStack(() => fromHtml(html, { fragment: true }));
  return root === undefined || isTooDeep(root) ? undefined : root;
}

/** Elements within elements of what people write, with much to spare. */
const DEEPEST = 200;

function isTooDeep(root: Root): boolean {
  let level: Nodes[] = [root];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1)
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  return level.length > 0;
}

/** All elements, in document order. */
export function elementsOf(root: Root): Element[] {
  const found: Element[] = [];
  const open = root.children.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type !== 'element') continue;
    found.push(node);
    for (const child of node.children.toReversed()) open.push(child);
  }
  return found;
}

/** Whether text of which nobody says what it is has elements of HTML, and no others. */
export function isHtml(root: Root): boolean {
  const elements = elementsOf(root);
  return elements.length > 0 && elements.every(({ tagName }) => KNOWN.has(tagName));
}
