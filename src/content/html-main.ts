import type { Element, Root } from 'hast';
import { matches, selectAll } from 'hast-util-select';
import { elementsIn, isElement, isHeading, textIn } from './html-elements.ts';
import type { Parent } from './html-elements.ts';
import { readableContent } from './html-readable.ts';
import { withinStack } from '../core/within-stack.ts';

/** Where generators that have no element for it put the text: Doxygen, then what several themes do. */
const NAMED = '#doc-content, .markdown-body, [itemprop=articleBody]';

/** An article that has less of the text is one of many, or a card. */
const SHARE = 0.5;

export interface MainContent {
  readonly content: Parent;
  /** Whether the selector, if there is one, chose it. */
  readonly isChosen: boolean;
}

/**
 * The element with the main content of a page: what the CSS selector chooses, else `main` or `[role=main]` and, within it, the one
 * article that has the text, else an article, else what Readability takes for it, else the body. Never throws, whatever the selector.
 */
export function mainContent(page: Root, selector: string): MainContent {
  const chosen = selector === '' ? undefined : largest(select(selector, page));
  if (chosen !== undefined) return { content: chosen, isChosen: true };
  const main = largest(select('main, [role=main]', page));
  const content =
    (main === undefined ? undefined : (articleOf(main) ?? main)) ??
    largest(select('article', page)) ??
    largest(select(NAMED, page)) ??
    readableContent(page) ??
    bodyOf(page);
  return { content, isChosen: selector === '' };
}

/** Whether a text is a selector that can be looked for. */
export function isSelector(text: string): boolean {
  try {
    matches(text, { type: 'element', tagName: 'main', properties: {}, children: [] });
    return true;
  } catch {
    return false;
  }
}

function select(selector: string, page: Root): Element[] {
  if (!isSelector(selector)) return [];
  return withinStack(() => selectAll(selector, page)) ?? [];
}

function largest(elements: readonly Element[]): Element | undefined {
  const sized = elements.map((element) => ({ element, size: textIn(element).length }));
  return sized.reduce<(typeof sized)[number] | undefined>(
    (best, one) => (best === undefined || one.size > best.size ? one : best),
    undefined,
  )?.element;
}

/** The article of a page, where it has all that has a heading, or most of the text. */
function articleOf(main: Element): Element | undefined {
  const article = largest(elementsIn(main).filter((element) => isElement(element, 'article')));
  if (article === undefined) return undefined;
  const holdsAll = elementsIn(main).filter(isHeading).length === elementsIn(article).filter(isHeading).length;
  return holdsAll || textIn(article).length >= textIn(main).length * SHARE ? article : undefined;
}

function bodyOf(page: Root): Parent {
  return elementsIn(page).find((element) => isElement(element, 'body')) ?? page;
}
