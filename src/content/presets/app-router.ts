import { posix } from 'node:path';

const seen = new WeakMap<ReadonlySet<string>, boolean>();

/** Whether files lie as in `app/` of Next.js, where a page is the file `page` of its folder. */
export function isAppFolder(files: ReadonlySet<string>): boolean {
  const known = seen.get(files);
  if (known !== undefined) return known;
  const names = [...files].filter((file) => /\.mdx?$/iu.test(file)).map((file) => posix.parse(file).name);
  const isApp = !names.includes('index') && names.filter((name) => name === 'page').length * 2 > names.length;
  seen.set(files, isApp);
  return isApp;
}

/** Groups, private folders, slots and what is only known for a request: `next/dist/shared/lib/router/utils/app-paths.js`. */
const GROUP = /^\(.*\)$/u;
const NO_PAGE = /^[_@[]|^\(\.+\)/u;

/** The route of a page in `app/`: its folder, without groups. */
export function appRoute(file: string): string | undefined {
  const { dir, name } = posix.parse(posix.normalize(`/${file}`).slice(1));
  const folders = dir.split('/').filter((folder) => folder !== '');
  if (name !== 'page' || folders.some((folder) => NO_PAGE.test(folder))) return undefined;
  return folders.filter((folder) => !GROUP.test(folder)).join('/');
}
