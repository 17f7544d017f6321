import { posix } from 'node:path';
import type { FindSites, FoundCollection, FoundSite } from '../found-site.ts';
import { languageTag } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readScript } from '../read-script.ts';
import { configIn } from '../script-call.ts';
import { flagAt, listAt, recordAt, textAt, textsAt, valueAt } from '../value-at.ts';

type Config = Readonly<Record<string, unknown>>;

const FILE = /\/docusaurus\.config\.[cm]?[jt]s$/u;

/** Docusaurus: each plugin of docs is a collection. */
export const docusaurusSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const config = configIn((await readScript(project, file))?.byDefault);
    if (config !== undefined) sites.push(await siteOf(project, file, config));
  }
  return sites;
};

async function siteOf(project: Project, file: string, config: Config): Promise<FoundSite> {
  const plugins = docsPlugins(config);
  const found = await Promise.all(
    (plugins.length > 0 ? plugins : [{}]).map((plugin) => collectionOf(project, { file, config, plugin })),
  );
  const base = textAt(config, 'baseUrl');
  return {
    generator: 'Docusaurus',
    file,
    title: textAt(config, 'title'),
    url: textAt(config, 'url'),
    base: base ?? '/',
    previewPort: 3000,
    build: within(folderOf(file), 'build'),
    collections: found.map(({ collection }) => collection),
    notes: found.flatMap(({ notes }) => notes),
  };
}

/** The options of the presets' docs, then those of further plugins of docs. */
function docsPlugins(config: Config): Config[] {
  const presets = listAt(config, 'presets').flatMap((preset) => {
    const options = recordAt(preset, 1);
    return options['docs'] === false ? [] : [recordAt(options, 'docs')];
  });
  const plugins = listAt(config, 'plugins').flatMap((plugin) => {
    const name = textAt(plugin, 0) ?? '';
    return /(?:^|plugin-)content-docs$/u.test(name) ? [recordAt(plugin, 1)] : [];
  });
  return [...presets, ...plugins];
}

interface Instance {
  readonly file: string;
  readonly config: Config;
  readonly plugin: Config;
}

interface Outcome {
  readonly collection: FoundCollection;
  readonly notes: readonly string[];
}

async function collectionOf(project: Project, { file, config, plugin }: Instance): Promise<Outcome> {
  const site = folderOf(file);
  const id = textAt(plugin, 'id') ?? 'default';
  const path = textAt(plugin, 'path') ?? 'docs';
  const names = flagAt(plugin, 'disableVersioning') === true ? [] : await versionNames(project, site, id);
  const locale = languageTag(valueAt(config, 'i18n', 'defaultLocale'));
  const locales = listAt(config, 'i18n', 'locales')
    .flatMap((one) => languageTag(one) ?? [])
    .filter((one) => one !== locale && project.has(translated(site, id, one)));
  const numbered = hasNumbers(project, within(site, path), plugin) ? NUMBERED : [];
  const common = {
    name: id === 'default' ? 'docs' : nameOf(id),
    locale: locale === 'en' ? undefined : locale,
    exclude: [...(excluded(plugin) ?? []), ...numbered],
    format: valueAt(config, 'markdown', 'format') === 'detect' ? ('auto' as const) : undefined,
    site: rulesOf(config, plugin),
  };
  // Only the folder of the whole site shows versions and languages, and only where they have the usual names.
  const whole = id === 'default' ? siteWith(site, path) : undefined;
  const outcome = (): Outcome => {
    if (whole !== undefined && names.length + locales.length > 0)
      return wholeSite({ ...common, locales, folder: whole.folder }, { names, plugin, below: whole.below });
    if (names.length > 0) return oldest({ common, site, id, names, plugin });
    const notes =
      locales.length === 0 ? [] : [`Only ${locale ?? 'the default language'} of ${path} is read.`];
    return { collection: { ...common, folder: within(site, path) }, notes };
  };
  const { collection, notes } = outcome();
  return { collection, notes: numbered.length === 0 ? notes : [...notes, NUMBERED_NOTE] };
}

/** Files and folders with a number in front are elsewhere than the preset has them where `numberPrefixParser` is set. */
const NUMBERED = ['**/[0-9]*', '**/[0-9]*/**'];
const NUMBERED_NOTE =
  'Files and folders with a number in front are left out, since `numberPrefixParser` says what becomes of it.';

function hasNumbers(project: Project, folder: string, plugin: Config): boolean {
  if (!('numberPrefixParser' in plugin) || valueAt(plugin, 'numberPrefixParser') === true) return false;
  return project.files.some(
    (file) => file.startsWith(`${folder}/`) && /\/\d/u.test(file.slice(folder.length)),
  );
}

