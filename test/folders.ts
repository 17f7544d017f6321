import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Paths, relative to a folder, with the text or the bytes of each file. */
export type Files = Readonly<Record<string, string | Buffer>>;

/** A config of one collection, in the folder `docs`, which keeps its index in `data`. */
export const CONFIG = `title: Animals
data: data
collections:
  - name: docs
    source: {folder: docs}
    site: {url: https://animals.example}
`;

/** A page of it. */
export const ZEBRA = '# Zebra\n\nA zebra has stripes.\n\n## Food\n\nZebras eat grass.\n';

/** A new folder with some files, deleted when the test is over. */
export async function folderWith(files: Files): Promise<string> {
  const folder = await newFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await write(folder, files);
  return folder;
}

/** A new folder; whoever asks for it deletes it. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'signpost-test-'));
}

export async function write(folder: string, files: Files): Promise<void> {
  for (const [file, contents] of Object.entries(files)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

const WORKOS = '../node_modules/@workos/mcp-docs-server/';

/** A path in the package, as YAML. */
function pathOf(path: string): string {
  return JSON.stringify(fileURLToPath(new URL(WORKOS + path, import.meta.url)));
}

/** `config/workos.yaml` for a config elsewhere: with docs and changelog as folders, and what is kept beside it, in `workos`. */
export async function workosConfig(): Promise<string> {
  const text = await readFile(new URL('../config/workos.yaml', import.meta.url), 'utf8');
  const packages = /package: .*\n\s*path: (.*)/gu;
  const moved = text.replace(packages, (_found, path: string) =>
    path.includes('changelogs') ? `file: ${pathOf(path)}` : `folder: ${pathOf(path)}`,
  );
  return `data: workos\n${moved}`;
}
