import { posix } from 'node:path';

/** A path relative to a folder of the project, relative to the project: without `.`, `..` or a slash at its end where that can be. */
export function within(folder: string, path: string): string {
  const joined = posix.normalize(posix.join(folder, path)).replace(/\/+$/u, '');
  return joined === '.' ? '' : joined;
}

/** The folder of a file; empty for the project's own. */
export function folderOf(file: string): string {
  const folder = posix.dirname(file);
  return folder === '.' ? '' : folder;
}

/** The files of these names, wherever they lie, those that lie higher first. */
export function filesNamed(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.filter((file) => pattern.test(`/${file}`));
}
