/** How the docs of one collection are written, and how their site makes addresses of them. */
export interface CollectionRules {
  readonly name: string;
  /** `auto`: `.mdx` files are MDX, `.html` files HTML, all others Markdown; undefined: as the preset has it. */
  readonly format?: 'auto' | 'mdx' | 'markdown' | undefined;
  readonly site: SiteOptions;
  readonly source: {
    /** CSS selector of what is the docs on an HTML page; empty where it is found by itself. */
    readonly main: string;
  };
  /** The version of the docs; empty for none. */
  readonly version: string;
  /** Versions that lie in folders, as the generator lays them out, the default first; undefined: those that it says there are. */
  readonly versions?: readonly string[] | undefined;
  /** The language, as a BCP 47 tag. */
  readonly locale: string;
  /** Further languages, that lie in folders as the generator lays them out. */
  readonly locales: readonly string[];
  /** Name of the files that order and name pages instead of being one, such as `_navigation.mdx`; empty for none. */
  readonly navigation: string;
  readonly frontmatter: FrontmatterKeys;
  readonly structured: readonly StructuredRule[];
}

/** The site generators whose rules are known. */
export type PresetName =
  | 'docusaurus'
  | 'eleventy'
  | 'fumadocs'
  | 'github'
  | 'hugo'
  | 'jekyll'
  | 'mdbook'
  | 'mintlify'
  | 'mkdocs'
  | 'nextjs'
  | 'nextra'
  | 'plain'
  | 'rspress'
  | 'sphinx'
  | 'starlight'
  | 'vitepress';

/** What a config says of a site; undefined where it leaves a rule to the preset. */
export interface SiteOptions {
  readonly preset: PresetName;
  /** Absolute URL of the site, without a slash at the end. */
  readonly url: string;
  /** Path below `url` under which all of the site is published, such as `/project`; empty for none. */
  readonly base: string;
  /** Absolute URL below which links that begin with `/` lead; empty for what the preset does. */
  readonly linkRoot: string;
  readonly routeBase?: string | undefined;
  readonly extension?: string | undefined;
  readonly index?: readonly string[] | undefined;
  readonly trailingSlash?: boolean | undefined;
  readonly anchors: { readonly [Rule in keyof AnchorRules]?: AnchorRules[Rule] | undefined };
}

/** How a site makes addresses, with nothing left open. */
export interface SiteRules {
  /** Absolute URL of the site's root, its base included, without a slash at the end. */
  readonly url: string;
  /** Absolute URL below which links that begin with `/` lead, without a slash at the end. */
  readonly linkRoot: string;
  /** Path below the root under which the docs are published, such as `docs`, without slashes around; empty for none. */
  readonly routeBase: string;
  /** What a page's path ends in on the site: empty, or such as `.html`. */
  readonly extension: string;
  /** Names of the files, without extension, that stand for their folder. */
  readonly index: readonly string[];
  /** `index`: only addresses of folders end with a slash. */
  readonly trailingSlash: 'always' | 'never' | 'index';
  readonly anchors: AnchorRules;
}

/** The ways to make an id of a heading; see `slugs/`. */
export type SlugName =
  | 'ascii'
  | 'astro-5'
  | 'blackfriday'
  | 'docutils'
  | 'eleventy'
  | 'github'
  | 'github-ascii'
  | 'github-case'
  | 'hugo'
  | 'kramdown'
  | 'kramdown-gfm'
  | 'markdown-it-anchor'
  | 'mdbook'
  | 'mintlify'
  | 'pymdownx'
  | 'python-markdown'
  | 'vitepress';

export interface AnchorRules {
  /** `fragment`: `page#section`; `path`: `page/section/subsection`; `none`: the site has no addresses for sections. */
  readonly style: 'fragment' | 'path' | 'none';
  readonly slug: SlugName;
  /** The deepest heading level that has an address of its own, 2 to 6; deeper ones get their parent's. */
  readonly depth: number;
  /** What the second `Setup` of a page gets: `setup-1`, `setup_1`, `setup-2`, or the same as the first. */
  readonly duplicates: 'dash' | 'underscore' | 'dash-two' | 'same';
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
