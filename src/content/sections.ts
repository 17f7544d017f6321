import { createHash } from 'node:crypto';
import type { Heading, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Section } from '../core/page.ts';
import { createAnchors } from './anchors.ts';
import { createFragments } from './fragments.ts';
import type { AnchorRules } from './collection-rules.ts';
import { writeMarkdown } from './to-markdown.ts';

/** A heading and what stands under it, before it has an address. */
export interface RawSection {
  /** Plain text. */
  readonly heading: string;
  /** 1 to 6. */
  readonly level: number;
  /** 1-based line in the file. */
  readonly line: number;
  readonly customId: string | undefined;
  /** As it stands behind the `#` of its address; empty for none. Undefined where the rules alone say. */
  readonly fragment: string | undefined;
  /** Whether the site gives it an address of its own. */
  readonly linked: boolean;
  readonly nodes: readonly RootContent[];
}

/** A page's nodes, parted at its headings. */
export interface Parted {
  /** What stands before the first heading. */
  readonly lead: readonly RootContent[];
  readonly sections: readonly RawSection[];
}

/** Parts flattened nodes; `offset` is the number of lines before the body in its file. */
export function partAtHeadings(nodes: readonly RootContent[], offset: number): Parted {
  const lead: RootContent[] = [];
  const sections: (RawSection & { readonly nodes: RootContent[] })[] = [];
  for (const node of nodes) {
    if (node.type === 'heading') sections.push({ ...headingOf(node, offset), nodes: [] });
    else (sections.at(-1)?.nodes ?? lead).push(node);
  }
  return { lead, sections };
}

/** What all sections of a page share. */
export interface PagePlace {
  readonly collection: string;
  readonly file: string;
  readonly url: string;
  readonly title: string;
  readonly trail: readonly string[];
  readonly anchors: AnchorRules;
}

/** A page's sections with their addresses, trails and ids; the lead, which is the page itself, is always there. */
export function placeSections({ lead, sections }: Parted, place: PagePlace): Section[] {
  const nextAnchor = createAnchors(place.anchors);
  const nextFragment = createFragments(place.anchors);
  const idOf = createIds(place);
  const [first] = sections;
  // A page that begins with its own title has its lead under that.
  const isTitle = lead.length === 0 && first?.level === 1 && first.heading === place.title;
  const open: RawSection[] = [];
  const placed = sections.map((section) => {
    while ((open.at(-1)?.level ?? 0) >= section.level) open.pop();
    const above = [...open];
    open.push(section);
    const anchor = section.fragment === undefined ? nextAnchor(section) : nextFragment(section);
    return toSection(section, { place, above, anchor: section.linked ? anchor : '', idOf });
  });
  const top = leadSection(isTitle && first !== undefined ? first.nodes : lead, place, idOf([]));
  return [top, ...(isTitle ? placed.slice(1) : placed)];
}

interface SectionPlace {
  readonly place: PagePlace;
  /** The headings above, outermost first. */
  readonly above: readonly RawSection[];
  readonly anchor: string;
  readonly idOf: (path: readonly string[]) => string;
}

function toSection(raw: RawSection, { place, above, anchor, idOf }: SectionPlace): Section {
  const headings = above.map(({ heading }) => heading);
  const parents = headings[0] === place.title ? headings : [place.title, ...headings];
  // Another title of the page leaves the ids as they are.
  const path = above.filter(({ level }) => level > 1).map(({ heading }) => heading);
  return {
    id: idOf([...path, raw.heading]),
    heading: raw.heading,
    level: raw.level,
    line: raw.line,
    trail: [...place.trail, ...parents],
    url: withAnchor(place.url, anchor),
    markdown: writeMarkdown(raw.nodes),
  };
}

function leadSection(nodes: readonly RootContent[], { title, trail, url }: PagePlace, id: string): Section {
  return { id, heading: title, level: 0, line: 1, trail, url, markdown: writeMarkdown(nodes) };
}

function withAnchor(url: string, anchor: string): string {
  return anchor.startsWith('/') ? `${url.replace(/\/$/u, '')}${anchor}` : `${url}${anchor}`;
}

/** 60 bits of a hash of where the section stands; an edit elsewhere on the page does not change it. */
function createIds({ collection, file }: PagePlace): (path: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (path) => {
    const key = JSON.stringify([collection, file, ...path]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key}${count}`).digest('base64url').slice(0, 10);
  };
}

function headingOf(node: Heading, offset: number): Omit<RawSection, 'nodes'> {
  return {
    heading: toString(node).replace(/\s+/gu, ' ').trim(),
    level: node.depth,
    line: offset + (node.position?.start.line ?? 1),
    customId: node.data?.customId,
    fragment: node.data?.fragment,
    linked: true,
  };
}
