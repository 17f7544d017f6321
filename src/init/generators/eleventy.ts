import type { FindSites, FoundSite } from '../found-site.ts';
import { gitignoreGlobs } from '../gitignore-globs.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readScript } from '../read-script.ts';
import type { Script } from '../read-script.ts';
import { configIn } from '../script-call.ts';
import { textAt, valueAt } from '../value-at.ts';

const FILE = /\/(?:\.eleventy\.js|eleventy\.config\.[cm]?[jt]s)$/u;

/** Eleventy. Which plugins it uses, and how, is told by their names in the text: its config is a program. */
export const eleventySites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const script = await readScript(project, file);
    if (script !== undefined) sites.push(await siteOf(project, file, script));
  }
  return sites;
};

async function siteOf(project: Project, file: string, script: Script): Promise<FoundSite> {
  const root = folderOf(file);
  const config = configIn(script.byDefault) ?? configIn(script.named.get('config')) ?? {};
  const folder = within(
    root,
    textAt(config, 'dir', 'input') ?? textAt(script.named.get('config'), 'dir', 'input') ?? '.',
  );
  const data = await dataOf(project, folder);
  const ignored = gitignoreGlobs((await project.read(within(root, '.eleventyignore'))) ?? '');
  const anchors = anchorsOf(script.source);
  const moved = await movedByData(project, folder);
  return {
    generator: 'Eleventy',
    file,
    title: textAt(data, 'title') ?? textAt(data, 'name'),
    url: textAt(data, 'url') ?? textAt(data, 'siteUrl') ?? textAt(data, 'baseUrl'),
    base: textAt(config, 'pathPrefix') ?? '/',
    previewPort: 8080,
    build: within(root, textAt(config, 'dir', 'output') ?? '_site'),
    collections: [
      {
        name: 'docs',
        folder,
        include: ['**/*.md'],
        exclude: [...ignored, ...(folder === '' ? ['_site/**'] : []), ...moved.map(({ glob }) => glob)],
        site: { preset: 'eleventy', anchors },
      },
    ],
    notes: [
      ...(anchors === undefined
        ? ['No plugin is seen that gives headings ids, so links lead to pages only.']
        : []),
      ...moved.map(({ glob, by }) => `Pages of ${glob} are left out, since ${by} puts them elsewhere.`),
    ],
  };
}

interface Moved {
  /** Relative to the input folder. */
  readonly glob: string;
  /** The file of data, relative to the project. */
  readonly by: string;
}

/** The data of a folder, or of one template, such as `docs/docs.json`: https://www.11ty.dev/docs/data-template-dir/ */
const DATA = /^(.*?)([^/]+?)(?:\.11tydata)?\.(?:json|[cm]?js)$/u;

/** Which pages get a permalink from files of data beside them. */
async function movedByData(project: Project, folder: string): Promise<readonly Moved[]> {
  const below = folder === '' ? '' : `${folder}/`;
  const found: Moved[] = [];
  for (const by of project.files) {
    const [, path = '', name] = by.startsWith(below) ? (DATA.exec(by.slice(below.length)) ?? []) : [];
    if (name === undefined) continue;
    const isOfFolder = `/${path}`.endsWith(`/${name}/`);
    const page = `${path}${name}.md`;
    if (!isOfFolder && !project.files.includes(`${below}${page}`)) continue;
    if (!/permalink["']?\s*:/u.test((await project.read(by)) ?? '')) continue;
    found.push({ glob: isOfFolder ? `${path}**` : page, by });
  }
  return found;
}

/** Data of the site, under the names that starters of Eleventy give it. */
async function dataOf(project: Project, folder: string): Promise<unknown> {
  for (const name of ['metadata', 'site', 'meta'])
    for (const end of ['js', 'mjs', 'cjs', 'json']) {
      const script = await readScript(project, within(folder, `_data/${name}.${end}`));
      if (script !== undefined) return configIn(script.byDefault) ?? valueAt(script.byDefault);
    }
  return undefined;
}

function anchorsOf(source: string): Readonly<Record<string, string>> | undefined {
  if (/\bIdAttributePlugin\b/u.test(source)) return { slug: 'eleventy' };
  if (!/markdown-it-anchor/u.test(source)) return undefined;
  const isOwn = /slugify:\s*\w+\.getFilter\(\s*["'](?:slugify|slug)["']\s*\)/u.test(source);
  return isOwn
    ? { slug: 'eleventy', duplicates: 'dash' }
    : { slug: 'markdown-it-anchor', duplicates: 'dash' };
}
