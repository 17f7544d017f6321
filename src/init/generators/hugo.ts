import type { FindSites, FoundCollection, FoundSite } from '../found-site.ts';
import { languageBesideDefault, languageTag } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readSettings } from '../read-settings.ts';
import { flagAt, isRecord, recordAt, textAt, valueAt } from '../value-at.ts';

type Config = Readonly<Record<string, unknown>>;

const FILE = /\/(?:config\/_default\/)?(?:hugo|config)\.(?:toml|ya?ml|json)$/u;

/** Hugo. */
export const hugoSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const config = lowered(await settingsAt(project, file));
    // Others have a `config.toml`, too.
    if ('baseurl' in config || 'languagecode' in config || /\/hugo\.\w+$/u.test(`/${file}`))
      sites.push(await siteOf(project, file, config));
  }
  return sites;
};

/** The parts of a config may stand in files of their own. */
async function settingsAt(project: Project, file: string): Promise<Config> {
  const own = (await readSettings(project, file)) ?? {};
  if (!file.includes('config/_default/')) return own;
  const parts: [string, Config | undefined][] = [];
  for (const name of ['languages', 'permalinks', 'markup'])
    for (const end of ['toml', 'yaml', 'yml', 'json'])
      parts.push([name, await readSettings(project, within(folderOf(file), `${name}.${end}`))]);
  return { ...own, ...Object.fromEntries(parts.filter(([, part]) => part !== undefined)) };
}

/** Hugo tells keys by no case. */
function lowered(value: Config): Config {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.toLowerCase(),
      isRecord(inner) ? lowered(inner) : inner,
    ]),
  );
}

async function siteOf(project: Project, file: string, config: Config): Promise<FoundSite> {
  const root = folderOf(file).replace(/(?:^|\/)config\/_default$/u, '');
  const byDefault = textAt(config, 'defaultcontentlanguage') ?? 'en';
  const collections = collectionsOf(project, { root, config, byDefault });
  const moved = movedSections(recordAt(config, 'permalinks')).filter((name) =>
    collections.some(({ folder }) => project.has(within(folder, name))),
  );
  return {
    generator: 'Hugo',
    file,
    title: textAt(config, 'title') ?? textAt(config, 'languages', byDefault, 'title'),
    url: textAt(config, 'baseurl') ?? textAt(config, 'languages', byDefault, 'baseurl'),
    base: undefined,
    previewPort: 1313,
    build: within(root, textAt(config, 'publishdir') ?? 'public'),
    collections: collections.map((one) => ({
      ...one,
      exclude: [...(one.exclude ?? []), ...moved.map((name) => `${name}/**`)],
    })),
    notes:
      moved.length > 0
        ? [`Pages of ${moved.join(', ')} are left out, since \`permalinks\` puts them elsewhere.`]
        : [],
  };
}

/** The patterns of pages may stand beside those of other kinds, which have no text of docs: https://gohugo.io/configuration/permalinks */
function movedSections(permalinks: Config): readonly string[] {
  const patterns = { ...permalinks, ...recordAt(permalinks, 'page') };
  return Object.keys(patterns).filter((name) => {
    const pattern = textAt(patterns, name)?.replace(/^\/|\/$/gu, '');
    return pattern !== undefined && !USUAL_PATTERN.test(pattern);
  });
}

/** Where pages are anyway. */
const USUAL_PATTERN = /^:sections\/:(?:slugorfilename|slugorcontentbasename)$/u;

interface Languages {
  readonly root: string;
  readonly config: Config;
  readonly byDefault: string;
}

function collectionsOf(project: Project, { root, config, byDefault }: Languages): readonly FoundCollection[] {
  const languages = recordAt(config, 'languages');
  const others = Object.keys(languages).filter((name) => name !== byDefault && isActive(languages[name]));
  const folderIn = (name: string): string | undefined => textAt(languages, name, 'contentdir');
  const content = folderIn(byDefault) ?? textAt(config, 'contentdir') ?? 'content';
  const apart = others.filter((name) => folderIn(name) !== undefined);
  const isInside = flagAt(config, 'defaultcontentlanguageinsubdir') === true;
  const main: FoundCollection = {
    name: 'docs',
    folder: within(root, content),
    // `page.de.md` is a translation of `page.md`.
    exclude: others.filter((name) => !apart.includes(name)).map((name) => `**/*.${name}.md`),
    locale: languageBesideDefault(byDefault),
    locales: others.filter(
      (name) =>
        !apart.includes(name) &&
        languageTag(name) === name &&
        project.has(within(root, `${content}/${name}`)),
    ),
    site: { ...rulesOf(config), routeBase: isInside ? byDefault : undefined },
  };
  const further = apart.map((name): FoundCollection => ({
    ...main,
    name: `docs-${name.toLowerCase()}`,
    folder: within(root, folderIn(name) ?? ''),
    exclude: undefined,
    locales: undefined,
    locale: languageTag(name),
    site: { ...main.site, routeBase: name.toLowerCase() },
  }));
  return [main, ...further];
}

function isActive(language: unknown): boolean {
  return flagAt(language, 'disabled') !== true;
}

const SLUGS: ReadonlySet<string> = new Set(['github-ascii', 'blackfriday']);

function rulesOf(config: Config): FoundCollection['site'] {
  const parser = valueAt(config, 'markup', 'goldmark', 'parser');
  const type = textAt(parser, 'autoheadingidtype') ?? 'github';
  const anchors = flagAt(parser, 'autoheadingid') === false ? { style: 'none' } : { slug: type };
  const isUsual = 'slug' in anchors && !SLUGS.has(type);
  return {
    preset: 'hugo',
    extension: flagAt(config, 'uglyurls') === true ? '.html' : undefined,
    anchors: isUsual ? undefined : anchors,
  };
}
