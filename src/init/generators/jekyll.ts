import type { FindSites, FoundSite } from '../found-site.ts';
import { languageBesideDefault } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readSettings } from '../read-settings.ts';
import { flagAt, isRecord, recordAt, textAt, textsAt, valueAt } from '../value-at.ts';

type Config = Readonly<Record<string, unknown>>;

const FILE = /\/_config\.ya?ml$/u;
/** What any other site has of the same name, such as Jupyter Book's, has none of these. */
const KEYS = [
  'theme',
  'remote_theme',
  'plugins',
  'baseurl',
  'permalink',
  'markdown',
  'kramdown',
  'collections',
];

/** Jekyll, on GitHub Pages or anywhere. */
export const jekyllSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const config = await readSettings(project, file);
    if (config !== undefined && KEYS.some((key) => key in config))
      sites.push(await siteOf(project, file, config));
  }
  return sites;
};

async function siteOf(project: Project, file: string, config: Config): Promise<FoundSite> {
  const folder = within(folderOf(file), textAt(config, 'source') ?? '.');
  const isPretty = textAt(config, 'permalink') === 'pretty';
  const own = Object.entries(collectionsOf(config));
  const moved = own.filter(([, options]) => textAt(options, 'permalink') !== undefined);
  return {
    generator: 'Jekyll',
    file,
    title: textAt(config, 'title') ?? textAt(config, 'name'),
    url: textAt(config, 'url'),
    base: textAt(config, 'baseurl') ?? '',
    previewPort: 4000,
    build: within(folderOf(file), textAt(config, 'destination') ?? '_site'),
    collections: [
      {
        name: 'docs',
        folder,
        exclude: [
          ...textsAt(config, 'exclude').flatMap(globs),
          ...own.filter(([, options]) => flagAt(options, 'output') !== true).map(([name]) => `_${name}/**`),
          ...moved.map(([name]) => `_${name}/**`),
        ],
        locale: languageBesideDefault(valueAt(config, 'lang')),
        site: {
          preset: 'jekyll',
          extension: isPretty ? '' : undefined,
          trailingSlash: isPretty ? true : undefined,
          index: (await hasReadmeIndex(project, folder, config)) ? ['index', 'README'] : undefined,
        },
      },
    ],
    notes: moved.map(([name]) => `The collection ${name} is left out, since it has a permalink of its own.`),
  };
}

/** An object of names, or a list of them. */
function collectionsOf(config: Config): Readonly<Record<string, unknown>> {
  const given = valueAt(config, 'collections');
  return isRecord(given) ? recordAt(given) : Object.fromEntries(textsAt(given).map((name) => [name, {}]));
}

function globs(pattern: string): string[] {
  const path = pattern.replace(/^\/+|\/+$/gu, '');
  return /\.\w+$/u.test(path) ? [path] : [path, `${path}/**`];
}

/** GitHub Pages brings the plugin along. */
async function hasReadmeIndex(project: Project, folder: string, config: Config): Promise<boolean> {
  const gems = (await project.read(within(folder, 'Gemfile'))) ?? '';
  return (
    /^\s*gem\s+["'](?:github-pages|jekyll-readme-index)["']/mu.test(gems) ||
    textsAt(config, 'plugins').includes('jekyll-readme-index')
  );
}
