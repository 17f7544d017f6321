import type { Project } from './project.ts';

/** A site of docs that a repository makes, as its generator's settings say. */
export interface FoundSite {
  /** What people call the generator, such as `Docusaurus`. */
  readonly generator: string;
  /** The file that tells, relative to the project. */
  readonly file: string;
  readonly title: string | undefined;
  /** The address that the settings name, as they write it; undefined where they name none. */
  readonly url: string | undefined;
  /** Path below it; undefined where `url` holds all of it. */
  readonly base: string | undefined;
  /** Port of the generator's own preview. */
  readonly previewPort: number;
  /** Where the generator builds the site, relative to the project; undefined where it builds none. */
  readonly build: string | undefined;
  /** At least one. */
  readonly collections: readonly FoundCollection[];
  /** What could not be told, or not be done, and what to do about it; a sentence each. */
  readonly notes: readonly string[];
}

/** A collection, with what differs from what Signpost does by itself. */
export interface FoundCollection {
  readonly name: string;
  /** Relative to the project; empty for all of it. */
  readonly folder: string;
  readonly include?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  readonly format?: 'auto' | 'mdx' | 'markdown' | undefined;
  readonly version?: string | undefined;
  readonly versions?: readonly string[] | undefined;
  readonly locale?: string | undefined;
  readonly locales?: readonly string[] | undefined;
  readonly site: FoundRules;
}

/** Keys of `site` in the config, but for its address. */
export interface FoundRules {
  readonly preset: string;
  readonly routeBase?: string | undefined;
  readonly extension?: string | undefined;
  readonly index?: readonly string[] | undefined;
  readonly trailingSlash?: boolean | undefined;
  readonly anchors?: Readonly<Record<string, string>> | undefined;
}

/** Finds the sites that one generator makes in a project; where it cannot read one, it finds none. */
export type FindSites = (project: Project) => Promise<readonly FoundSite[]>;
