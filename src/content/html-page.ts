import type { Element, Root as HtmlRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import type { Heading, Nodes, Root } from 'mdast';
import { withinStack } from '../core/within-stack.ts';
import {
  boxHandle,
  codeHandle,
  definitionsHandle,
  headingHandle,
  linkHandle,
  mathHandle,
  summaryHandle,
} from './html-blocks.ts';
import { markLanguages } from './html-code.ts';
import { attributeOf, box, elementsIn, isElement, isHeading } from './html-elements.ts';
import { markFragments } from './html-fragments.ts';
import { isTooDeepHtml, wordsOfHtml } from './html-limits.ts';
import { mainContent } from './html-main.ts';
import { withoutNoise } from './html-noise.ts';
import { shapeHtml } from './html-shape.ts';
import { isTooDeep, paragraph, text } from './nodes.ts';
import type { Parsed } from './parse.ts';
import type { HeadingId, HeadingIds } from './preset.ts';

export interface HtmlPageOptions {
  /** CSS selector of the main content; empty for none. */
  readonly main: string;
  /** The absolute URL of the page, to which its links are relative; empty where it is not known. */
  readonly url: string;
}

export interface ParsedHtml extends Parsed {
  /** The real ids, of all headings that have one. */
  readonly ids: HeadingIds;
}

const HANDLERS = {
  ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, headingHandle])),
  ...Object.fromEntries(['aside', 'blockquote', 'div', 'section'].map((name) => [name, boxHandle])),
  a: linkHandle,
  dl: definitionsHandle,
  math: mathHandle,
  pre: codeHandle,
  summary: summaryHandle,
  // Where a word may be broken is nothing to search for.
  wbr: () => undefined,
};

/**
 * The main content of an HTML page as Markdown's nodes (GFM, and directives for remarks and tabs), without what the site puts around it,
 * and its headings with the ids that they really have. Any text at all gives a tree, within seconds.
 */
export function parseHtmlBody(body: string, options: HtmlPageOptions): ParsedHtml {
  if (isTooDeepHtml(body)) return asWords(body);
  return withinStack(() => parsed(body, options)) ?? asWords(body);
}

function parsed(body: string, { main, url }: HtmlPageOptions): ParsedHtml | undefined {
  const page = fromHtml(body);
  const { content, isChosen } = mainContent(page, main);
  const base = baseOf(page, url);
  shapeHtml(content);
  markFragments(page, content);
  const whole = box(withoutNoise(content));
  markLanguages(whole);
  resolveLinks(whole, base);
  dropPlaces(whole);
  const tree = toMdast({ type: 'root', children: whole.children }, { document: true, handlers: HANDLERS });
  const root: Root = tree.type === 'root' ? tree : { type: 'root', children: [] };
  if (isTooDeep(root)) return undefined;
  const problem = isChosen
    ? undefined
    : {
        line: 0,
        message: `nothing in the page is ${main}, so its docs are taken for what looks like them`,
        remedy: 'mend main of the source in the config, or leave it out',
      };
  return { root, source: body, problem, ids: idsIn(root) };
}

function asWords(body: string): ParsedHtml {
  const words = wordsOfHtml(body);
  return {
    root: { type: 'root', children: words === '' ? [] : [paragraph(text(words))] },
    source: body,
    problem: { line: 0, message: 'the page is too large or nested too deep, and is read as plain text' },
    ids: new Map(),
  };
}

function idsIn(root: Root): HeadingIds {
  const ids = new Map<Heading, HeadingId>();
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') {
      const { fragment = '' } = node.data ?? {};
      ids.set(node, { fragment: fragment === '' ? undefined : fragment, children: node.children });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return ids;
}

/** What its own `<base>` says, from its own address on; empty where neither is known. */
function baseOf(page: HtmlRoot, url: string): string {
  const base = elementsIn(page).find((element) => isElement(element, 'base'));
  const href = base === undefined ? '' : attributeOf(base, 'href');
  const from = url === '' ? undefined : url;
  return URL.canParse(href, from) && href !== '' ? new URL(href, from).href : url;
}

function resolveLinks(content: Element, base: string): void {
  for (const element of elementsIn(content)) {
    const href = attributeOf(element, 'href');
    if (isElement(element, 'a') && base !== '' && URL.canParse(href, base))
      element.properties['href'] = new URL(href, base).href;
    if (isHeading(element)) unlink(element);
  }
}

/** Only of headings it matters where they stand, and the conversion copies all of it. */
function dropPlaces(content: Element): void {
  for (const element of elementsIn(content)) {
    if (!isHeading(element)) delete element.position;
    for (const child of element.children) if (child.type === 'text') delete child.position;
  }
}

/** A link in a heading that leads to the heading is nothing to follow. */
function unlink(heading: Element): void {
  for (const link of elementsIn(heading))
    if (isElement(link, 'a') && attributeOf(link, 'href').includes('#')) delete link.properties['href'];
}
