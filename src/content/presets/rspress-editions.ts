import type { Edition, EditionOptions, EditionSource } from '../preset.ts';

/**
 * Versions and languages as folders at the top, `v1/de/`, of which the defaults do not stand in addresses: `normalizeRoutePath` of
 * `@rspress/core/src/node/route/normalizeRoutePath.ts`.
 */
export async function rspressEditions(
  { files }: EditionSource,
  { versions = [], locales, version, locale, routeBase }: EditionOptions,
): Promise<readonly Edition[]> {
  const [first = version, ...older] = versions;
  const found = [first, ...older].flatMap((one) =>
    [locale, ...locales].flatMap((language): Edition[] => {
      const parts = [one === first ? '' : one, language === locale ? '' : language];
      const isFirst = { version: one === first, locale: language === locale };
      const folder = foldersOf(one, language, isFirst).find((path) =>
        files.some((file) => file.startsWith(path)),
      );
      const at = [routeBase, ...parts].filter((part) => part !== '').join('/');
      return folder === undefined ? [] : [{ version: one, locale: language, folder, suffix: '', at }];
    }),
  );
  const isRoot = (one: Edition): boolean => one.version === first && one.locale === locale;
  const root: Edition = { version: first, locale, folder: '', suffix: '', at: routeBase };
  return [...found.filter(isRoot), root, ...found.filter((one) => !isRoot(one))];
}

/** The folders in which a version in a language may lie, the most telling first. */
function foldersOf(
  version: string,
  locale: string,
  isFirst: { readonly version: boolean; readonly locale: boolean },
): string[] {
  const both = version === '' ? [] : [`${version}/${locale}/`];
  const versionOnly = version !== '' && isFirst.locale ? [`${version}/`] : [];
  return [...both, ...versionOnly, ...(isFirst.version ? [`${locale}/`] : [])];
}
