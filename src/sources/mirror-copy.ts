import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** One page of a copy. */
export interface CopiedPage {
  /** Relative to the folder, with `/`. */
  readonly file: string;
  /** Where the page was found in the end. */
  readonly url: string;
  /** What the server said of its state; each empty where it did not. */
  readonly etag: string;
  readonly lastModified: string;
  /** Of the text in the file. */
  readonly hash: string;
}

/**
 * The pages of a mirror in its folder, by the key of their address. What is new is put aside, and takes the place of what was there only
 * when all is done, so that nobody sees half of a round; a round that was broken off goes on where it was.
 */
export interface MirrorCopy {
  /** As it was last read, also in a round that was broken off. */
  known(key: string): CopiedPage | undefined;
  put(key: string, page: Omit<CopiedPage, 'hash'>, text: string): Promise<void>;
  /** Leaves of the copy only these pages. The files that are new, changed or gone, sorted. */
  commit(keys: ReadonlySet<string>): Promise<string[]>;
}

/** Names that begin with a dot are in no glob of docs. */
const STATE = '.pages.json';
const ASIDE = '.incoming';
const LOG = 'pages.jsonl';

/** Whether a folder has a whole copy of what is at an address. */
export async function hasMirrorCopy(folder: string, url: string): Promise<boolean> {
  return (await readState(folder))?.url === url;
}

/** Opens the copy in a folder, which is made where it is not there. Of a copy of another address, what is the same stays. */
export async function openMirrorCopy(folder: string, url: string): Promise<MirrorCopy> {
  await mkdir(join(folder, ASIDE), { recursive: true });
  const state = await readState(folder);
  const kept = await onDisk(state?.pages ?? new Map(), (page) => join(folder, page.file));
  const aside = await onDisk(await readLog(folder), (page) => asidePath(folder, page.file));
  return {
    known: (key) => aside.get(key) ?? kept.get(key),
    put: async (key, page, text) => {
      const whole: CopiedPage = { ...page, hash: createHash('sha256').update(text).digest('base64url') };
      await writeFile(asidePath(folder, page.file), text);
      await writeFile(join(folder, ASIDE, LOG), `${JSON.stringify([key, whole])}\n`, { flag: 'a' });
      aside.set(key, whole);
    },
    commit: (keys) => commit(folder, { url, kept, aside, keys }),
  };
}

type Pages = Map<string, CopiedPage>;

interface State {
  /** What it is a copy of. */
  readonly url: string;
  readonly pages: Pages;
}

interface Round {
  readonly url: string;
  readonly kept: Pages;
  readonly aside: Pages;
  readonly keys: ReadonlySet<string>;
}

async function commit(folder: string, { url, kept, aside, keys }: Round): Promise<string[]> {
  const changed = new Set<string>();
  const pages: Pages = new Map();
  for (const key of keys) {
    const before = kept.get(key);
    const page = aside.get(key) ?? before;
    if (page === undefined) continue;
    pages.set(key, page);
    if (!aside.has(key) || (before?.hash === page.hash && before.file === page.file)) continue;
    await mkdir(dirname(join(folder, page.file)), { recursive: true });
    await rename(asidePath(folder, page.file), join(folder, page.file));
    changed.add(page.file);
  }
  const files = new Set(Array.from(pages.values(), ({ file }) => file));
  for (const { file } of kept.values()) {
    if (files.has(file)) continue;
    await rm(join(folder, file), { force: true });
    changed.add(file);
  }
  await writeState(folder, { url, pages });
  await rm(join(folder, ASIDE), { recursive: true, force: true });
  return [...changed].sort();
}

function asidePath(folder: string, file: string): string {
  return join(folder, ASIDE, createHash('sha256').update(file).digest('hex'));
}

/** What somebody has deleted is not known. */
async function onDisk(pages: Pages, pathOf: (page: CopiedPage) => string): Promise<Pages> {
  const found: Pages = new Map();
  for (const [key, page] of pages) {
    const info = await stat(pathOf(page)).catch(() => undefined);
    if (info?.isFile() === true) found.set(key, page);
  }
  return found;
}

async function readState(folder: string): Promise<State | undefined> {
  const text = await readFile(join(folder, STATE), 'utf8').catch(() => undefined);
  const state = text === undefined ? undefined : readJson(text);
  const facts = new Map<string, unknown>(Object.entries(Object(state)));
  const [url, pages] = [facts.get('url'), facts.get('pages')];
  return typeof url === 'string' && Array.isArray(pages) ? { url, pages: pagesIn(pages) } : undefined;
}

async function readLog(folder: string): Promise<Pages> {
  const text = await readFile(join(folder, ASIDE, LOG), 'utf8').catch(() => '');
  return pagesIn(text.split('\n').map(readJson));
}

async function writeState(folder: string, { url, pages }: State): Promise<void> {
  const path = join(folder, STATE);
  await writeFile(`${path}.new`, JSON.stringify({ url, pages: [...pages] }));
  await rename(`${path}.new`, path);
}

/** A line that was broken off says nothing. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function pagesIn(entries: readonly unknown[]): Pages {
  return new Map(entries.flatMap((entry) => (isEntry(entry) ? [entry] : [])));
}

const FIELDS = ['file', 'url', 'etag', 'lastModified', 'hash'];

function isEntry(entry: unknown): entry is [string, CopiedPage] {
  if (!Array.isArray(entry)) return false;
  const [key, page]: unknown[] = entry;
  if (typeof key !== 'string' || typeof page !== 'object' || page === null) return false;
  const values = new Map<string, unknown>(Object.entries(page));
  const { file } = Object.fromEntries(values);
  return FIELDS.every((field) => typeof values.get(field) === 'string') && isInside(String(file));
}

/** A state that was tampered with leads nowhere else. */
function isInside(file: string): boolean {
  return !file.startsWith('/') && !file.includes('\\') && !file.split('/').includes('..');
}
