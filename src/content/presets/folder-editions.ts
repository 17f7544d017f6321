import type { Edition, EditionOptions, EditionSource } from '../preset.ts';

/**
 * Versions and languages as folders at the top: `v1/`, `de/`, `de/v1/` or `v1/de/`, which stand in the addresses as they are. What
 * lies in none of them is of the default version and language.
 */
export async function folderEditions(
  { files }: EditionSource,
  { versions = [], locales, version, locale, routeBase }: EditionOptions,
): Promise<readonly Edition[]> {
  const known = knownFolders(files);
  const [first = version, ...older] = versions;
  const found = [first, ...older].flatMap((version) =>
    [locale, ...locales].flatMap((language): Edition[] => {
      const isFirst = { version: version === first, locale: language === locale };
      const folder = foldersOf(version, language, isFirst).find((path) => known.has(path));
      return folder === undefined
        ? []
        : [{ version, locale: language, folder, at: joined(routeBase, folder) }];
    }),
  );
  const root: Edition = { version: first, locale, folder: '', at: routeBase };
  const isRoot = (one: Edition): boolean => one.version === first && one.locale === locale;
  return [...found.filter(isRoot), root, ...found.filter((one) => !isRoot(one))];
}

function joined(routeBase: string, folder: string): string {
  const path = folder.replace(/\/$/u, '');
  return routeBase === '' ? path : `${routeBase}/${path}`;
}

/** The folders in which a version in a language may lie, the most telling first. */
function foldersOf(
  version: string,
  locale: string,
  isFirst: { readonly version: boolean; readonly locale: boolean },
): string[] {
  const both = version === '' ? [] : [`${locale}/${version}/`, `${version}/${locale}/`];
  const versionOnly = isFirst.locale && version !== '' ? [`${version}/`] : [];
  return [...both, ...versionOnly, ...(isFirst.version ? [`${locale}/`] : [])];
}

/** The folders of the two topmost levels, with a slash at the end. */
function knownFolders(files: readonly string[]): ReadonlySet<string> {
  return new Set(
    files.flatMap((file) => {
      const [first, second, third] = file.split('/');
      if (second === undefined) return [];
      return third === undefined ? [`${first}/`] : [`${first}/`, `${first}/${second}/`];
    }),
  );
}
