import type { Project } from './project.ts';
import { within } from './project-paths.ts';
import { readScript } from './read-script.ts';
import type { Script } from './read-script.ts';
import { configIn } from './script-call.ts';
import { flagAt, textAt } from './value-at.ts';

/** What a site on Next.js says of itself. */
export interface NextSettings {
  readonly config: Script | undefined;
  readonly file: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly base: string;
  /** Undefined where it is as Next.js has it by default. */
  readonly trailingSlash: boolean | undefined;
}

const ENDS = ['ts', 'mts', 'mjs', 'js', 'cjs'];

/** Reads `next.config` and the metadata of the outermost layout, in a folder of the project. */
export async function nextSettings(project: Project, root: string): Promise<NextSettings> {
  const file = ENDS.map((end) => within(root, `next.config.${end}`)).find((one) =>
    project.files.includes(one),
  );
  const config = file === undefined ? undefined : await readScript(project, file);
  const settings = configIn(config?.byDefault);
  const metadata = await metadataOf(project, root);
  return {
    config,
    file,
    title:
      textAt(metadata, 'title') ??
      textAt(metadata, 'title', 'default') ??
      textAt(metadata, 'title', 'absolute'),
    url: textAt(metadata, 'metadataBase'),
    base: textAt(settings, 'basePath') ?? '/',
    trailingSlash: flagAt(settings, 'trailingSlash') === true ? true : undefined,
  };
}

async function metadataOf(project: Project, root: string): Promise<unknown> {
  for (const folder of ['app', 'src/app'])
    for (const end of ['tsx', 'jsx', 'js', 'ts']) {
      const script = await readScript(project, within(root, `${folder}/layout.${end}`));
      if (script !== undefined) return script.named.get('metadata');
    }
  return undefined;
}
