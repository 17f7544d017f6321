/** Patterns of a `.gitignore` as globs of files; those that take others back are passed over. */
export function gitignoreGlobs(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('!'))
    .flatMap((line) => globsOf(line.replace(/^\/+/u, ''), /^\/|\/./u.test(line)));
}

/** A pattern with a slash counts from the root, any other at every depth; one may be of a folder. */
function globsOf(pattern: string, isRooted: boolean): string[] {
  const path = `${isRooted || pattern.startsWith('**/') ? '' : '**/'}${pattern.replace(/\/$/u, '')}`;
  const isFile = /\.\w+$/u.test(pattern);
  if (pattern.endsWith('/')) return [`${path}/**`];
  return isFile ? [path] : [path, `${path}/**`];
}
