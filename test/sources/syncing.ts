import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Mirror, Synced } from '../../src/core/mirror.ts';
import { createHttp } from '../../src/http.ts';
import type { Http } from '../../src/http.ts';

/** A client that ends with the test. */
export function testHttp(): Http {
  const http = createHttp({ userAgent: 'Signpost/1.2.3 (+ops@acme.example)', timeoutMs: 60_000 });
  onTestFinished(() => http.close());
  return http;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Syncs once, without a stop. */
export function syncOnce(mirror: Mirror, progress: Progress[] = []): Promise<Synced> {
  const onProgress = (done: number, total: number): void => void progress.push({ done, total });
  return mirror.sync({ signal: new AbortController().signal, onProgress });
}

/** The files of a copy with their texts, as globs see them. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.slice(folder.length).includes('/.'))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      files.map(async (path) => [path.slice(folder.length + 1), await readFile(path, 'utf8')] as const),
    ),
  );
}