/** The folder that holds docs and site, and where the site lies below it: `website/` beside `docs/`, or both in one. */
function siteWith(site: string, path: string): { folder: string; below: string } | undefined {
  if (within('', path) === 'docs') return { folder: site, below: '' };
  const isBeside = posix.basename(site) === 'website' && within('', path) === '../docs';
  return isBeside ? { folder: folderOf(site), below: 'website/' } : undefined;
}

interface Whole {
  readonly names: readonly string[];
  readonly plugin: Config;
  readonly below: string;
}

function wholeSite(collection: FoundCollection, { names, plugin, below }: Whole): Outcome {
  const { versions, notes } = versionsOf(names, plugin);
  const include = ['docs', `${below}versioned_docs`, `${below}i18n`].map(
    (folder) => `${folder}/**/*.{md,mdx}`,
  );
  const exclude = collection.exclude?.map((glob) => (glob.startsWith('**/') ? glob : `**/${glob}`));
  return { collection: { ...collection, include, exclude, versions }, notes };
}

/** Undefined where it is as `versions.json` says by itself. */
function versionsOf(
  names: readonly string[],
  plugin: Config,
): { versions: readonly string[] | undefined; notes: readonly string[] } {
  if (names.length === 0) return { versions: undefined, notes: [] };
  const last = textAt(plugin, 'lastVersion') ?? names[0] ?? 'current';
  const only = listAt(plugin, 'onlyIncludeVersions');
  const all = ['current', ...names].filter(
    (name) =>
      (only.length === 0 || only.includes(name)) &&
      (name !== 'current' || flagAt(plugin, 'includeCurrentVersion') !== false),
  );
  const moved = all.filter((name) => isMoved(name, name === last, plugin));
  const kept = [last, ...names, 'current'].filter((name) => all.includes(name) && !moved.includes(name));
  const versions = [...new Set(kept)];
  const isAsUsual = moved.length === 0 && versions.join() === [...names, 'current'].join();
  const notes = moved.map((name) => `Version ${name} is left out, since it has a path of its own.`);
  return { versions: isAsUsual ? undefined : versions, notes };
}

function isMoved(name: string, isLast: boolean, plugin: Config): boolean {
  const path = valueAt(plugin, 'versions', name, 'path');
  if (typeof path !== 'string') return path !== undefined;
  return path.replace(/^\/|\/$/gu, '') !== (isLast ? '' : name === 'current' ? 'next' : name);
}

interface Versioned {
  readonly common: Omit<FoundCollection, 'folder'>;
  readonly site: string;
  readonly id: string;
  readonly names: readonly string[];
  readonly plugin: Config;
}

/** Of a plugin with versions and a name or folder of its own, the version that stands at its root. */
function oldest({ common, site, id, names, plugin }: Versioned): Outcome {
  const last = textAt(plugin, 'lastVersion') ?? names[0] ?? '';
  const prefix = id === 'default' ? '' : `${id}_`;
  const folder =
    last === 'current'
      ? within(site, textAt(plugin, 'path') ?? 'docs')
      : within(site, `${prefix}versioned_docs/version-${last}`);
  const notes = names.length > 1 ? [`Only version ${last} of ${common.name} is read.`] : [];
  return { collection: { ...common, version: last, folder }, notes };
}

async function versionNames(project: Project, site: string, id: string): Promise<readonly string[]> {
  const file = within(site, id === 'default' ? 'versions.json' : `${id}_versions.json`);
  return textsAt((await readScript(project, file))?.byDefault);
}

function translated(site: string, id: string, locale: string): string {
  const plugin = id === 'default' ? 'docusaurus-plugin-content-docs' : `docusaurus-plugin-content-docs-${id}`;
  return within(site, `i18n/${locale}/${plugin}`);
}

function rulesOf(config: Config, plugin: Config): FoundCollection['site'] {
  const routeBase = valueAt(plugin, 'routeBasePath');
  const slug = flagAt(config, 'markdown', 'anchors', 'maintainCase') === true ? 'github-case' : undefined;
  return {
    preset: 'docusaurus',
    routeBase: typeof routeBase === 'string' ? routeBase.replace(/^\/+|\/+$/gu, '') : undefined,
    trailingSlash: flagAt(config, 'trailingSlash'),
    anchors: slug && { slug },
  };
}

/** The default ones are known to the preset. */
function excluded(plugin: Config): readonly string[] | undefined {
  const globs = textsAt(plugin, 'exclude').filter((glob) => !/^\*\*\/(?:_|\*\.test|__tests__)/u.test(glob));
  return globs.length === 0 ? undefined : globs;
}

function nameOf(id: string): string {
  const name = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  return name === '' ? 'docs' : name;
}
