import type { FindSites, FoundSite } from '../found-site.ts';
import { languageBesideDefault, languageTag } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readSettings } from '../read-settings.ts';
import { flagAt, isRecord, listAt, textAt, valueAt } from '../value-at.ts';

type Config = Readonly<Record<string, unknown>>;

const FILE = /\/(?:docs|mint)\.json$/u;

/** Mintlify. */
export const mintlifySites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const config = await readSettings(project, file);
    if (config !== undefined && isMintlify(config)) sites.push(siteOf(project, file, config));
  }
  return sites;
};

function isMintlify(config: Config): boolean {
  const isNamed = /mintlify|mint\.json/u.test(textAt(config, '$schema') ?? '');
  return isNamed || ('navigation' in config && 'name' in config && 'colors' in config);
}

function siteOf(project: Project, file: string, config: Config): FoundSite {
  const folder = folderOf(file);
  const languages = namesOf(config, 'languages', 'language');
  const has = (name: string): boolean => project.has(within(folder, name));
  const [first, ...others] = languages.flatMap((one) => (languageTag(one) === one ? [one] : []));
  const versions = namesOf(config, 'versions', 'version').filter(has);
  return {
    generator: 'Mintlify',
    file,
    title: textAt(config, 'name'),
    url: textAt(config, 'seo', 'metatags', 'canonical') ?? textAt(config, 'metadata', 'canonical'),
    base: undefined,
    previewPort: 3000,
    build: undefined,
    collections: [
      {
        name: 'docs',
        folder,
        locale: languageBesideDefault(first),
        locales: others.filter(has),
        versions: versions.length > 0 ? versions : undefined,
        site: { preset: 'mintlify' },
      },
    ],
    notes: [],
  };
}

/** Names in the navigation, or in `mint.json`; the default one first. */
function namesOf(config: Config, list: string, key: string): readonly string[] {
  const given = [...listAt(config, 'navigation', list), ...listAt(valueAt(config, list))];
  const names = given.map((one) =>
    isRecord(one)
      ? { name: textAt(one, key), isFirst: flagAt(one, 'default') === true }
      : { name: textAt(one), isFirst: false },
  );
  return [...names.filter(({ isFirst }) => isFirst), ...names.filter(({ isFirst }) => !isFirst)].flatMap(
    ({ name }) => name ?? [],
  );
}
