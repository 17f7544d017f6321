import { readFile, readdir, stat } from 'node:fs/promises';
import { join, posix } from 'node:path';

/** A repository, or a folder of one, that is read and never run. */
export interface Project {
  /** Absolute path. */
  readonly folder: string;
  /** Paths below it with `/`, those that lie higher first. */
  readonly files: readonly string[];
  /** The text of a file; undefined where there is none, or it is too large to be one that somebody wrote. */
  read(path: string): Promise<string | undefined>;
  /** Whether there is any file below a folder, which is given without a slash at its end. */
  has(folder: string): boolean;
}

/** Folders of other people's files, and of what programs make. */
const OTHERS = new Set(['node_modules', 'vendor', 'bower_components', '__pycache__', 'venv']);
const HIDDEN_BUT_READ = new Set(['.vitepress']);
const DEEPEST = 12;
const MOST_FILES = 200_000;
const MOST_BYTES = 1_000_000;

/** Lists a project; a text is why it cannot be read. */
export async function openProject(folder: string): Promise<Project | string> {
  const info = await stat(folder).catch(() => undefined);
  if (info?.isDirectory() !== true) return info === undefined ? 'there is no such folder' : 'it is no folder';
  const files = await listFiles(folder);
  return {
    folder,
    files,
    read: (path) => readText(join(folder, path)),
    has: (below) => files.some((file) => below === '' || file.startsWith(`${below}/`)),
  };
}

async function listFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  let open = [''];
  for (let depth = 0; depth <= DEEPEST && open.length > 0 && files.length < MOST_FILES; depth += 1) {
    const next: string[] = [];
    for (const folder of open.sort()) await listFolder(root, folder, { files, next });
    open = next;
  }
  return files;
}

async function listFolder(
  root: string,
  folder: string,
  { files, next }: { files: string[]; next: string[] },
): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = posix.join(folder, entry.name);
    if (!entry.isDirectory()) files.push(path);
    else if (isRead(entry.name)) next.push(path);
  }
}

function isRead(name: string): boolean {
  return !OTHERS.has(name) && (!name.startsWith('.') || HIDDEN_BUT_READ.has(name));
}

async function readText(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    return size > MOST_BYTES ? undefined : (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '');
  } catch {
    // Also a folder, or what may not be read, says nothing of a site.
    return undefined;
  }
}
