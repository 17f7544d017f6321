import type { FindSites, FoundCollection, FoundSite } from '../found-site.ts';
import { languageBesideDefault } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readSettings } from '../read-settings.ts';
import { flagAt, isRecord, recordAt, textAt, textsAt, valueAt } from '../value-at.ts';
import { filesWithoutFrontMatter } from './jekyll-front-matter.ts';
import { permalinkStyle } from './jekyll-permalink.ts';

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
  const style = permalinkStyle(textAt(config, 'permalink'));
  const hasReadme = await hasReadmeIndex(project, folder, config);
  const isOptional = await hasOptionalFrontMatter(project, folder, config);
  const plain = await filesWithoutFrontMatter(project, { folder, isOptional, hasReadmeIndex: hasReadme });
  const hasPosts = project.files.some((file) => /(?:^|\/)_posts\//u.test(file));
  const own = Object.entries(collectionsOf(config));
  const moved = own.filter(([, options]) => textAt(options, 'permalink') !== undefined);
  const placed = await Promise.all(moved.map((one) => movedCollection(project, folder, one)));
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
        name: placed.some(({ collection }) => collection?.name === 'docs') ? 'pages' : 'docs',
        folder,
        exclude: [
          ...textsAt(config, 'exclude').flatMap(globs),
          ...own.filter(([, options]) => flagAt(options, 'output') !== true).map(([name]) => `_${name}/**`),
          ...placed.flatMap(({ exclude }) => exclude),
          ...(style.hasUsualPosts || !hasPosts ? [] : ['**/_posts/**']),
          ...(typeof plain === 'string' ? [] : plain),
        ],
        locale: languageBesideDefault(valueAt(config, 'lang')),
        site: {
          preset: 'jekyll',
          extension: style.extension,
          trailingSlash: style.trailingSlash,
          index: hasReadme ? ['index', 'README'] : undefined,
        },
      },
      ...placed.flatMap((one) => one.collection ?? []),
    ],
    notes: [
      ...placed.flatMap((one) => one.notes),
      ...(style.hasUsualPosts || !hasPosts
        ? []
        : ['Posts are left out, since the permalink of the site is not understood.']),
      ...(typeof plain === 'string' ? [plain] : []),
    ],
  };
}

interface Moved {
  /** What the main collection does not read, relative to the source. */
  readonly exclude: readonly string[];
  readonly collection?: FoundCollection;
  readonly notes: readonly string[];
}

/** `/docs/:path/` and the like. */
const PERMALINK = /^\/((?:[\w.-]+\/)*):path(\/|\.html|:output_ext)?$/u;

/**
 * A collection of Jekyll's with a permalink, by which its files have their paths below another one. Those that say themselves where
 * they are go with the main collection.
 */
async function movedCollection(
  project: Project,
  source: string,
  [name, options]: readonly [string, unknown],
): Promise<Moved> {
  const folder = within(source, `_${name}`);
  if (flagAt(options, 'output') !== true) return { exclude: [`_${name}/**`], notes: [] };
  const { own, others } = await byPermalink(project, folder);
  if (others.length === 0) return { exclude: [], notes: [] };
  const exclude = own.length === 0 ? [`_${name}/**`] : others.map((file) => `_${name}/${file}`);
  const permalink = (textAt(options, 'permalink') ?? '').replace(':collection', name);
  const [match, path = '', end = ''] = PERMALINK.exec(permalink) ?? [];
  if (match === undefined)
    return { exclude, notes: [`Files of ${name} are left out, since the permalink is not understood.`] };
  const site = {
    preset: 'jekyll',
    routeBase: path.replace(/\/$/u, ''),
    extension: end === '' || end === '/' ? '' : undefined,
    // Its `index.md` is at `index/`.
    index: [],
    trailingSlash: end === '/' ? true : undefined,
  };
  const id = name.toLowerCase().replace(/[^a-z0-9]+/gu, '-');
  return { exclude, collection: { name: id, folder, exclude: own, site }, notes: [] };
}

/** The files, relative to the folder, whose own frontmatter says where they are, and the others. */
async function byPermalink(
  project: Project,
  folder: string,
): Promise<{ own: readonly string[]; others: readonly string[] }> {
  const files = project.files.filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.md'));
  const texts = await Promise.all(files.map((file) => project.read(file)));
  const hasOwn = texts.map((text = '') => /^---\n(?:(?!---)[^\n]*\n)*?permalink:/u.test(text));
  const names = files.map((file) => file.slice(folder.length + 1));
  return { own: names.filter((_, at) => hasOwn[at]), others: names.filter((_, at) => !hasOwn[at]) };
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

/** GitHub Pages brings the plugin along, also where there is no Gemfile. */
async function hasOptionalFrontMatter(project: Project, folder: string, config: Config): Promise<boolean> {
  const gems = await project.read(within(folder, 'Gemfile'));
  return (
    gems === undefined ||
    /^\s*gem\s+["'](?:github-pages|jekyll-optional-front-matter)["']/mu.test(gems) ||
    textsAt(config, 'plugins').includes('jekyll-optional-front-matter')
  );
}

/** GitHub Pages brings the plugin along. */
async function hasReadmeIndex(project: Project, folder: string, config: Config): Promise<boolean> {
  const gems = (await project.read(within(folder, 'Gemfile'))) ?? '';
  return (
    /^\s*gem\s+["'](?:github-pages|jekyll-readme-index)["']/mu.test(gems) ||
    textsAt(config, 'plugins').includes('jekyll-readme-index')
  );
}
