/** The versions and languages of one collection. */
export interface Editions {
  readonly collection: string;
  /** The default first; empty where there are none. */
  readonly versions: readonly string[];
  /** BCP 47 tags, the default first. */
  readonly locales: readonly string[];
}
