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
        exclude: [...ignored, ...(folder === '' ? ['_site/**'] : [])],
        site: { preset: 'eleventy', anchors },
      },
    ],
    notes:
      anchors === undefined
        ? ['No plugin is seen that gives headings ids, so links lead to pages only.']
        : [],
  };
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
