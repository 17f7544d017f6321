import { keyOf } from './site-path.ts';

/** The way in which a path of the site differs from the one that Signpost links to. */
export type PathDifference =
  | { readonly kind: 'slash'; readonly isAdded: boolean }
  /** Empty where the site has none. */
  | { readonly kind: 'extension'; readonly extension: string }
  /** Whether the file of this name stands for its folder on the site. */
  | { readonly kind: 'index'; readonly name: string; readonly isIndex: boolean }
  | { readonly kind: 'case' }
  /** `folders`, without slashes around, stand behind `after` on the site. */
  | { readonly kind: 'added'; readonly folders: string; readonly after: string }
  /** `folders`, without slashes around, do not stand behind `after` on the site. */
  | { readonly kind: 'removed'; readonly folders: string; readonly after: string }
  /** The same words, written in another way. */
  | { readonly kind: 'spelling' };

/** How one decoded path becomes the other; undefined where there is no rule in it. */
export function pathDifference(from: string, to: string): PathDifference | undefined {
  if (keyOf(from) === keyOf(to)) return formDifference(from, to);
  return (
    indexDifference(keyOf(from), keyOf(to)) ??
    (from.toLowerCase() === to.toLowerCase() ? ({ kind: 'case' } as const) : undefined) ??
    insertion(from, to) ??
    removal(from, to) ??
    (spellingOf(from) === spellingOf(to) ? ({ kind: 'spelling' } as const) : undefined)
  );
}

function formDifference(from: string, to: string): PathDifference | undefined {
  const [was, is] = [extensionOf(from), extensionOf(to)];
  const name = /\/(index)$/u.exec(from)?.[1];
  if (name !== undefined) return { kind: 'index', name, isIndex: true };
  if (was !== is && !/\/index\.x?html?$/iu.test(to)) return { kind: 'extension', extension: is };
  if (`${from}/` === to) return { kind: 'slash', isAdded: true };
  if (from === `${to}/`) return { kind: 'slash', isAdded: false };
  return undefined;
}

function extensionOf(path: string): string {
  return /\.x?html?$/iu.exec(path)?.[0] ?? '';
}

/** `/guide/README` for `/guide`, or the other way round. */
function indexDifference(from: string, to: string): PathDifference | undefined {
  if (from.startsWith(`${to}/`)) {
    const name = from.slice(to.length + 1);
    if (/^readme$/iu.test(name)) return { kind: 'index', name, isIndex: true };
  }
  if (to.startsWith(`${from}/`)) {
    const name = to.slice(from.length + 1);
    if (/^readme$/iu.test(name)) return { kind: 'index', name, isIndex: false };
  }
  return undefined;
}

function insertion(from: string, to: string): PathDifference | undefined {
  const found = between(segmentsOf(from), segmentsOf(to));
  return found === undefined ? undefined : { kind: 'added', ...found };
}

function removal(from: string, to: string): PathDifference | undefined {
  const found = between(segmentsOf(to), segmentsOf(from));
  return found === undefined ? undefined : { kind: 'removed', ...found };
}

/** What stands in the longer path, in one piece, and not in the shorter; as near to the beginning as it can be. */
function between(
  short: readonly string[],
  long: readonly string[],
): { folders: string; after: string } | undefined {
  const more = long.length - short.length;
  if (more <= 0) return undefined;
  for (let at = 0; at < Math.max(1, short.length); at += 1) {
    const rest = [...long.slice(0, at), ...long.slice(at + more)];
    if (isSame(rest, short))
      return { folders: long.slice(at, at + more).join('/'), after: short.slice(0, at).join('/') };
  }
  return undefined;
}

/** Where the folders of a difference would have another page; undefined for differences of other kinds. */
export function differentlyPlaced(path: string, difference: PathDifference): string | undefined {
  if (difference.kind !== 'added' && difference.kind !== 'removed') return undefined;
  const [folders, after] = [difference.folders.split('/'), segmentsOf(difference.after)];
  const segments = segmentsOf(path);
  const rest = segments.slice(after.length);
  if (!isSame(segments.slice(0, after.length), after)) return undefined;
  if (difference.kind === 'added') return `/${[...after, ...folders, ...rest].join('/')}`;
  if (!isSame(rest.slice(0, folders.length), folders)) return undefined;
  return `/${[...after, ...rest.slice(folders.length)].join('/')}`;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((segment, at) => segment === other[at]);
}

function segmentsOf(path: string): string[] {
  return keyOf(path)
    .split('/')
    .filter((segment) => segment !== '');
}

/** A path without what generators do to names: numbers in front, spaces, dots, capital letters. */
export function spellingOf(path: string): string {
  return segmentsOf(path).map(spelledSegment).join('/');
}

/** One folder's or page's name, as `spellingOf` has it. */
export function spelledSegment(segment: string): string {
  const bare = segment.replace(/^\d+[\s._-]+(?=\D)/u, '');
  return bare
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
