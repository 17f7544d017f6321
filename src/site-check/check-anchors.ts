import type { ActualAnchor, WrongAnchor } from './finding.ts';
import { grouped } from './grouped.ts';
import type { LinkPlace, LinkTarget } from './link-target.ts';
import type { PageFacts, PageHeading } from './page-facts.ts';
import { wordsOf } from './same-words.ts';

/** The sections of an address whose ids are not in its page, or belong to another heading there. */
export function wrongAnchors(target: LinkTarget, facts: PageFacts): WrongAnchor[] {
  const linked = target.places.filter(({ fragment }) => fragment !== '');
  if (linked.length === 0) return [];
  const page = pageIndex(target, facts);
  return linked.flatMap((place) => {
    const actual = facts.ids.has(place.fragment) ? otherHeading(place, page) : actualAnchor(place, page);
    return actual === undefined ? [] : [{ kind: 'anchor' as const, target, place, actual }];
  });
}

/** A page by what headings, sections and ids are looked up by. */
interface PageIndex {
  /** By their words. */
  readonly headings: ReadonlyMap<string, readonly PageHeading[]>;
  readonly sections: ReadonlyMap<string, readonly LinkPlace[]>;
  /** The first heading that has an id. */
  readonly holders: ReadonlyMap<string, PageHeading>;
  /** The ids that no section is linked by, by their words. */
  readonly free: () => ReadonlyMap<string, readonly string[]>;
}

function pageIndex({ places }: LinkTarget, { ids, headings }: PageFacts): PageIndex {
  const taken = new Set(places.map(({ fragment }) => fragment));
  let free: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    headings: grouped(headings, ({ text }) => wordsOf(text)),
    sections: grouped(
      places.filter(({ section }) => section.level > 0),
      ({ section }) => wordsOf(section.heading),
    ),
    holders: new Map(headings.toReversed().map((heading) => [heading.id, heading])),
    free: () =>
      (free ??= grouped(
        [...ids].filter((id) => !taken.has(id)),
        wordsOf,
      )),
  };
}

/**
 * Undefined unless the id that is linked is plainly another heading's: that one has other words, or is another of the
 * same words, and the section's own heading is there, with an id.
 */
function otherHeading(place: LinkPlace, page: PageIndex): ActualAnchor | undefined {
  const holder = page.holders.get(place.fragment);
  const own = ownHeading(place, page);
  if (holder === undefined || own === undefined || own === holder || own.id === '') return undefined;
  return { kind: 'id', id: own.id, other: holder.text };
}

function actualAnchor(place: LinkPlace, page: PageIndex): ActualAnchor {
  const own = ownHeading(place, page);
  if (own !== undefined && own.id !== '') return { kind: 'id', id: own.id, other: '' };
  const id = ownId(place, page);
  if (id !== undefined) return { kind: 'id', id, other: '' };
  if (own !== undefined) return { kind: 'bare' };
  const words = wordsOf(place.section.heading);
  return { kind: words !== '' && page.headings.has(words) ? 'unclear' : 'absent' };
}

/** The heading of the page that has the section's words: the only one, or, where there are as many as sections, in order. */
function ownHeading(place: LinkPlace, page: PageIndex): PageHeading | undefined {
  const words = wordsOf(place.section.heading);
  if (words === '') return undefined;
  const [headings = [], sections = []] = [page.headings.get(words), page.sections.get(words)];
  if (headings.length === sections.length) return headings[sections.indexOf(place)];
  // The page's title is often a heading without being one in the file.
  const below = headings.filter(({ level }) => level > 1);
  return below.length === sections.length ? below[sections.indexOf(place)] : undefined;
}

/** The only id that has the words of the section or of the id that is linked, and that no other section has. */
function ownId({ fragment, section }: LinkPlace, page: PageIndex): string | undefined {
  for (const words of [wordsOf(fragment), wordsOf(section.heading)]) {
    const [id, ...more] = words === '' ? [] : (page.free().get(words) ?? []);
    if (id !== undefined && more.length === 0) return id;
  }
  return undefined;
}
