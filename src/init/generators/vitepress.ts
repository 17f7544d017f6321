import type { FindSites, FoundCollection, FoundSite } from '../found-site.ts';
import { languageBesideDefault, languageTag } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readScript } from '../read-script.ts';
import { configIn } from '../script-call.ts';
import { flagAt, recordAt, textAt, textsAt, valueAt } from '../value-at.ts';

type Config = Readonly<Record<string, unknown>>;

const FILE = /\/\.vitepress\/config(?:\/index)?\.[cm]?[jt]s$/u;

/** VitePress, in whatever folder it is. */
export const vitepressSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of withoutPassedOver(filesNamed(project.files, FILE))) {
    const config = configIn((await readScript(project, file))?.byDefault);
    if (config !== undefined) sites.push(siteOf(project, file, config));
  }
  return sites;
};

/** `supportedConfigExtensions` of `vitepress/dist/node`: of several configs in a folder, the first counts. */
const ENDS = ['.js', '.ts', '.mjs', '.mts', '.cjs', '.cts'];

function withoutPassedOver(files: readonly string[]): readonly string[] {
  return files.filter(
    (file) => !files.some((other) => stemOf(other) === stemOf(file) && rankOf(other) < rankOf(file)),
  );
}

function stemOf(file: string): string {
  return file.slice(0, file.lastIndexOf('.'));
}

function rankOf(file: string): number {
  return ENDS.indexOf(file.slice(file.lastIndexOf('.')));
}

function siteOf(project: Project, file: string, config: Config): FoundSite {
  const root = folderOf(file.replace(/\.vitepress\/.*$/u, 'x'));
  const source = within(root, textAt(config, 'srcDir') ?? '.');
  const { collections, notes } = placed(project, { source, config });
  return {
    generator: 'VitePress',
    file,
    title: textAt(config, 'title') ?? textAt(config, 'locales', 'root', 'title'),
    url: originOf(textAt(config, 'sitemap', 'hostname')),
    base: textAt(config, 'base') ?? '/',
    previewPort: 4173,
    build: within(root, textAt(config, 'outDir') ?? '.vitepress/dist'),
    collections,
    notes,
  };
}

/** The base stands in the config by itself. */
function originOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;
}

interface Source {
  /** The folder of the docs. */
  readonly source: string;
  readonly config: Config;
}

function placed(project: Project, { source, config }: Source): Pick<FoundSite, 'collections' | 'notes'> {
  const locale = languageBesideDefault(valueAt(config, 'locales', 'root', 'lang') ?? valueAt(config, 'lang'));
  const moved = rewrites(config);
  const main: FoundCollection = {
    name: 'docs',
    folder: source,
    exclude: [...textsAt(config, 'srcExclude'), ...moved.flatMap(({ glob }) => glob)],
    locale,
    locales: localesOf(project, source, config),
    site: {
      preset: 'vitepress',
      extension: flagAt(config, 'cleanUrls') === true ? '' : undefined,
    },
  };
  const folders = moved.flatMap(({ from, to }) =>
    from !== undefined && to !== undefined && project.has(within(source, from)) ? [{ from, to }] : [],
  );
  const further = folders.map(({ from, to }, index): FoundCollection => ({
    ...main,
    name: index === 0 ? 'docs' : `docs-${index + 1}`,
    folder: within(source, from),
    exclude: textsAt(config, 'srcExclude').flatMap((glob) => globBelow(glob, from)),
    locales: undefined,
    locale: languageBesideDefault(from) ?? locale,
    site: { ...main.site, routeBase: to === '' ? undefined : to },
  }));
  const isEmpty = !project.files.some((file) => isOwn(file, source, folders));
  const rest = isEmpty && further.length > 0 ? [] : [further.length > 0 ? { ...main, name: 'rest' } : main];
  return { collections: [...further, ...rest], notes: notesOf(config, moved.length > folders.length) };
}

/** A glob as it counts from a folder below. */
function globBelow(glob: string, folder: string): string[] {
  if (glob.startsWith('**/')) return [glob];
  return glob.startsWith(`${folder}/`) ? [glob.slice(folder.length + 1)] : [];
}

/** Whether a page lies outside of the folders that are moved. */
function isOwn(file: string, source: string, folders: readonly { from: string }[]): boolean {
  const isPage = file.endsWith('.md') && (source === '' || file.startsWith(`${source}/`));
  return isPage && !folders.some(({ from }) => file.startsWith(`${within(source, from)}/`));
}

interface Rewrite {
  /** What is not where its file says. */
  readonly glob: string;
  /** A whole folder, and where it is published; undefined for any other kind. */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

const FOLDER = /^((?:[\w.-]+\/)*):(\w+)(?:\(\.\*\)|\*)$/u;

function rewrites(config: Config): readonly Rewrite[] {
  return Object.entries(recordAt(config, 'rewrites')).map(([from, to]) => {
    const [, folder, name] = FOLDER.exec(from) ?? [];
    const [, target, same] = FOLDER.exec(typeof to === 'string' ? to.replace(/:(\w+)$/u, ':$1*') : '') ?? [];
    const isFolder = folder !== undefined && folder !== '' && target !== undefined && name === same;
    return {
      glob: from.replace(/:\w+(?:\(\.\*\)|\*)/gu, '**').replace(/:\w+(?:\([^)]*\))?/gu, '*'),
      from: isFolder ? folder.slice(0, -1) : undefined,
      to: isFolder ? target.replace(/\/$/u, '') : undefined,
    };
  });
}

/** Languages whose folders are there, by the names of these. */
function localesOf(project: Project, source: string, config: Config): readonly string[] {
  return Object.keys(recordAt(config, 'locales')).filter(
    (name) => name !== 'root' && languageTag(name) === name && project.has(within(source, name)),
  );
}

function notesOf(config: Config, isIncomplete: boolean): readonly string[] {
  const notes: string[] = [];
  if ('rewrites' in config && Object.keys(recordAt(config, 'rewrites')).length === 0)
    notes.push('`rewrites` of VitePress is a function, so pages that it moves are linked where they were.');
  else if (isIncomplete) notes.push('Pages that `rewrites` moves one by one are left out.');
  if (
    valueAt(config, 'markdown', 'anchor') !== undefined &&
    'slugify' in recordAt(config, 'markdown', 'anchor')
  )
    notes.push('VitePress has a `slugify` of its own: see that `site.anchors.slug` does the same.');
  return notes;
}
