import { createHash } from 'node:crypto';
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { DefaultDeserializer, DefaultSerializer } from 'node:v8';
import type { SearchSettings } from './engine.ts';
import type { ShelvedEngine } from './shelves.ts';
import { engineValues, FORMAT, readEngine } from './stored-engine.ts';

/** The layout of V8's own serialisation, and of numbers in memory, are the machine's. */
const MACHINE = `${process.version} ${process.arch}`;

const HASH = 32;

/** Bytes that are hashed before others get a turn. */
const HASHED = 8_000_000;

/**
 * Writes an engine to a file: a hash of `key`, a hash of what follows, then its values. `key` stands for everything that
 * the engine was made from: settings, the files' contents, the version of the program. Lets others have a turn, however
 * large the docs are. The file appears whole or not at all; rejects with an error that says which file and why.
 */
export async function saveSnapshot(file: string, key: string, engine: ShelvedEngine): Promise<void> {
  try {
    const body = await serialized(engineValues(engine));
    await mkdir(dirname(file), { recursive: true });
    await replaceFile(file, [hashOf(key), await hashOfBody(body), body]);
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
  const expected = Buffer.concat([hashOf(key), await hashOfBody(body)]);
  if (!bytes.subarray(0, 2 * HASH).equals(expected)) return undefined;
  try {
    const deserializer = new DefaultDeserializer(body);
    deserializer.readHeader();
    return await readEngine(() => deserializer.readValue(), settings);
  } catch {
    // Whatever another version of a library has written there, it can be built again.
    return undefined;
  }
}

/** One serialisation of all values, so that an object that several of them hold is written once. */
async function serialized(values: Iterable<unknown>): Promise<Buffer> {
  const serializer = new DefaultSerializer();
  serializer.writeHeader();
  for (const value of values) {
    serializer.writeValue(value);
    await setImmediate();
  }
  return serializer.releaseBuffer();
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
  return createHash('sha256')
    .update(JSON.stringify([FORMAT, MACHINE, key]))
    .digest();
}

async function hashOfBody(body: Buffer): Promise<Buffer> {
  const hash = createHash('sha256');
  for (let start = 0; start < body.length; start += HASHED) {
    hash.update(body.subarray(start, start + HASHED));
    await setImmediate();
  }
  return hash.digest();
}
