import { posix } from 'node:path';
import type { FindSites, FoundSite } from '../found-site.ts';
import { languageBesideDefault } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf, within } from '../project-paths.ts';
import { readSettings } from '../read-settings.ts';
import { textAt, valueAt } from '../value-at.ts';

const FILE = /\/book\.toml$/u;

/** mdBook. */
export const mdbookSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const config = await readSettings(project, file);
    if (config !== undefined) sites.push(await siteOf(project, file, config));
  }
  return sites;
};

async function siteOf(project: Project, file: string, config: unknown): Promise<FoundSite> {
  const folder = within(folderOf(file), textAt(config, 'book', 'src') ?? 'src');
  const address = textAt(config, 'output', 'html', 'site-url');
  const isWhole = address !== undefined && /^https?:/u.test(address);
  return {
    generator: 'mdBook',
    file,
    title: textAt(config, 'book', 'title'),
    url: isWhole ? address : undefined,
    base: isWhole ? undefined : (address ?? '/'),
    previewPort: 3000,
    build: within(folderOf(file), textAt(config, 'build', 'build-dir') ?? 'book'),
    collections: [
      {
        name: 'docs',
        folder,
        exclude: await unlisted(project, folder),
        locale: languageBesideDefault(valueAt(config, 'book', 'language')),
        site: { preset: 'mdbook' },
      },
    ],
    notes: [],
  };
}

/** What `SUMMARY.md` does not link to is no page. */
async function unlisted(project: Project, folder: string): Promise<readonly string[]> {
  const summary = await project.read(within(folder, 'SUMMARY.md'));
  if (summary === undefined) return [];
  const listed = new Set(
    Array.from(summary.matchAll(/\]\((?:<([^>#]+)|([^)>#\s]+))/gu), ([, bracketed, path = '']) =>
      posix.normalize(decoded(bracketed ?? path)),
    ),
  );
  const prefix = folder === '' ? '' : `${folder}/`;
  return project.files
    .filter((file) => file.startsWith(prefix) && file.endsWith('.md'))
    .map((file) => file.slice(prefix.length))
    .filter((file) => file !== 'SUMMARY.md' && !listed.has(file));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}
