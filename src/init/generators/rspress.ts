import type { FindSites, FoundSite } from '../found-site.ts';
import { languageBesideDefault, languageTag } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readScript } from '../read-script.ts';
import { configIn } from '../script-call.ts';
import { flagAt, listAt, textAt, textsAt, valueAt } from '../value-at.ts';

type Config = Readonly<Record<string, unknown>>;

const FILE = /\/rspress\.config\.[cm]?[jt]s$/u;

/** Rspress. */
export const rspressSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const config = configIn((await readScript(project, file))?.byDefault);
    if (config !== undefined) sites.push(siteOf(project, file, config));
  }
  return sites;
};

function siteOf(project: Project, file: string, config: Config): FoundSite {
  const root = textAt(config, 'root') ?? 'docs';
  const folder = within(folderOf(file), root);
  const lang = textAt(config, 'lang') ?? 'en';
  const first = textAt(config, 'multiVersion', 'default');
  const versions = textsAt(config, 'multiVersion', 'versions');
  const listed = [...listAt(config, 'locales'), ...listAt(config, 'themeConfig', 'locales')];
  const locales = listed.flatMap((one) => {
    const locale = languageTag(valueAt(one, 'lang'));
    return locale === undefined || locale === lang ? [] : [locale];
  });
  return {
    generator: 'Rspress',
    file,
    title: textAt(config, 'title'),
    url: textAt(config, 'siteOrigin'),
    base: textAt(config, 'base') ?? '/',
    previewPort: 4173,
    build: within(folderOf(file), textAt(config, 'outDir') ?? 'doc_build'),
    collections: [
      {
        name: 'docs',
        folder,
        locale: languageBesideDefault(lang),
        locales: [...new Set(locales)].filter((locale) =>
          ['', ...versions].some((version) => project.has(within(folder, `${version}/${locale}`))),
        ),
        versions: first === undefined ? undefined : [first, ...versions.filter((one) => one !== first)],
        site: {
          preset: 'rspress',
          extension: flagAt(config, 'route', 'cleanUrls') === true ? '' : undefined,
        },
      },
    ],
    notes: [],
  };
}
