import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import picomatch from 'picomatch';
import { glob } from 'tinyglobby';
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

async function list(options: FolderOptions): Promise<SourceListing> {
  const { folder, include, exclude } = options;
  const info = await stat(folder).catch(() => undefined);
  if (info?.isDirectory() !== true) {
    const message = info === undefined ? `there is no folder ${folder}` : `${folder} is no folder`;
    return { files: [], problems: [problemOf(options, message, 'mend source.folder in the config')] };
  }
  const found = await glob([...include], {
    cwd: folder,
    ignore: [...exclude],
    expandDirectories: false,
    // A link to a folder may lead in a circle.
    followSymbolicLinks: false,
  });
  const files = found.map((file) => file.split(sep).join('/')).sort();
  if (files.length > 0) return { files, problems: [] };
  const message = `no file in ${folder} matches ${include.join(', ')}`;
  return { files, problems: [problemOf(options, message, 'mend include and exclude in the config')] };
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
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/gu, '\n');
  } catch (error) {
    throw new SourceError(file, 'the file is not UTF-8', { remedy: 'save it as UTF-8', cause: error });
  }
}

function unreadable(file: string, error: unknown): SourceError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const [message, remedy] =
    code === 'ENOENT'
      ? ['the file is gone', 'nothing to do if it was deleted; else restore it']
      : code === 'EACCES' || code === 'EPERM'
        ? ['the file may not be read', 'give Signpost the right to read it']
        : [`the file cannot be read (${String(code ?? error)})`, 'see whether it opens in another program'];
  return new SourceError(file, message, { remedy, cause: error });
}

function problemOf({ collection }: FolderOptions, message: string, remedy: string): Problem {
  return { severity: 'error', collection, file: '', line: 0, message, remedy };
}
