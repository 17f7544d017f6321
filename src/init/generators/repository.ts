import type { FindSites, FoundCollection, FoundSite } from '../found-site.ts';
import { gitRemote } from '../git-remote.ts';
import type { GitRemote } from '../git-remote.ts';
import type { Project } from '../project.ts';

const NOT_MARKDOWN =
  'There are docs in reStructuredText or AsciiDoc: build the site, and name its folder with --dist.';

const PAGE = /\.mdx?$/iu;

/** Markdown that no generator makes a site of: the files of `docs/` and at the top, as GitHub shows them. */
export const repositorySites: FindSites = async (project) => {
  const docs = ['docs', 'doc', 'documentation'].find((folder) =>
    project.files.some((file) => file.startsWith(`${folder}/`) && PAGE.test(file)),
  );
  const atTop = project.files.filter((file) => !file.includes('/') && PAGE.test(file));
  if (docs === undefined && atTop.length === 0) return [];
  const remote = await gitRemote(project.folder);
  const hasReadme = atTop.some((file) => /^readme\.md$/iu.test(file));
  const place = placeOf({ docs, hasReadme, hasOtherDocs: hasDocsOfOtherKinds(project), remote });
  return [
    { ...place, title: await titleOf(project), file: docs === undefined ? (atTop[0] ?? '') : `${docs}/` },
  ];
};

/** Such as are only read once they are built. */
export function hasDocsOfOtherKinds({ files }: Project): boolean {
  return files.some((file) => /\/[^/]+\.(?:rst|adoc)$/u.test(file));
}

interface Lying {
  /** The folder of docs. */
  readonly docs: string | undefined;
  /** Whether there is a README at the top. */
  readonly hasReadme: boolean;
  readonly hasOtherDocs: boolean;
  readonly remote: GitRemote | undefined;
}

function placeOf({ docs, hasReadme, hasOtherDocs, remote }: Lying): Omit<FoundSite, 'title' | 'file'> {
  const isGithub = remote !== undefined && isGithubHost(remote.host);
  // A README belongs to the docs on GitHub, where its address is known.
  const isWhole = docs === undefined || (isGithub && hasReadme);
  const folder = isWhole ? '' : docs;
  const include = docs === undefined ? ['*.md', '*.mdx'] : ['*.md', `${docs}/**/*.{md,mdx}`];
  const collection: FoundCollection = {
    name: 'docs',
    folder,
    include: isWhole ? include : undefined,
    exclude: isWhole ? ['{CHANGELOG,CODE_OF_CONDUCT,LICENSE}.md'] : undefined,
    site: isGithub ? { preset: 'github' } : { preset: 'plain' },
  };
  return {
    generator: isGithub ? 'GitHub' : 'Markdown files',
    url: isGithub ? addressOn(remote, folder) : undefined,
    base: undefined,
    previewPort: 8080,
    build: undefined,
    collections: [collection],
    notes: hasOtherDocs ? [NOT_MARKDOWN] : [],
  };
}

function isGithubHost(host: string): boolean {
  return host === 'github.com' || host.startsWith('github.');
}

function addressOn({ host, owner, name, branch, path }: GitRemote, folder: string): string {
  const below = [path, folder].filter((part) => part !== '').join('/');
  const root = `https://${host}/${owner}/${name}/blob/${branch.split('/').map(encodeURIComponent).join('/')}`;
  return below === '' ? root : `${root}/${below.split('/').map(encodeURIComponent).join('/')}`;
}

/** The first heading of the README. */
async function titleOf(project: Project): Promise<string | undefined> {
  const readme = project.files.find((file) => /^readme\.mdx?$/iu.test(file));
  const text = readme === undefined ? undefined : await project.read(readme);
  const heading = /^#[ \t]+(.+?)[ \t]*#*$/mu.exec(text ?? '')?.[1] ?? '';
  const title = heading.replace(/[`*]|<[^>]*>|!?\[|\]\([^)]*\)/gu, '').trim();
  return title === '' ? undefined : title;
}
