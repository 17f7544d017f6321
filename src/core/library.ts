import type { Page, Section } from './page.ts';

/** The docs as something to browse and read in full, beside being asked. */
export interface Library {
  /** False until the docs are read. */
  readonly isReady: boolean;
  /** Every page that is seen, in the order of its collections and files. `collections`: only these; empty for all. */
  pages(collections: readonly string[]): readonly Page[];
  /**
   * What a reference names: a path (`sso/attributes`, with or without extension, collection or slashes around it), the id of a
   * section, or an address of the docs with or without anchor. Only what is in the index can be named, so nothing leads out of
   * it, whatever is written.
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
  /** Nothing is called so; what comes closest. */
  | { readonly kind: 'unknown'; readonly nearest: readonly Page[]; readonly around: Surroundings };

/** Where a page or folder stands; each list in the order of paths, and of pages their paths without extension. */
export interface Surroundings {
  /** Pages beside it. */
  readonly siblings: readonly string[];
  /** Pages and folders (with `/` at the end) below it. */
  readonly children: readonly string[];
  /** The folder above it, or the nearest that there is; empty at the top. */
  readonly parent: string;
  /** Pages and folders (with `/` at the end) of the top level. */
  readonly top: readonly string[];
}

/** The path by which a page is named: relative to its collection, without extension and `index`. */
export function pathOf({ file }: Pick<Page, 'file'>): string {
  const bare = file.replace(/\.[^./]+$/u, '');
  return bare.replace(/(^|\/)index$/u, '') || bare;
}
