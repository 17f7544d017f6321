import { posix } from 'node:path';
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
        : [{ version, locale: language, folder, suffix: '', at: joined(routeBase, folder) }];
    }),
  );
  const root: Edition = { version: first, locale, folder: '', suffix: '', at: routeBase };
  const isRoot = (one: Edition): boolean => one.version === first && one.locale === locale;
  return [...found.filter(isRoot), root, ...found.filter((one) => !isRoot(one))];
}

function joined(routeBase: string, folder: string): string {
  const path = folder.replace(/\/$/u, '');
  return routeBase === '' ? path : `${routeBase}/${path}`;
}

/**
 * The same, and languages as ends of names: `install.de.md` beside `install.md`, published in a folder of the language unless that is
 * the default one. A language that has a folder is not looked for in names.
 */
export async function suffixEditions(
  source: EditionSource,
  options: EditionOptions,
): Promise<readonly Edition[]> {
  const editions = await folderEditions(source, options);
  const { locales, locale, routeBase } = options;
  const root = editions.find(({ folder }) => folder === '');
  const suffixed = [locale, ...locales].flatMap((language): Edition[] => {
    const suffix = `.${language}`;
    const hasFolder = editions.some((one) => one.locale === language && one.folder !== '');
    const isFound = source.files.some((file) => posix.parse(file).name.endsWith(suffix));
    if (hasFolder || !isFound || root === undefined) return [];
    const at = language === locale ? routeBase : joined(routeBase, language);
    return [{ ...root, locale: language, suffix, at }];
  });
  return [...editions, ...suffixed];
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
