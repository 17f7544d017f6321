import { createHash } from 'node:crypto';
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { restoreSegment, storeSegment } from './candidates.ts';
import type { StoredSegment } from './candidates.ts';
import type { Editions } from '../core/editions.ts';
import type { EngineState, SearchSettings } from './engine.ts';
import type { PageIndex } from './page-index.ts';
import { restoreShelves } from './shelves.ts';
import type { ShelfName, ShelvedEngine } from './shelves.ts';
import { Vocabulary } from './vocabulary.ts';

/** Changes whenever the layout of a snapshot, or what a number in it means, does: a new tokeniser is a new format. */
const FORMAT = 'signpost-snapshot-2';

/** The layout of V8's own serialisation, and of numbers in memory, are the machine's. */
const MACHINE = `${process.version} ${process.arch}`;

const HASH = 32;

/** Pages are written once, however many shelves and parts of their state hold them. */
interface Stored {
  readonly editions: readonly Editions[];
  readonly shelves: readonly (ShelfName & { readonly state: StoredState })[];
}

interface StoredState {
  readonly index: Omit<PageIndex, 'vocabulary'>;
  readonly terms: readonly string[];
  readonly words: ReadonlyMap<string, number>;
  readonly segments: readonly StoredSegment[];
}

/**
 * Writes an engine to a file: a hash of `key`, a hash of what follows, then the state. `key` stands for everything that
 * the engine was made from: settings, the files' contents, the version of the program. The file appears whole or not at
 * all; rejects with an error that says which file and why.
 */
export async function saveSnapshot(file: string, key: string, engine: ShelvedEngine): Promise<void> {
  try {
    const body = serialize(stored(engine));
    await mkdir(dirname(file), { recursive: true });
    await replaceFile(file, [hashOf(key), sha256(body), body]);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`cannot save the index, so the next start builds it again: ${file}: ${reason}`, {
      cause,
    });
  }
}

/** Whether a snapshot can be written to a file; makes its folder. */
export async function canSaveSnapshot(file: string): Promise<boolean> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await access(dirname(file), constants.W_OK);
    return true;
  } catch {
    // Why not is said where it is written.
    return false;
  }
}

/**
 * The engine of a snapshot; undefined when there is none, or it is damaged, foreign, or made from other things than
 * `key`. The hashes find accidents, not attacks: who can write the file can write fitting hashes too, and V8 does not
 * promise to survive every forged body. So the file's folder must belong to the program alone.
 */
export async function loadSnapshot(
  file: string,
  key: string,
  settings: SearchSettings,
): Promise<ShelvedEngine | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return undefined;
  const body = bytes.subarray(2 * HASH);
  const expected = Buffer.concat([hashOf(key), sha256(body)]);
  if (!bytes.subarray(0, 2 * HASH).equals(expected)) return undefined;
  try {
    const { editions, shelves } = deserialize(body) as Stored;
    const restored = shelves.map(({ state, ...shelf }) => ({ ...shelf, state: restoredState(state) }));
    return await restoreShelves(restored, editions, settings);
  } catch {
    // Whatever another version of a library has written there, it can be built again.
    return undefined;
  }
}

function stored({ editions, shelves }: ShelvedEngine): Stored {
  return {
    editions,
    shelves: shelves.map(({ version, locale, engine }) => ({
      version,
      locale,
      state: storedState(engine.state),
    })),
  };
}

function storedState({ index: { vocabulary, ...index }, segments }: EngineState): StoredState {
  return { index, terms: vocabulary.terms, words: vocabulary.words, segments: segments.map(storeSegment) };
}

function restoredState({ index, terms, words, segments }: StoredState): EngineState {
  return {
    index: { ...index, vocabulary: Vocabulary.of(terms, words) },
    segments: segments.map(restoreSegment),
  };
}

/** Readers see the old file or the new one; several programs may write at once. */
async function replaceFile(file: string, chunks: readonly Buffer[]): Promise<void> {
  const folder = await mkdtemp(`${file}.`);
  try {
    const draft = join(folder, 'draft');
    await writeFile(draft, chunks, { mode: 0o600 });
    await rename(draft, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function hashOf(key: string): Buffer {
  return sha256(JSON.stringify([FORMAT, MACHINE, key]));
}

function sha256(data: string | Buffer): Buffer {
  return createHash('sha256').update(data).digest();
}
