import type { Heading, PhrasingContent, Root } from 'mdast';
import type { AnchorRules, SiteRules } from './collection-rules.ts';

/** How one site generator makes addresses of files and of headings. */
export interface Preset {
  readonly defaults: PresetDefaults;
  /**
   * Brings what the generator writes in its own way (admonitions, tabs, shortcodes) into Markdown with `:::` directives that the
   * parser knows. Every line stays a line, so that numbers of lines stay right. Never throws.
   */
  unify(body: string): string;
  /**
   * The path of a page below the place where its edition is published: decoded, without a slash at the beginning, with one at the
   * end where the generator puts it; empty for the root itself. Undefined where the generator publishes no page. Never throws, and
   * never leads above the root.
   */
  route(page: RoutedFile, rules: SiteRules): string | undefined;
  /** Whether `route` sees to `trailingSlash: true` by itself, so that what has no slash there gets none. */
  readonly endsByRoute?: boolean;
  /**
   * What the site makes of the headings of a page, wherever they stand in the tree. One that is left out has no id. Undefined: ids
   * are made by `rules` alone (`anchors.ts`), once the page is flattened. Never throws.
   */
  headingIds(page: HeadedPage, rules: AnchorRules): HeadingIds | undefined;
  /** The versions and languages that lie in the source, those of the default version and language first; at least one. */
  editions(source: EditionSource, options: EditionOptions): Promise<readonly Edition[]>;
}

/** What counts where the config says nothing. */
export interface PresetDefaults {
  /** `mdx`: also `.md` files are MDX. */
  readonly format: 'auto' | 'mdx' | 'markdown';
  /** Where links that begin with `/` lead: to the site's base, or to the host. */
  readonly links: 'base' | 'host';
  readonly site: Pick<SiteRules, 'routeBase' | 'extension' | 'index' | 'trailingSlash'>;
  readonly anchors: AnchorRules;
}

export interface RoutedFile {
  /** Relative to the folder of its edition. */
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What the frontmatter says by the keys of `frontmatter.slug` in the config; empty for nothing, and never a whole URL. */
  readonly slug: string;
  /** Where the edition is published, as `Edition.at`. */
  readonly at: string;
  /** All files of the edition, as `file` is. */
  readonly files: ReadonlySet<string>;
}

export interface HeadedPage {
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly root: Root;
  /** The text that was parsed, to which the positions in `root` belong. */
  readonly source: string;
  /** The text as it is in the file, line by line the same as `source`. */
  readonly body: string;
  /** Whether it was parsed as MDX. */
  readonly isMdx: boolean;
}

export type HeadingIds = ReadonlyMap<Heading, HeadingId>;

export interface HeadingId {
  /** As it stands behind the `#` of an address: percent-encoded. Undefined where the heading has none, or it cannot be known. */
  readonly fragment: string | undefined;
  /** The heading as it is shown: without the notes to the generator. */
  readonly children: readonly PhrasingContent[];
}

/** A version of the docs in a language. */
export interface Edition {
  /** Empty where there are no versions. */
  readonly version: string;
  /** As a BCP 47 tag. */
  readonly locale: string;
  /** Where its files are, relative to the source: empty, or with a slash at the end. */
  readonly folder: string;
  /** What their names end in before the extension, such as `.de`; empty for nothing. It is no part of a path. */
  readonly suffix: string;
  /** Where its pages are published, relative to `site.url`: decoded, without slashes around; may be empty. */
  readonly at: string;
  /** Whether `at` is a base whose address keeps its slash at the end, also where those of pages have none. */
  readonly isBase?: boolean;
}

export interface EditionSource {
  /** All that the globs choose. */
  readonly files: readonly string[];
  /** The text of any file of the source, such as `versions.json`; undefined where there is none. */
  read(file: string): Promise<string | undefined>;
}

/** What the config says of editions. */
export interface EditionOptions {
  /** Those that lie in folders as the generator lays them out, the default first; undefined: those that the generator has. */
  readonly versions: readonly string[] | undefined;
  /** The languages that lie in folders beside the default one. */
  readonly locales: readonly string[];
  /** The version of what lies in none of these folders; empty for none. */
  readonly version: string;
  /** The language of what lies in none of these folders. */
  readonly locale: string;
  readonly routeBase: string;
}
