import type { ActualAnchor, WrongAnchor } from './finding.ts';
import type { LinkPlace, LinkTarget } from './link-target.ts';
import type { PageFacts, PageHeading } from './page-facts.ts';
import { haveSameWords, wordsOf } from './same-words.ts';

/** The sections of an address whose ids are not in its page, or belong to another heading there. */
export function wrongAnchors(target: LinkTarget, facts: PageFacts): WrongAnchor[] {
  return target.places.flatMap((place) => {
    if (place.fragment === '') return [];
    const actual = facts.ids.has(place.fragment)
      ? otherHeading(place, target, facts)
      : actualAnchor(place, target, facts);
    return actual === undefined ? [] : [{ kind: 'anchor' as const, target, place, actual }];
  });
}

/**
 * Undefined unless the id that is linked is plainly another heading's: that one has other words, or is another of the
 * same words, and the section's own heading is there, with an id.
 */
function otherHeading(place: LinkPlace, target: LinkTarget, facts: PageFacts): ActualAnchor | undefined {
  const holder = facts.headings.find(({ id }) => id === place.fragment);
  const own = ownHeading(place, target, facts);
  if (holder === undefined || own === undefined || own === holder || own.id === '') return undefined;
  return { kind: 'id', id: own.id, other: holder.text };
}

function actualAnchor(place: LinkPlace, target: LinkTarget, facts: PageFacts): ActualAnchor {
  const own = ownHeading(place, target, facts);
  if (own !== undefined && own.id !== '') return { kind: 'id', id: own.id, other: '' };
  const id = ownId(place, target, facts);
  if (id !== undefined) return { kind: 'id', id, other: '' };
  if (own !== undefined) return { kind: 'bare' };
  const isThere = facts.headings.some(({ text }) => haveSameWords(text, place.section.heading));
  return { kind: isThere ? 'unclear' : 'absent' };
}

/** The heading of the page that has the section's words: the only one, or, where there are as many as sections, in order. */
function ownHeading(place: LinkPlace, { places }: LinkTarget, facts: PageFacts): PageHeading | undefined {
  const words = wordsOf(place.section.heading);
  if (words === '') return undefined;
  const headings = facts.headings.filter(({ text }) => wordsOf(text) === words);
  const sections = places.filter(({ section }) => section.level > 0 && wordsOf(section.heading) === words);
  if (headings.length === sections.length) return headings[sections.indexOf(place)];
  // The page's title is often a heading without being one in the file.
  const below = headings.filter(({ level }) => level > 1);
  return below.length === sections.length ? below[sections.indexOf(place)] : undefined;
}

/** The only id that has the words of the section or of the id that is linked, and that no other section has. */
function ownId(
  { fragment, section }: LinkPlace,
  { places }: LinkTarget,
  facts: PageFacts,
): string | undefined {
  const taken = new Set(places.map((place) => place.fragment));
  const free = [...facts.ids].filter((id) => !taken.has(id));
  for (const text of [fragment, section.heading]) {
    const [id, ...more] = free.filter((one) => haveSameWords(one, text));
    if (id !== undefined && more.length === 0) return id;
  }
  return undefined;
}
