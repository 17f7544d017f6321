/** How the docs of one collection are written, and how their site makes addresses of them. */
export interface CollectionRules {
  readonly name: string;
  /** `auto`: `.mdx` files are MDX, all others Markdown. */
  readonly format: 'auto' | 'mdx' | 'markdown';
  readonly site: SiteRules;
  /** Name of the files that order and name pages instead of being one, such as `_navigation.mdx`; empty for none. */
  readonly navigation: string;
  readonly frontmatter: FrontmatterKeys;
  readonly structured: readonly StructuredRule[];
}

export interface SiteRules {
  /** Absolute URL at which the root of the collection is published, without a slash at the end. */
  readonly url: string;
  /** Absolute URL below which links that begin with `/` lead; empty for the origin of `url`. */
  readonly linkRoot: string;
  /** What a page's path ends in on the site: empty, or such as `.html`. */
  readonly extension: string;
  /** Names of the files, without extension, that stand for their folder. */
  readonly index: readonly string[];
  readonly trailingSlash: boolean;
  readonly anchors: AnchorRules;
}

export interface AnchorRules {
  /** `fragment`: `page#section`; `path`: `page/section/subsection`; `none`: the site has no addresses for sections. */
  readonly style: 'fragment' | 'path' | 'none';
  /** `github`: as github-slugger; `ascii`: each run of what is no a–z or 0–9 becomes one `-`. */
  readonly slug: 'github' | 'ascii';
  /** The deepest heading level that has an address of its own, 2 to 6; deeper ones get their parent's. */
  readonly depth: number;
  /** What the second `Setup` of a page gets: `setup-1`, `setup_1`, or the same as the first. */
  readonly duplicates: 'dash' | 'underscore' | 'same';
  /** Syntax of a heading's own id at its end: `{#id}` or `[#id]`. */
  readonly customId: 'none' | 'curly' | 'square';
  /** Key of the slug in a JSON object in double braces at a heading's end, as in `## Title {{ "url": "slug" }}`; empty for none. */
  readonly annotation: string;
}

/** Which frontmatter keys say what; the first of each list that a page has counts. */
export interface FrontmatterKeys {
  readonly title: readonly string[];
  readonly description: readonly string[];
  /** All of these count. */
  readonly keywords: readonly string[];
  /** A page's path below `site.url` instead of its file's. */
  readonly slug: readonly string[];
  /** A page of which one of these is true is left out. */
  readonly hidden: readonly string[];
}

/** Frontmatter that holds content as data: a list of things with names, types, texts and lists of parts. */
export interface StructuredRule {
  /** The frontmatter key, such as `reference`. Each object of its list becomes a section. */
  readonly key: string;
  /** Where the value is a map of alternatives (one a language, say): the preferred ones, best first; else the first one. */
  readonly variants: readonly string[];
  /** Keys whose values, in this order, make a section's heading. */
  readonly heading: readonly string[];
  /** Key of a part's name. */
  readonly name: string;
  /** Key of a part's type. */
  readonly type: string;
  /** Key of a part's text, in Markdown. */
  readonly text: string;
  /** Keys of a part that are shown by their name when true, such as `optional`. */
  readonly flags: readonly string[];
  /** Key that, when true, says that a part is only a wrapper: its parts stand in its place; empty for none. */
  readonly wrapper: string;
  /** Keys that say nothing to a reader. */
  readonly omit: readonly string[];
  /** Frontmatter key of a tree of texts, over all pages: `(a.b)` as a value stands for its text at a.b; empty for none. */
  readonly dictionary: string;
}
