import type { KnownPaths } from './known-paths.ts';
import type { ListedPages } from './listed-pages.ts';
import type { LinkTarget } from './link-target.ts';
import type { PageFacts } from './page-facts.ts';

/** The site of one collection, to look at. */
export interface Site {
  /** Absolute URL of its root, its base included, without a slash at the end. */
  readonly root: string;
  /** How messages name it: `build/`, or its host. */
  readonly name: string;
  /** Whether it is a folder; else it is on the web. */
  readonly isBuilt: boolean;
  /** Undefined where it has no sitemap. */
  readonly sitemap: ListedPages | undefined;
  /** The paths of all its pages as their addresses have them, as far as they are known. */
  readonly known: KnownPaths;
  look(target: LinkTarget): Promise<Sighting>;
}

/** What is at an address. */
export type Sighting =
  | {
      readonly kind: 'page';
      readonly facts: PageFacts;
      /** The page's own address where that is another one; absolute, else empty. */
      readonly movedTo: string;
    }
  | { readonly kind: 'missing' }
  /** `reason` names the address and says what to do. */
  | { readonly kind: 'unread'; readonly reason: string }
  /** robots.txt asks not to look. */
  | { readonly kind: 'forbidden' };
