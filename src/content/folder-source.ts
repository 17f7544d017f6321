import { isUtf8 } from 'node:buffer';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import picomatch from 'picomatch';
import { SourceError } from '../core/content-source.ts';
import type { ContentSource, SourceListing } from '../core/content-source.ts';
import type { Problem } from '../core/problem.ts';

export interface FolderOptions {
  readonly collection: string;
  /** Absolute path. */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Larger files are not read. */
  readonly maxFileBytes: number;
}

/** A collection in a folder on disk. */
export function createFolderSource(options: FolderOptions): ContentSource {
  return { list: () => list(options), read: (file) => read(file, options) };
}

/** Tells which paths, relative to the folder, the globs choose. */
export function chosenBy({ include, exclude }: FolderOptions): (file: string) => boolean {
  return picomatch([...include], { ignore: [...exclude] });
}

/** Whether a folder of this name is full of other people's files, of which a system can only watch so many. */
export function isOthers(name: string): boolean {
  return name === 'node_modules' || name === '.git';
}

async function list(options: FolderOptions): Promise<SourceListing> {
  const { folder, include } = options;
  const info = await stat(folder).catch(() => undefined);
  if (info?.isDirectory() !== true) {
    const message = info === undefined ? `there is no folder ${folder}` : `${folder} is no folder`;
    return { files: [], problems: [problemOf(options, message, 'mend source.folder in the config')] };
  }
  const { files, unreadable } = await walk(folder);
  const chosen = files.filter(chosenBy(options)).sort();
  const problems = unreadable.map((name) =>
    problemOf(
      options,
      `the folder ${join(folder, name)} cannot be read`,
      'give Signpost the right to read it',
    ),
  );
  if (chosen.length > 0 || problems.length > 0) return { files: chosen, problems };
  const message = `no file in ${folder} matches ${include.join(', ')}`;
  return { files: [], problems: [problemOf(options, message, 'mend include and exclude in the config')] };
}

interface Walked {
  /** Links too, wherever they lead. */
  readonly files: readonly string[];
  /** Folders. */
  readonly unreadable: readonly string[];
}

/** All files below a folder; a link to a folder may lead in a circle, and is not followed. */
async function walk(root: string): Promise<Walked> {
  const files: string[] = [];
  const unreadable: string[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => undefined);
    if (entries === undefined) unreadable.push(folder);
    for (const entry of entries ?? []) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (!entry.isDirectory()) files.push(path);
      else if (!isOthers(entry.name)) open.push(path);
    }
  }
  return { files, unreadable };
}

async function read(file: string, { folder, maxFileBytes }: FolderOptions): Promise<string> {
  const path = join(folder, file);
  try {
    const [root, real] = await Promise.all([realpath(folder), realpath(path)]);
    if (!real.startsWith(root + sep))
      throw new SourceError(file, 'the file is a link that leads out of the folder', {
        remedy: 'copy it into the folder',
      });
    const { size } = await stat(real);
    if (size > maxFileBytes)
      throw new SourceError(file, `the file has ${size} bytes, more than the ${maxFileBytes} that are read`, {
        remedy: 'split it, exclude it, or raise maxFileBytes',
      });
    return decode(file, await readFile(real));
  } catch (error) {
    throw error instanceof SourceError ? error : unreadable(file, error);
  }
}

function decode(file: string, bytes: Buffer): string {
  const remedy = 'save it as UTF-8';
  if (!isUtf8(bytes)) throw new SourceError(file, 'the file is not UTF-8', { remedy });
  if (bytes.includes(0))
    throw new SourceError(file, 'the file holds NUL characters, as UTF-16 does', { remedy });
  return bytes
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n');
}

function unreadable(file: string, cause: unknown): SourceError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new SourceError(file, 'the file is gone', {
        remedy: 'nothing to do if it was deleted; else restore it',
        cause,
      });
    case 'EACCES':
    case 'EPERM':
      return new SourceError(file, 'the file may not be read', {
        remedy: 'give Signpost the right to read it',
        cause,
      });
    case 'ELOOP':
      return new SourceError(file, 'the file is a link that leads in a circle', {
        remedy: 'delete the link',
        cause,
      });
    default:
      return new SourceError(file, `the file cannot be read (${String(code ?? cause)})`, {
        remedy: 'see whether it opens in another program',
        cause,
      });
  }
}

function problemOf({ collection }: FolderOptions, message: string, remedy: string): Problem {
  return { severity: 'error', collection, file: '', line: 0, message, remedy };
}
