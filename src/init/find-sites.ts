import type { FindSites, FoundSite } from './found-site.ts';
import { docusaurusSites } from './generators/docusaurus.ts';
import { eleventySites } from './generators/eleventy.ts';
import { fumadocsSites } from './generators/fumadocs.ts';
import { hugoSites } from './generators/hugo.ts';
import { jekyllSites } from './generators/jekyll.ts';
import { mdbookSites } from './generators/mdbook.ts';
import { mintlifySites } from './generators/mintlify.ts';
import { mkdocsSites } from './generators/mkdocs.ts';
import { nextSites } from './generators/next.ts';
import { repositorySites } from './generators/repository.ts';
import { rspressSites } from './generators/rspress.ts';
import { sphinxSites } from './generators/sphinx.ts';
import { starlightSites } from './generators/starlight.ts';
import { vitepressSites } from './generators/vitepress.ts';
import type { Project } from './project.ts';
import { within } from './project-paths.ts';

/** Those that are named by their own files come before those that others have, too. */
const GENERATORS: readonly FindSites[] = [
  docusaurusSites,
  vitepressSites,
  starlightSites,
  fumadocsSites,
  rspressSites,
  mkdocsSites,
  mdbookSites,
  mintlifySites,
  nextSites,
  hugoSites,
  sphinxSites,
  eleventySites,
  jekyllSites,
];

/** Folders of sites that are there for something else. */
const ASIDE =
  /(?:^|\/)(?:examples?|exampleSite|fixtures?|__fixtures__|tests?|__tests__|e2e|templates?|playgrounds?|demos?|starters?|create-[^/]+|dist|build|public|site|_site)\//iu;

/** The sites that a project makes of docs, the likeliest first; what no generator makes only where there is none. */
export async function findSites(project: Project): Promise<readonly FoundSite[]> {
  const found = (await Promise.all(GENERATORS.map((find) => find(project)))).flat();
  const sites = found.filter((site) => hasDocs(project, site)).map((site) => withTellingGlobs(project, site));
  if (sites.length === 0) return repositorySites(project);
  return sites
    .map((site, order) => ({ site, order }))
    .sort((a, b) => distanceOf(a.site) - distanceOf(b.site) || a.order - b.order)
    .map(({ site }) => site);
}

/** A config without docs is of something else, such as a blog. */
function hasDocs(project: Project, { collections }: FoundSite): boolean {
  return collections.some(({ folder }) =>
    project.files.some((file) => /\.mdx?$/iu.test(file) && (folder === '' || file.startsWith(`${folder}/`))),
  );
}

/** Without globs of what is no page, or not there. */
function withTellingGlobs(project: Project, site: FoundSite): FoundSite {
  const collections = site.collections.map((collection) => ({
    ...collection,
    exclude: collection.exclude?.filter((glob) => tells(project, collection.folder, glob)),
  }));
  return { ...site, collections };
}

function tells(project: Project, folder: string, glob: string): boolean {
  if (/\.\w+$/u.test(glob)) return /\.(?:mdx?|html)$/iu.test(glob);
  const below = /^([^*?{[]+)\/\*\*$/u.exec(glob)?.[1];
  if (below !== undefined) return project.has(within(folder, below));
  return /[*?{[]/u.test(glob);
}

/** Whether a file belongs to a site that is there for something else. */
export function isAside(file: string): boolean {
  return ASIDE.test(file);
}

function distanceOf({ file }: FoundSite): number {
  const depth = file.split('/').length;
  return isAside(file) ? depth + 100 : depth;
}
