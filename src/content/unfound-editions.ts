import type { CollectionRules } from './collection-rules.ts';
import type { Edition } from './preset.ts';

type Named = Pick<CollectionRules, 'versions' | 'locales'>;

/** What the config names and no folder or file is of, each with what to do: its pages would be taken for the default's. */
export function unfoundEditions(
  { versions = [], locales }: Named,
  editions: readonly Edition[],
): { readonly message: string; readonly remedy: string }[] {
  const found = new Set(editions.flatMap(({ version, locale }) => [version, locale]));
  // Docusaurus publishes it under another name.
  const isMissing = (name: string): boolean => !found.has(name) && name !== 'current';
  return [
    ...versions.filter(isMissing).map((name) => unfound(`version ${name}`, 'versions')),
    ...locales.filter(isMissing).map((name) => unfound(`language ${name}`, 'locales')),
  ];
}

function unfound(what: string, key: string): { readonly message: string; readonly remedy: string } {
  return {
    message: `nothing is of the ${what}`,
    remedy: `mend ${key} in the config: names are those of folders, as the preset of the site has them`,
  };
}
