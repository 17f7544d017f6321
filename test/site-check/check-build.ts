import { describeProblem } from '../../src/core/problem.ts';
import type { Page } from '../../src/core/page.ts';
import { checkBuiltLinks } from '../../src/site-check/check-links.ts';
import { folderWith } from '../folders.ts';
import type { Files } from '../folders.ts';

/** Where the pages of tests are published. */
export const SITE = 'https://docs.acme.example';

export interface Checked {
  readonly summary: string;
  /** `error: docs: a.md:10: …` */
  readonly problems: readonly string[];
}

/** Compares pages with a built site of some files. */
export async function checkBuild(files: Files, pages: readonly Page[], root = SITE): Promise<Checked> {
  const folder = await folderWith(files);
  return checkFolder(folder, pages, root);
}

/** Compares pages with a built site in a folder, which messages call `build/`. */
export async function checkFolder(folder: string, pages: readonly Page[], root = SITE): Promise<Checked> {
  const { lines, problems } = await checkBuiltLinks({
    folder,
    name: 'build/',
    collections: [{ name: 'docs', root }],
    pages,
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  return {
    summary: lines.join('\n'),
    problems: problems.map((problem) => `${problem.severity}: ${describeProblem(problem)}`),
  };
}
