import type { Page, Section } from './page.ts';

/** The docs as something to browse and read in full, beside being asked. */
export interface Library {
  /** False until the docs are read. */
  readonly isReady: boolean;
  /** Every page that is seen, in the order of its collections and files. `collections`: only these; empty for all. */
  pages(collections: readonly string[]): readonly Page[];
  /**
   * What a reference names: the id of a section; an address of the docs, with or without anchor; or a path (`sso/attributes`, with
   * or without extension, `index`, collection in front, slashes around, `#heading` or case), of a page before a folder before a
   * section. Empty or `/`: the first collection. A path that several collections have means the first that has it, unless its
   * collection stands in front. Only what is in the index can be named, so nothing leads out of it, whatever is written; a path
   * with `..` names nothing.
   */
  find(reference: string, collections: readonly string[]): Named;
}

export type Named =
  | { readonly kind: 'page'; readonly page: Page; readonly around: Surroundings }
  | {
      readonly kind: 'section';
      readonly page: Page;
      readonly section: Section;
      readonly around: Surroundings;
    }
  /** A folder of pages, which has none of its own. */
  | { readonly kind: 'folder'; readonly path: string; readonly around: Surroundings }
  /** Nothing is called so; the at most ten pages that come closest, best first, and what there is where it would have been. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Page[]; readonly around: Surroundings };

/**
 * Where a page or folder stands, within its collection; each list in the order of paths, of at most a hundred, and of pages their
 * `pathOf`. A page that has others below it is listed once, as a folder, but among siblings as a page.
 */
export interface Surroundings {
  /** Pages beside it, without itself; of an unknown path the pages right in `parent`. */
  readonly siblings: readonly string[];
  /** Pages and folders (with `/` at the end) below it. */
  readonly children: readonly string[];
  /** The folder above it, or the nearest that there is; empty at the top. */
  readonly parent: string;
  /** Pages and folders (with `/` at the end) of the top level. */
  readonly top: readonly string[];
}

/** The path by which a page is named: relative to its collection, without extension and `index`. */
export function pathOf({ path }: Pick<Page, 'path'>): string {
  const bare = path.replace(/\.[^./]+$/u, '');
  return bare.replace(/(^|\/)index$/u, '') || bare;
}
