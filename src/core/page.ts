/** One Markdown or MDX file of a collection, read and normalised. */
export interface Page {
  readonly collection: string;
  /** Path relative to the collection's root, with `/`. */
  readonly file: string;
  /** The path by which it is named: its file's within its version and language, behind those where they are not the default. */
  readonly path: string;
  /** Empty where the collection has no versions. */
  readonly version: string;
  /** The language, as a BCP 47 tag. */
  readonly locale: string;
  /** Absolute URL of the page on its site. */
  readonly url: string;
  readonly title: string;
  /** Empty where the page has none. */
  readonly description: string;
  readonly keywords: readonly string[];
  /** The navigation's titles above the page, outermost first; without the page's own title. */
  readonly trail: readonly string[];
  /** Links from this page to other places of the same site. */
  readonly links: readonly PageLink[];
  /** In document order; never empty; the first may be the lead. */
  readonly sections: readonly Section[];
}

/** A heading and what stands under it until the next heading: the unit that is found, quoted and linked. */
export interface Section {
  /** Short, URL-safe, unique in the index, and the same after a restart: it goes into buttons. */
  readonly id: string;
  /** Plain text. The lead (what stands before the first heading) carries the page's title. */
  readonly heading: string;
  /** 0 for the lead, else 1 to 6. */
  readonly level: number;
  /** 1-based line of the heading in the file. */
  readonly line: number;
  /** The titles above this section, outermost first: navigation, page, parent headings. */
  readonly trail: readonly string[];
  /** Absolute URL of this very section; the page's where the site gives the section no anchor. */
  readonly url: string;
  /** The body without its heading, as normalised GitHub-flavoured Markdown; links are absolute. */
  readonly markdown: string;
}

/** A link inside the docs; its text tells what its target is about. */
export interface PageLink {
  readonly text: string;
  /** Absolute URL, as the site itself would write it, with its anchor. */
  readonly url: string;
}
