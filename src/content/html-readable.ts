import { Readability } from '@mozilla/readability';
import type { Element, Root } from 'hast';
import { parseHTML } from 'linkedom';
import { attributeOf, elementsIn, isElement, textIn } from './html-elements.ts';
import { withinStack } from '../core/within-stack.ts';

/** Larger and deeper pages take it seconds. */
const MOST_ELEMENTS = 5000;
const MOST_TEXT = 300_000;
const DEEPEST = 60;
const MARK = 'data-at';
/** How much of what is kept the content has to have. */
const SHARE = 0.9;

/**
 * The element of a page that Readability takes for its main content; undefined where it finds none. It only says where that is, since
 * what it makes of it has lost headings and ids.
 */
export function readableContent(page: Root): Element | undefined {
  const elements = elementsIn(page);
  const body = elements.find((element) => isElement(element, 'body'));
  if (body === undefined || elements.length > MOST_ELEMENTS || textIn(body).length > MOST_TEXT)
    return undefined;
  if (isDeep(body)) return undefined;
  const kept = withinStack(() => keptBy(body, elements));
  return kept === undefined || kept.size === 0 ? undefined : holding(body, kept);
}

/** The elements whose own text it keeps. */
function keptBy(body: Element, elements: readonly Element[]): Set<Element> {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>');
  const places = new Map(elements.map((element, index) => [element, index]));
  document.body.append(...body.children.flatMap((child) => asDom(child, { document, places }) ?? []));
  const reader = new Readability<unknown>(document, {
    keepClasses: true,
    serializer: (node) => node,
  });
  const content: unknown = reader.parse()?.content;
  const marks = isQueryable(content) ? [...content.querySelectorAll(`[${MARK}]`)] : [];
  return new Set(marks.flatMap((mark) => elements[Number(mark.getAttribute(MARK))] ?? []));
}

function isDeep(body: Element): boolean {
  let level: Element[] = [body];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1)
    level = level.flatMap(({ children }) => children.filter((child) => isElement(child)));
  return level.length > 0;
}

interface Queryable {
  querySelectorAll(selector: string): Iterable<{ getAttribute(name: string): string | null }>;
}

function isQueryable(value: unknown): value is Queryable {
  return typeof value === 'object' && value !== null && 'querySelectorAll' in value;
}

type Made = ReturnType<Dom['createElement']> | ReturnType<Dom['createTextNode']>;
type Dom = ReturnType<typeof parseHTML>['document'];

interface Making {
  readonly document: Dom;
  readonly places: ReadonlyMap<Element, number>;
}

function asDom(node: Element['children'][number], making: Making): Made | undefined {
  const { document, places } = making;
  if (node.type === 'text') return document.createTextNode(node.value);
  if (node.type !== 'element' || UNREAD.has(node.tagName)) return undefined;
  const element = document.createElement(node.tagName);
  element.setAttribute(MARK, String(places.get(node) ?? ''));
  for (const [attribute, property] of ATTRIBUTES) {
    const value = attributeOf(node, property);
    if (value !== '') element.setAttribute(attribute, value);
  }
  element.append(...node.children.flatMap((child) => asDom(child, making) ?? []));
  return element;
}

const UNREAD = new Set(['script', 'style', 'template']);

/** What it looks at. */
const ATTRIBUTES = [
  ['class', 'className'],
  ['id', 'id'],
  ['href', 'href'],
  ['src', 'src'],
  ['role', 'role'],
  ['style', 'style'],
  ['aria-hidden', 'ariaHidden'],
] as const;

/** The deepest element that holds nearly all that is kept. */
function holding(body: Element, kept: ReadonlySet<Element>): Element {
  const sizes = new Map<Element, number>();
  const sizeOf = (element: Element): number => {
    const own = kept.has(element) ? ownText(element) : 0;
    const inner = element.children.reduce((sum, child) => sum + (isElement(child) ? sizeOf(child) : 0), 0);
    sizes.set(element, own + inner);
    return own + inner;
  };
  const least = sizeOf(body) * SHARE;
  let found = body;
  for (let next: Element | undefined = body; next !== undefined;) {
    found = next;
    next = next.children.find(
      (child): child is Element => isElement(child) && (sizes.get(child) ?? 0) >= least && least > 0,
    );
  }
  return found;
}

function ownText(element: Element): number {
  return element.children.reduce(
    (sum, child) => sum + (child.type === 'text' ? textIn(child).trim().length : 0),
    0,
  );
}
