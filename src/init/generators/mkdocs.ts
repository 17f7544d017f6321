import type { FindSites, FoundCollection, FoundSite } from '../found-site.ts';
import { gitignoreGlobs } from '../gitignore-globs.ts';
import { languageBesideDefault, languageTag } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readSettings } from '../read-settings.ts';
import { flagAt, isRecord, listAt, recordAt, textAt, textsAt, valueAt } from '../value-at.ts';

type Config = Readonly<Record<string, unknown>>;

const FILE = /\/mkdocs\.ya?ml$/u;

/** MkDocs, with Material or another theme. */
export const mkdocsSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const config = await inherited(project, file, 0);
    if (config !== undefined) sites.push(siteOf(project, file, config));
  }
  return sites;
};

const MOST_PARENTS = 5;

/** A config with what it takes from another by `INHERIT`. */
async function inherited(project: Project, file: string, depth: number): Promise<Config | undefined> {
  const own = await readSettings(project, file);
  if (own === undefined) return undefined;
  const parent = textAt(own, 'INHERIT');
  if (parent === undefined || depth === MOST_PARENTS) return own;
  return { ...(await inherited(project, within(folderOf(file), parent), depth + 1)), ...own };
}

function siteOf(project: Project, file: string, config: Config): FoundSite {
  const folder = within(folderOf(file), fromEnvironment(valueAt(config, 'docs_dir')) ?? 'docs');
  const anchors = anchorsOf(config);
  const areFiles = flagAt(config, 'use_directory_urls') === false;
  const site = {
    preset: 'mkdocs',
    extension: areFiles ? '.html' : undefined,
    // Then the page of a folder is linked as its `index.html`.
    index: areFiles ? [] : undefined,
    anchors: anchors.rules,
  };
  const exclude = gitignoreGlobs(textAt(config, 'exclude_docs') ?? '');
  const locale = languageBesideDefault(valueAt(config, 'theme', 'language'));
  const main: FoundCollection = { name: 'docs', folder, exclude, locale, site };
  const mike = mikeVersion(config);
  return {
    generator: 'MkDocs',
    file,
    title: fromEnvironment(valueAt(config, 'site_name')),
    url: withPath(fromEnvironment(valueAt(config, 'site_url')), mike),
    base: undefined,
    previewPort: 8000,
    build: within(folderOf(file), textAt(config, 'site_dir') ?? 'site'),
    collections: translated(project, main, config),
    notes: [
      ...anchors.notes,
      ...(mike === undefined ? [] : [`mike publishes versions: ${mike} is the one that is linked.`]),
    ],
  };
}

/** `!ENV [NAME, 'default']`: nobody sets the variable. */
function fromEnvironment(value: unknown): string | undefined {
  return textAt(value) ?? (listAt(value).length > 1 ? textAt(value, -1) : undefined);
}

function withPath(url: string | undefined, path: string | undefined): string | undefined {
  return url === undefined || path === undefined ? url : `${url.replace(/\/+$/u, '')}/${path}/`;
}

/** The name of the version at which mike publishes what is current. */
function mikeVersion(config: Config): string | undefined {
  if (valueAt(config, 'extra', 'version', 'provider') !== 'mike') return undefined;
  return textsAt(config, 'extra', 'version', 'default')[0] ?? 'latest';
}

/** The options of each extension of Markdown, by its name: a list of names, and of names with options, or an object of these. */
function extensionsOf(config: Config): ReadonlyMap<string, unknown> {
  const given = valueAt(config, 'markdown_extensions');
  const entries = isRecord(given)
    ? Object.entries(given)
    : listAt(given).flatMap((one): [string, unknown][] =>
        typeof one === 'string' ? [[one, undefined]] : Object.entries(recordAt(one)),
      );
  return new Map(entries.map(([name, options]) => [name.replace(/^markdown\.extensions\./u, ''), options]));
}

interface Anchors {
  readonly rules: FoundCollection['site']['anchors'];
  readonly notes: readonly string[];
}

function anchorsOf(config: Config): Anchors {
  const extensions = extensionsOf(config);
  const hasAttributes = ['attr_list', 'extra', 'pymdownx.extra'].some((name) => extensions.has(name));
  const customId: Readonly<Record<string, string>> = hasAttributes ? {} : { customId: 'none' };
  const toc = extensions.get('toc');
  const slugify = valueAt(toc, 'slugify');
  const separator = textAt(toc, 'separator') ?? '-';
  const rules = (more: Readonly<Record<string, string>>): Anchors['rules'] => {
    const all = { ...customId, ...more };
    return Object.keys(all).length === 0 ? undefined : all;
  };
  if (slugify === undefined && separator === '-') return { rules: rules({}), notes: [] };
  if (separator === '-' && isPymdownx(slugify)) return { rules: rules({ slug: 'pymdownx' }), notes: [] };
  const note = 'The anchors of headings are made in a way that is not known, so links lead to pages only.';
  return { rules: { style: 'none' }, notes: [note] };
}

/** `!!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}`, or `!!python/name:pymdownx.slugs.uslugify`. */
function isPymdownx(slugify: unknown): boolean {
  const name = textAt(slugify, TAG_KEY) ?? '';
  if (name.endsWith('pymdownx.slugs.uslugify')) return true;
  return name.endsWith('pymdownx.slugs.slugify') && valueAt(slugify, 'kwds', 'case') === 'lower';
}

/** Under which `readSettings` gives the tag of a value that YAML does not know. */
const TAG_KEY = '!';

/** The languages of mkdocs-static-i18n: in folders, of which the default one's is published at the root, or in names of files. */
function translated(project: Project, main: FoundCollection, config: Config): readonly FoundCollection[] {
  const plugin = listAt(config, 'plugins')
    .map((one) => valueAt(one, 'i18n'))
    .find(isRecord);
  const languages = listAt(plugin, 'languages').filter(isRecord);
  const others = languages.filter((one) => flagAt(one, 'default') !== true);
  if (textAt(plugin, 'docs_structure') !== 'folder') {
    const endings = others.flatMap((one) => languageTag(one['locale']) ?? []);
    return [{ ...main, exclude: [...(main.exclude ?? []), ...endings.map((end) => `**/*.${end}.md`)] }];
  }
  const found = languages.flatMap((one): FoundCollection[] => {
    const locale = languageTag(one['locale']);
    const folder = within(main.folder, textAt(one, 'locale') ?? '');
    if (locale === undefined || !project.has(folder)) return [];
    if (flagAt(one, 'default') === true) return [{ ...main, folder, locale: languageBesideDefault(locale) }];
    const site = { ...main.site, routeBase: textAt(one, 'locale') };
    return [{ ...main, name: `docs-${locale.toLowerCase()}`, folder, locale, site }];
  });
  return found.length === 0 ? [main] : found;
}
