import type { Project } from '../project.ts';
import { within } from '../project-paths.ts';

export interface PlainFiles {
  /** Relative to the project. */
  readonly folder: string;
  /** Whether the site has the plugin jekyll-optional-front-matter. */
  readonly isOptional: boolean;
  /** Whether a README stands for its folder. */
  readonly hasReadmeIndex: boolean;
}

/** More are none that a config lists one by one. */
const MOST = 40;
/** `FILENAME_BLACKLIST` of `jekyll-optional-front-matter/generator.rb`. */
const NEVER =
  /(?:^|\/)(?:README|LICENSE|LICENCE|COPYING|CODE_OF_CONDUCT|CONTRIBUTING|ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)\.md$/u;

/** Files relative to the folder that are no pages, since they have no frontmatter; a text where they are too many to list. */
export async function filesWithoutFrontMatter(
  project: Project,
  { folder, isOptional, hasReadmeIndex }: PlainFiles,
): Promise<readonly string[] | string> {
  const below = folder === '' ? '' : `${folder}/`;
  const names = project.files
    .filter((file) => file.startsWith(below) && file.endsWith('.md'))
    .map((file) => file.slice(below.length))
    .filter((name) => !name.startsWith('_') && !name.includes('/_'))
    .filter((name) => (isOptional ? NEVER.test(name) : true))
    .filter((name) => !(hasReadmeIndex && /(?:^|\/)README\.md$/u.test(name)));
  const texts = await Promise.all(names.map((name) => project.read(within(folder, name))));
  const plain = names.filter((_, at) => !(texts[at] ?? '').startsWith('---'));
  return plain.length <= MOST
    ? plain
    : `${plain.length} files have no frontmatter, so Jekyll makes no pages of them: leave them out with exclude.`;
}
