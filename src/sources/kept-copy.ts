import { mkdir, readdir, readFile, readlink, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** What a copy is of, and at which state. */
export interface KeptCopy {
  readonly url: string;
  readonly ref: string;
  readonly path: string;
  readonly commit: string;
  /** Object id of the folder; the same one has the same files. */
  readonly tree: string;
}

/** Copies of a folder, of which one is current. */
export interface KeptCopies {
  /** Leads to the files of the current copy, whichever that is; an absolute path. */
  readonly files: string;
  /** Undefined where there is none, or where it is of something else than `wanted`. */
  current(wanted: Omit<KeptCopy, 'commit' | 'tree'>): Promise<KeptCopy | undefined>;
  /** An empty folder for the files of a copy. */
  begin(): Promise<string>;
  /** What was written down of the current copy's files; empty where nothing was. */
  listing(): Promise<string>;
  /** Makes a copy that is whole the current one, at once for all who look; the one before stays until the next begins. */
  swap(files: string, copy: KeptCopy, listing: string): Promise<void>;
  /** Writes down that the current copy is that of a further commit too. */
  note(copy: KeptCopy): Promise<void>;
}

const CURRENT = 'current';
const COPIES = 'copies';
const FILES = 'files';
const FACTS = 'copy.json';
const LISTING = 'listing';

/** Where the files of the current copy are, for a folder that belongs to a git mirror. */
export function gitCopy(folder: string): string {
  return keptCopies(join(folder, 'git')).files;
}

/** Copies in a folder that belongs to them alone. */
export function keptCopies(folder: string): KeptCopies {
  const current = join(folder, CURRENT);
  return {
    files: join(current, FILES),
    current: async ({ url, ref, path }) => {
      const copy = await readFacts(join(current, FACTS));
      return copy?.url === url && copy.ref === ref && copy.path === path ? copy : undefined;
    },
    begin: () => begin(folder),
    listing: () => readFile(join(current, LISTING), 'utf8').catch(() => ''),
    swap: async (files, copy, listing) => {
      const place = join(files, '..');
      await writeFile(join(place, LISTING), listing);
      await writeFacts(place, copy);
      const link = join(folder, `${CURRENT}.new`);
      await rm(link, { force: true });
      await symlink(join(COPIES, basename(place)), link);
      await rename(link, current);
    },
    note: async (copy) => writeFacts(current, copy),
  };
}

/** Of what was there before, only the current copy stays. */
async function begin(folder: string): Promise<string> {
  const copies = join(folder, COPIES);
  await mkdir(copies, { recursive: true });
  const taken = basename(await readlink(join(folder, CURRENT)).catch(() => ''));
  const names = await readdir(copies);
  for (const name of names.filter((name) => name !== taken))
    await rm(join(copies, name), { recursive: true, force: true });
  const files = join(copies, String(Number(taken) + 1 || 1), FILES);
  await mkdir(files, { recursive: true });
  return files;
}

async function writeFacts(place: string, copy: KeptCopy): Promise<void> {
  const beside = join(place, `${FACTS}.new`);
  await writeFile(beside, JSON.stringify(copy));
  await rename(beside, join(place, FACTS));
}

async function readFacts(file: string): Promise<KeptCopy | undefined> {
  try {
    const facts: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isCopy(facts) ? facts : undefined;
  } catch {
    return undefined; // There is none, or none that can be read, which is the same to all.
  }
}

function isCopy(value: unknown): value is KeptCopy {
  const facts = new Map<string, unknown>(Object.entries(Object(value)));
  return ['url', 'ref', 'path', 'commit', 'tree'].every((key) => typeof facts.get(key) === 'string');
}
