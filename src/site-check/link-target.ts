import type { Page, Section } from '../core/page.ts';

/** One address that Signpost links to, without its fragment, and all that it links to there. */
export interface LinkTarget {
  /** Absolute, without a fragment. */
  readonly url: string;
  readonly collection: string;
  /** The file that the address comes from, and the line in it. */
  readonly file: string;
  readonly line: number;
  /** Whether it is a page's address; else it is that of a section which is a page of its own. */
  readonly isPage: boolean;
  /** In document order. */
  readonly places: readonly LinkPlace[];
}

/** A section, and the id that its link asks for. */
export interface LinkPlace {
  readonly file: string;
  readonly section: Section;
  /** As an id of the page: decoded; empty where the link is to the page. */
  readonly fragment: string;
}

interface OpenTarget extends LinkTarget {
  readonly places: LinkPlace[];
}

/** Every address that the pages of the docs have, in their order. */
export function linkTargets(pages: readonly Page[]): readonly LinkTarget[] {
  const targets = new Map<string, OpenTarget>();
  for (const page of pages) {
    const line = page.sections[0]?.line ?? 0;
    opened(targets, { page, line, url: splitUrl(page.url).url, isPage: true });
    for (const section of page.sections) {
      const { url, fragment } = splitUrl(section.url);
      const target = opened(targets, { page, line: section.line, url, isPage: false });
      target.places.push({ file: page.file, section, fragment });
    }
  }
  return [...targets.values()];
}

interface Opening {
  readonly page: Page;
  readonly line: number;
  readonly url: string;
  readonly isPage: boolean;
}

function opened(
  targets: Map<string, OpenTarget>,
  { page: { collection, file }, line, url, isPage }: Opening,
): OpenTarget {
  const key = `${collection} ${url}`;
  const known = targets.get(key);
  if (known !== undefined) return known;
  const target: OpenTarget = { url, collection, file, line, isPage, places: [] };
  targets.set(key, target);
  return target;
}

function splitUrl(url: string): { url: string; fragment: string } {
  const at = url.indexOf('#');
  if (at === -1) return { url, fragment: '' };
  return { url: url.slice(0, at), fragment: decoded(url.slice(at + 1)) };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}
