import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { PageContext } from './build-page.ts';
import type { CollectionRules, SiteRules } from './collection-rules.ts';
import { createDictionary, referencesIn } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import type { SourceFile } from './source-file.ts';
import { metadataOf } from './metadata.ts';
import { readNavigation } from './navigation.ts';
import type { Navigation } from './navigation.ts';
import type { PageRules } from './page-rules.ts';
import { placeFiles } from './placement.ts';
import type { Placement } from './placement.ts';
import type { Edition } from './preset.ts';
import { resolveLink } from './resolve-link.ts';

/** The context of a page, and a key that changes whenever anything does that the page is made from. */
export interface KeyedContext {
  readonly context: PageContext;
  readonly key: string;
}

/** What all pages of a collection have in common, ready to be asked for one of them. */
export interface SharedContext {
  contextOf(file: string, source: SourceFile): KeyedContext;
  readonly placement: Placement;
  /** Changes whenever anything does that pages take from other files. */
  readonly key: string;
}

type Files = ReadonlyMap<string, SourceFile>;

/** Gathers it from the frontmatter of all files. `files` are in order. */
export function shareContext(files: Files, rules: PageRules, editions: readonly Edition[]): SharedContext {
  const pages = [...files].filter(([file]) => !isNavigation(file, rules));
  const placement = placementOf(pages, rules, editions);
  const navigation = navigationOf(files, rules, placement);
  const dictionaries = dictionariesOf(pages, rules);
  const titles = folderTitles(pages, { rules, navigation, placement });
  const placementKey = hashOf([editions, placement.moved]);
  const named = [...files].flatMap(([file, { hash }]) => (isNavigation(file, rules) ? hash : []));
  const texts = dictionaryKeys(rules).map((key) =>
    pages.map(([file, { frontmatter }]) => [file, frontmatter.data[key]]),
  );
  const contextOf = (file: string, { hash, frontmatter: { data } }: SourceFile): KeyedContext => {
    const entry = navigation(placement.of(file).url ?? '');
    const ancestors = foldersAbove(file, rules.site).flatMap((folder) => titles.get(folder) ?? []);
    const referred = rules.structured.flatMap(({ key, dictionary }) =>
      referencesIn(data[key]).map((path) => dictionaries.get(dictionary)?.lookUp(path, file)),
    );
    return {
      context: { rules, placement, navigation: entry, ancestors, dictionaries },
      key: hashOf([hash, entry, ancestors, placementKey, referred]),
    };
  };
  return { contextOf, placement, key: hashOf([placementKey, named, [...titles], texts]) };
}

/** Whether files give the same to what pages have in common as they did before: the body of a page is its own. */
export function isSharedAlike(
  before: Files,
  now: Files,
  rules: Pick<CollectionRules, 'navigation'>,
): boolean {
  return (
    before.size === now.size &&
    [...now].every(([file, source]) => {
      const earlier = before.get(file);
      if (earlier === source) return true;
      if (earlier === undefined || isNavigation(file, rules)) return false;
      return isDeepStrictEqual(earlier.frontmatter.data, source.frontmatter.data);
    })
  );
}

function placementOf(
  pages: readonly (readonly [string, SourceFile])[],
  { preset, site, htmlSite, frontmatter: keys }: PageRules,
  editions: readonly Edition[],
): Placement {
  const placed = pages.map(([file, { frontmatter }]) => {
    const { data } = frontmatter;
    return { file, data, slug: metadataOf(data, keys).slug };
  });
  return placeFiles(placed, { site, htmlSite, preset, editions });
}

/** Files that order and name pages are none themselves. */
export function isNavigation(file: string, { navigation }: Pick<CollectionRules, 'navigation'>): boolean {
  return navigation !== '' && posix.basename(file) === navigation;
}

function navigationOf(files: Files, rules: PageRules, placement: Placement): Navigation {
  const found = [...files]
    .filter(([file]) => isNavigation(file, rules))
    .map(([, { frontmatter }]) => frontmatter.data);
  return readNavigation(found, (url) =>
    resolveLink(url, { file: rules.navigation, rules: rules.site, placement }),
  );
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url');
}

/** By the frontmatter key that they are gathered from. */
function dictionariesOf(
  pages: readonly (readonly [string, SourceFile])[],
  rules: PageRules,
): ReadonlyMap<string, Dictionary> {
  return new Map(
    dictionaryKeys(rules).map((key) => [
      key,
      createDictionary(
        pages.map(([file, { frontmatter }]): [string, unknown] => [file, frontmatter.data[key]]),
      ),
    ]),
  );
}

function dictionaryKeys({ structured }: PageRules): readonly string[] {
  return [...new Set(structured.map(({ dictionary }) => dictionary).filter((key) => key !== ''))];
}

interface Naming {
  readonly rules: PageRules;
  readonly navigation: Navigation;
  readonly placement: Placement;
}

/** What folders are called: by the page that stands for one, or that is its namesake. */
function folderTitles(
  pages: readonly (readonly [string, SourceFile])[],
  { rules, navigation, placement }: Naming,
): ReadonlyMap<string, string> {
  return new Map(
    pages.flatMap(([file, { frontmatter }]) => {
      const title =
        metadataOf(frontmatter.data, rules.frontmatter).title ||
        navigation(placement.of(file).url ?? '')?.title;
      return title === undefined ? [] : [[placeOf(file, rules.site), title] as const];
    }),
  );
}

/** The path of a page as a folder: `a/b` for both `a/b.md` and `a/b/index.md`. */
function placeOf(file: string, { index }: SiteRules): string {
  const { dir, name } = posix.parse(file);
  return index.includes(name) ? dir : posix.join(dir, name);
}

/** `a` and `a/b` for `a/b/c.md`. */
function foldersAbove(file: string, site: SiteRules): string[] {
  const segments = placeOf(file, site).split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}
