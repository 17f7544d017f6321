import { listed } from '../config/listed.ts';
import type { Problem } from '../core/problem.ts';
import { createProgress } from '../platforms/terminal/progress.ts';
import type { CommandContext } from './command-context.ts';
import type { Prepared } from './prepare.ts';

export interface LinksOptions {
  /** The folder of the built site; undefined for the site on the web. */
  readonly dist: string | undefined;
  /** How many pages of the web are looked at at most. */
  readonly limit: number | undefined;
  /** Names of collections; empty for all. */
  readonly collections: readonly string[];
}

export interface LinksResult {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

/** What is enough to see whether the rules of a site are right, and no burden for it. */
const LIMIT = 200;

/** Compares pages and sections with their site; the docs are open. */
export async function checkLinks(
  { configFile: file, stderr, signal, version }: CommandContext,
  { app, config, folder }: Prepared,
  { dist, limit = LIMIT, collections: names }: LinksOptions,
): Promise<LinksResult> {
  const known = config.collections.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) return { lines: [], problems: unknown.map((name) => noCollection(name, known)) };
  // Loaded only here: it takes longer to load than other commands to answer.
  const { checkAppLinks } = await import('../app/check-links.ts');
  const progress = createProgress(stderr, () => performance.now());
  return checkAppLinks({
    config,
    file,
    folder,
    version,
    pages: app.pages,
    collections: config.collections.filter(({ name }) => names.length === 0 || names.includes(name)),
    dist,
    limit,
    signal,
    onProgress: (done, total) => progress.show({ collection: 'links', done, total }),
  }).finally(progress.clear);
}

function noCollection(name: string, known: readonly string[]): Problem {
  return {
    severity: 'error',
    collection: '',
    file: '',
    line: 0,
    message: `there is no collection ${JSON.stringify(name)}`,
    remedy: `use ${listed(known, 'or')}`,
  };
}
