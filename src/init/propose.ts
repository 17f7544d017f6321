import { basename, relative } from 'node:path';
import { brokenSettings } from './broken-settings.ts';
import type { ConfigProposal } from './config-text.ts';
import { findSites, isAside } from './find-sites.ts';
import type { FoundSite } from './found-site.ts';
import { hasDocsOfOtherKinds } from './generators/repository.ts';
import { gitRemote } from './git-remote.ts';
import { likelyAddress, placeOf } from './likely-address.ts';
import type { LikelyAddress } from './likely-address.ts';
import type { Project } from './project.ts';
import type { Questions } from './questions.ts';
import { readSettings } from './read-settings.ts';
import { textAt } from './value-at.ts';

export interface ProposeOptions {
  readonly project: Project;
  /** Undefined: nobody is asked, and the likeliest counts. */
  readonly questions: Questions | undefined;
  /** Relative to the project; undefined where there is no built site. */
  readonly dist: string | undefined;
  /** A path of the project, relative to the config's folder. */
  readonly relative: (path: string) => string;
  /** Where the schema is, relative to the config; undefined where there is none. */
  readonly schema: string | undefined;
}

export type Proposed =
  | { readonly kind: 'proposal'; readonly proposal: ConfigProposal; readonly site: FoundSite }
  /** No docs are there. */
  | { readonly kind: 'nothing'; readonly notes: readonly string[] }
  /** Somebody did not want to answer any more. */
  | { readonly kind: 'ended' };

const ENDED = { kind: 'ended' } as const;

/** Finds the docs of a project, and what their config should say; asks where that is not plain. */
export async function propose(options: ProposeOptions): Promise<Proposed> {
  const { project, questions, dist } = options;
  const found = await findSites(project);
  const broken = await brokenSettings(project, isAside);
  const sites = dist !== undefined && !hasAllDocs(project, found) ? [builtSite(dist)] : found;
  if (sites.length === 0) return { kind: 'nothing', notes: broken };
  const site = builtInto(sites, dist) ?? (await chosenSite(sites, questions));
  if (site === undefined) return ENDED;
  const title = await titleOf(project, site, questions);
  if (title === undefined) return ENDED;
  const address = await addressOf(project, site, questions);
  if (address === undefined) return ENDED;
  const { generator, file, collections } = site;
  const { relative, schema } = options;
  return {
    kind: 'proposal',
    site: { ...site, notes: [...broken, ...site.notes] },
    proposal: { title, address, collections, generator, file, relative, schema },
  };
}

/** The only site that is built into a folder, or into one around it. */
function builtInto(sites: readonly FoundSite[], dist: string | undefined): FoundSite | undefined {
  const [site, ...others] = sites.filter(
    ({ build }) => dist !== undefined && build !== undefined && `${dist}/`.startsWith(`${build}/`),
  );
  return others.length === 0 ? site : undefined;
}

/** Whether the docs are in what was found, and not only a README beside docs that cannot be read. */
function hasAllDocs(project: Project, found: readonly FoundSite[]): boolean {
  const isGenerated = found.some(({ collections }) =>
    collections.some(({ site }) => site.preset !== 'github' && site.preset !== 'plain'),
  );
  return isGenerated || (found.length > 0 && !hasDocsOfOtherKinds(project));
}

/** Whatever made a site: its pages can be read as they are. */
function builtSite(dist: string): FoundSite {
  return {
    generator: 'HTML',
    file: `${dist}/`,
    title: undefined,
    url: undefined,
    base: undefined,
    previewPort: 8080,
    build: dist,
    collections: [
      {
        name: 'docs',
        folder: dist,
        include: ['**/*.html'],
        exclude: ['404.html'],
        site: { preset: 'plain', extension: '.html', trailingSlash: true },
      },
    ],
    notes: [],
  };
}

async function chosenSite(
  sites: readonly FoundSite[],
  questions: Questions | undefined,
): Promise<FoundSite | undefined> {
  if (questions === undefined || sites.length === 1) return sites[0];
  const names = sites.map(({ generator, file }) => `${generator} (${file})`);
  const index = await questions.choose('Which docs should be answered from?', names);
  return index === undefined ? undefined : sites[index];
}

async function titleOf(
  project: Project,
  site: FoundSite,
  questions: Questions | undefined,
): Promise<string | undefined> {
  if (site.title !== undefined) return site.title;
  const manifest = await readSettings(project, 'package.json');
  const likely = textAt(manifest, 'displayName') ?? textAt(manifest, 'name') ?? basename(project.folder);
  return questions === undefined ? likely : questions.write('What are the docs called?', likely, wrongTitle);
}

function wrongTitle(text: string): string | undefined {
  return text.trim() === '' ? 'Write a title.' : undefined;
}

async function addressOf(
  project: Project,
  site: FoundSite,
  questions: Questions | undefined,
): Promise<LikelyAddress | undefined> {
  const likely = await likelyAddress(project, site, await gitRemote(project.folder));
  if (likely.isSure || questions === undefined) return likely;
  const whole = `${likely.url}${likely.base}`;
  const typed = await questions.write('Where are they published?', whole, (text) =>
    placeOf(text, likely.base) === undefined ? 'Write an address such as https://docs.acme.com' : undefined,
  );
  if (typed === undefined) return undefined;
  const place = typed === whole ? undefined : placeOf(typed, likely.base);
  return place === undefined ? likely : { ...place, from: 'you', isSure: true };
}

/** A path from one folder to another as a config has it: with `/`, and never empty. */
export function pathBetween(from: string, to: string): string {
  return relative(from, to).replaceAll('\\', '/') || '.';
}
