import type { PageDifference } from './explain-pages.ts';
import { pathOf } from './site-path.ts';

export interface DifferencePlace {
  /** Absolute URL of the site's root, its base included, without a slash at the end. */
  readonly root: string;
  /** Whether the page was found as a file, which is below the base; else by its address. */
  readonly isFile: boolean;
}

/** Which key of the config makes pages differ no more in this way. */
export function pageRemedy(difference: PageDifference, place: DifferencePlace): string {
  switch (difference.kind) {
    case 'origin':
      return `set site.url so that it begins with ${difference.origin}`;
    case 'section':
      return 'set site.anchors.style: fragment where sections have no pages of their own';
    case 'slash':
      return `set site.trailingSlash: ${difference.isAdded}`;
    case 'extension':
      return `set site.extension: ${difference.extension || "''"}`;
    case 'index':
      return difference.isIndex
        ? `let site.index have ${difference.name}`
        : `take ${difference.name} out of site.index`;
    case 'case':
      return 'see whether site.preset is the program that makes the site; addresses tell capital letters apart';
    case 'spelling':
      return 'see whether site.preset is the program that makes the site';
    case 'added':
      return addedRemedy(difference, place);
    case 'removed':
      return removedRemedy(difference, place);
  }
}

interface Folders {
  readonly folders: string;
  readonly after: string;
}

function addedRemedy({ folders, after }: Folders, { root, isFile }: DifferencePlace): string {
  if (!isAtRoot(after, root)) return EDITIONS;
  return isFile
    ? `set site.routeBase: ${folders}`
    : `set site.base: /${folders}, or site.routeBase: ${folders} where only the docs are there`;
}

function removedRemedy({ folders, after }: Folders, { root }: DifferencePlace): string {
  if (isAtRoot(after, root)) return `set site.routeBase so that ${folders} is no part of it`;
  return `${pathOf(root)}/`.startsWith(`/${folders}/`)
    ? `take /${folders} out of site.url and site.base`
    : EDITIONS;
}

const EDITIONS = 'see site.preset, and whether versions and locales of the collection are those of the site';

function isAtRoot(after: string, root: string): boolean {
  return `/${after}`.replace(/\/$/u, '') === pathOf(root).replace(/\/$/u, '');
}
