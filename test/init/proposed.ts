import { join } from 'node:path';
import { parse } from 'yaml';
import { parseConfig } from '../../src/config/load.ts';
import { configText } from '../../src/init/config-text.ts';
import { openProject } from '../../src/init/project.ts';
import type { Project } from '../../src/init/project.ts';
import { pathBetween, propose } from '../../src/init/propose.ts';
import type { Questions } from '../../src/init/questions.ts';
import { folderWith } from '../folders.ts';
import type { Files } from '../folders.ts';

export interface ProposedConfig {
  readonly title: string;
  readonly collections: readonly Readonly<Record<string, unknown>>[];
  readonly generator: string;
  readonly notes: readonly string[];
  readonly text: string;
}

/** A project with some files, and a `.git` so that no repository around it counts. */
export async function projectWith(files: Files): Promise<Project> {
  const project = await openProject(await folderWith({ '.git/HEAD': 'ref: refs/heads/main\n', ...files }));
  if (typeof project === 'string') throw new Error(project);
  return project;
}

export interface Asking {
  readonly questions?: Questions;
  readonly dist?: string;
}

/** The config that is proposed for a project; it is one that works. Undefined where there is none. */
export async function proposed(
  files: Files,
  { questions, dist }: Asking = {},
): Promise<ProposedConfig | undefined> {
  const project = await projectWith(files);
  const config = join(project.folder, 'config');
  const relative = (path: string): string => pathBetween(config, join(project.folder, path));
  const result = await propose({ project, questions, dist, relative, schema: undefined });
  if (result.kind !== 'proposal') return undefined;
  const text = configText(result.proposal);
  const checked = parseConfig(text, 'config/signpost.yaml');
  if (checked.kind === 'problems') throw new Error(`${JSON.stringify(checked.problems)}\n${text}`);
  const { title, collections } = parse(text) as Pick<ProposedConfig, 'title' | 'collections'>;
  return { title, collections, text, generator: result.site.generator, notes: result.site.notes };
}
