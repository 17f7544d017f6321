import type { LinkPlace, LinkTarget } from './link-target.ts';

/** Something in which the site differs from what Signpost links to, or that could not be seen. */
export type Finding = MissingPage | MovedPage | WrongAnchor | UnreadPage;

/** No page is at the address. */
export interface MissingPage {
  readonly kind: 'missing';
  readonly target: LinkTarget;
}

/** The page is there, but the site has another address for it. */
export interface MovedPage {
  readonly kind: 'moved';
  readonly target: LinkTarget;
  /** Absolute. */
  readonly to: string;
  /** Who says so. */
  readonly by: 'build' | 'redirect' | 'sitemap';
}

/** The page is there, and the section's id leads nowhere or elsewhere. */
export interface WrongAnchor {
  readonly kind: 'anchor';
  readonly target: LinkTarget;
  readonly place: LinkPlace;
  readonly actual: ActualAnchor;
}

export type ActualAnchor =
  /** The section's heading has this id; `other` is the heading that has the one which is linked, if one has. */
  | { readonly kind: 'id'; readonly id: string; readonly other: string }
  /** The heading is there, and has no id. */
  | { readonly kind: 'bare' }
  /** The heading is not there. */
  | { readonly kind: 'absent' }
  /** There are several that it could be. */
  | { readonly kind: 'unclear' };

/** The page could not be read. */
export interface UnreadPage {
  readonly kind: 'unread';
  readonly target: LinkTarget;
  /** With the address, and what to do. */
  readonly reason: string;
}
