import type { FindSites, FoundSite } from '../found-site.ts';
import { languageBesideDefault } from '../languages.ts';
import type { Project } from '../project.ts';
import { filesNamed, folderOf } from '../project-paths.ts';
import { readSettings } from '../read-settings.ts';
import { textAt } from '../value-at.ts';

const FILE = /\/conf\.py$/u;

/** Sphinx, where its docs are in Markdown; reStructuredText is not read. */
export const sphinxSites: FindSites = async (project) => {
  const sites: FoundSite[] = [];
  for (const file of filesNamed(project.files, FILE)) {
    const text = (await project.read(file)) ?? '';
    if (/^extensions\b[\s\S]*?["']myst_(?:parser|nb)["']/mu.test(text))
      sites.push(await siteOf(project, file, text));
  }
  return sites;
};

async function siteOf(project: Project, file: string, python: string): Promise<FoundSite> {
  const isFolders = await isBuiltAsFolders(project);
  return {
    generator: 'Sphinx',
    file,
    title: assigned(python, 'html_title') ?? assigned(python, 'project'),
    url: assigned(python, 'html_baseurl'),
    base: undefined,
    previewPort: 8000,
    build: undefined,
    collections: [
      {
        name: 'docs',
        folder: folderOf(file),
        include: ['**/*.md'],
        exclude: listed(python, 'exclude_patterns').flatMap(globs),
        locale: languageBesideDefault(assigned(python, 'language')),
        site: {
          preset: 'sphinx',
          extension: isFolders ? '' : undefined,
          trailingSlash: isFolders ? true : undefined,
        },
      },
    ],
    notes: [],
  };
}

/** A plain text that a name is given at the top of a Python file, or that it has where a variable of the environment is unset. */
function assigned(python: string, name: string): string | undefined {
  const variable = String.raw`os\.(?:environ\.get|getenv)\(\s*["'][^"']*["']\s*,\s*`;
  const pattern = new RegExp(
    String.raw`^${name}\s*(?::\s*\w+\s*)?=\s*(?:${variable})?[rub]?(["'])(.*?)\1`,
    'mu',
  );
  const value = pattern.exec(python)?.[2]?.trim();
  return value === '' ? undefined : value;
}

/** The plain texts of a list that a name is given. */
function listed(python: string, name: string): readonly string[] {
  const inner = new RegExp(`^${name}\\s*(?::[^=]*)?=\\s*\\[([^\\]]*)\\]`, 'mu').exec(python)?.[1] ?? '';
  return Array.from(inner.matchAll(/(["'])(.*?)\1/gu), ([, , text = '']) => text);
}

/** Patterns of Sphinx are of files and folders alike. */
function globs(pattern: string): string[] {
  return /\.\w+$/u.test(pattern) ? [pattern] : [pattern, `${pattern.replace(/\/$/u, '')}/**`];
}

/** Which builder is used stands in no config of Sphinx, but Read the Docs is told. */
async function isBuiltAsFolders(project: Project): Promise<boolean> {
  const readTheDocs =
    (await readSettings(project, '.readthedocs.yaml')) ?? (await readSettings(project, '.readthedocs.yml'));
  return textAt(readTheDocs, 'sphinx', 'builder') === 'dirhtml';
}
