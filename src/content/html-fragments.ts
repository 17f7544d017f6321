import type { Element, Nodes, Root } from 'hast';
import { attributeOf, elementsIn, isElement, isHeading } from './html-elements.ts';
import type { Parent } from './html-elements.ts';
import { isOfTheme } from './html-noise.ts';

/** How far above a heading an element may be that begins with it. */
const HIGHEST = 5;

/**
 * Writes on each heading of the content, as `data-fragment`, what leads to it behind a `#`, percent-encoded: its own id, that of an
 * anchor in it or just before it, or that of the section that begins with it. The one that the page itself links to comes first. An id
 * that an earlier element of the page has already leads there, and is none; so is that of the content as a whole.
 */
export function markFragments(page: Root, content: Parent): void {
  const targets = targetsIn(page);
  const leadsTo = (element: Element): string | undefined =>
    namesOf(element).find((name) => targets.get(name) === element);
  for (const [heading, above] of headingsIn(content)) {
    const candidates = candidatesOf(heading, above, content).flatMap((element) => leadsTo(element) ?? []);
    const linked = linkedFrom(heading, above[0]);
    const name = candidates.find((candidate) => linked.has(candidate)) ?? candidates[0];
    if (name !== undefined) heading.properties['dataFragment'] = encoded(name);
  }
}

/** Where a browser goes: to the first element of that id, else to the first anchor of that name. */
function targetsIn(page: Root): ReadonlyMap<string, Element> {
  const ids = new Map<string, Element>();
  const names = new Map<string, Element>();
  for (const element of elementsIn(page)) {
    const id = attributeOf(element, 'id');
    const name = isElement(element, 'a') ? attributeOf(element, 'name') : '';
    if (id !== '' && !ids.has(id)) ids.set(id, element);
    if (name !== '' && !names.has(name)) names.set(name, element);
  }
  return new Map([...names, ...ids]);
}

function namesOf(element: Element): string[] {
  const names = [attributeOf(element, 'id'), isElement(element, 'a') ? attributeOf(element, 'name') : ''];
  return names.filter((name) => name !== '');
}

/** Where a node stands. */
interface Place {
  readonly parent: Parent;
  readonly at: number;
}

/** The headings, each with where it stands, and where that does, within the content; innermost first. */
function headingsIn(content: Parent): [Element, readonly Place[]][] {
  const found: [Element, readonly Place[]][] = [];
  const visit = (parent: Parent, above: readonly Place[]): void => {
    parent.children.forEach((child, at) => {
      if (!isElement(child)) return;
      const places = [{ parent, at }, ...above].slice(0, HIGHEST);
      if (isHeading(child)) found.push([child, places]);
      else visit(child, places);
    });
  };
  visit(content, []);
  return found;
}

function candidatesOf(heading: Element, above: readonly Place[], content: Parent): Element[] {
  const found = [heading, ...elementsIn(heading).filter((element) => !isElement(element, 'button'))];
  for (const { parent, at } of above) {
    let before = at - 1;
    for (
      let node = parent.children[before];
      node !== undefined && isBlank(node);
      node = parent.children[before]
    ) {
      if (isElement(node)) found.push(node, ...elementsIn(node));
      before -= 1;
    }
    // The content as a whole begins with its first heading, and yet is not it.
    if (before >= 0 || parent === content || !isElement(parent)) break;
    found.push(parent);
  }
  return found;
}

const SHOWN = new Set('img pre table ul ol video iframe'.split(' '));

/** Whether a node says nothing of its own: blank, or a link or button that a theme puts there. */
function isBlank(node: Nodes): boolean {
  if (node.type !== 'element') return node.type !== 'text' || node.value.trim() === '';
  if (isHeading(node) || SHOWN.has(node.tagName)) return false;
  return isElement(node, 'button') || isOfTheme(node) || node.children.every(isBlank);
}

/** The ids that links in a heading, or just beside it, name. */
function linkedFrom(heading: Element, place: Place | undefined): ReadonlySet<string> {
  const siblings =
    place === undefined ? [] : place.parent.children.slice(Math.max(place.at - 2, 0), place.at + 3);
  const links = [...elementsIn(heading), ...siblings].filter((node) => isElement(node, 'a'));
  return new Set(
    links.flatMap((link) => {
      const [, name = ''] = /^[^#]*#(.+)$/u.exec(attributeOf(link, 'href')) ?? [];
      return name === '' ? [] : [name, decoded(name)];
    }),
  );
}

/** Half of a pair, which HTML may have, is no character. */
function encoded(name: string): string {
  return encodeURIComponent(name.replace(/\p{Surrogate}/gu, '\uFFFD'));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return name;
    throw error;
  }
}
