import { grouped } from './grouped.ts';
import { pathDifference, spelledSegment } from './path-difference.ts';
import type { PathDifference } from './path-difference.ts';
import { keyOf } from './site-path.ts';

/** The paths of a site's pages, to look up where one could be that is not where it should. */
export interface KnownPaths {
  /** Those, decoded, that are the same but for their form. */
  formsOf(path: string): readonly string[];
  /** Those of the same name to which a rule leads from here. */
  near(path: string): readonly NearPath[];
}

export interface NearPath {
  readonly path: string;
  readonly difference: PathDifference;
}

/** With so many pages of one name, such as `overview`, the name says nothing. */
const MOST = 200;

/** Looks up decoded paths. */
export function knownPaths(paths: Iterable<string>): KnownPaths {
  const forms = grouped(paths, keyOf);
  const named = grouped(forms.keys(), nameOf);
  const candidates = (key: string): string[] => {
    const folder = key.slice(0, Math.max(0, key.lastIndexOf('/')));
    const beside = [folder, `${key}/README`, `${key}/readme`].filter((one) => forms.has(one));
    const same = named.get(nameOf(key)) ?? [];
    return same.length > MOST ? beside : [...beside, ...same];
  };
  return {
    formsOf: (path) => forms.get(keyOf(path)) ?? [],
    near: (path) =>
      candidates(keyOf(path)).flatMap((key) => {
        const to = forms.get(key)?.[0] ?? key;
        const difference = pathDifference(path, to);
        return difference === undefined ? [] : [{ path: to, difference }];
      }),
  };
}

function nameOf(key: string): string {
  return spelledSegment(key.slice(key.lastIndexOf('/') + 1));
}
