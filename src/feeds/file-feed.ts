import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Feed, FailedReading, FeedReading, Validators } from '../core/feed.ts';
import { decodeText } from '../http/decode-text.ts';
import { entriesOf } from './entries-of.ts';
import { failedReading, unrejecting } from './failed-reading.ts';
import type { FeedItem } from './feed-item.ts';
import type { FeedFormat, FeedOptions, FileSource } from './feed-options.ts';
import type { Parsed } from './parse-feed.ts';
import { parseText } from './parse-text.ts';

export interface FileFeedOptions extends FeedOptions {
  readonly source: FileSource;
}

/** Larger files are not read. */
const MAX_BYTES = 5_000_000;

/** A feed in a file, or in the files of a folder, which is read again only where it has changed. */
export function createFileFeed(options: FileFeedOptions): Feed {
  const { name, source } = options;
  return unrejecting(source.path, { name, read: (known, signal) => read(options, known, signal) });
}

async function read(options: FileFeedOptions, known: Validators, signal: AbortSignal): Promise<FeedReading> {
  const found = await load(options, signal);
  if (found.kind === 'failed') return found;
  const etag = hashOf(found.files, options);
  if (etag === known.etag) return { kind: 'unchanged' };
  const { items, problems } = parseAll(found.files, options);
  // One that cannot be read leaves the others; none that can leaves nothing.
  const [problem] = problems;
  if (items === undefined && problem !== undefined) return { kind: 'failed', reason: problem, retryAfter: 0 };
  const result = await entriesOf(items ?? [], options);
  return {
    kind: 'entries',
    entries: result.entries,
    validators: { etag, lastModified: '' },
    problems: [...problems, ...result.problems],
  };
}

interface LoadedFile {
  /** Absolute. */
  readonly path: string;
  /** Within the folder; empty where the feed is this file. */
  readonly name: string;
  readonly bytes: Buffer;
}

interface LoadedFiles {
  readonly kind: 'files';
  readonly files: readonly LoadedFile[];
}

async function load(
  { source, format }: FileFeedOptions,
  signal: AbortSignal,
): Promise<LoadedFiles | FailedReading> {
  const { path } = source;
  try {
    const info = await stat(path);
    const names = info.isDirectory() ? await namesIn(path, format) : [''];
    if (names.length === 0)
      return failedReading(path, { what: 'has no changelogs in it', remedy: 'mend source in the config' });
    const files: LoadedFile[] = [];
    for (const name of names) {
      const file = join(path, name);
      const { size } = await stat(file);
      if (size > MAX_BYTES) return tooLarge(file);
      files.push({ path: file, name, bytes: await readFile(file, { signal }) });
    }
    return { kind: 'files', files };
  } catch (error) {
    return unreadable(path, error);
  }
}

function tooLarge(path: string): FailedReading {
  return failedReading(path, {
    what: `is larger than ${MAX_BYTES / 1_000_000} MB`,
    remedy: 'cut off what is old',
  });
}

function unreadable(path: string, error: unknown): FailedReading {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return failedReading(path, {
        what: 'is not there',
        remedy: 'mend source in the config, or restore it',
      });
    case 'EACCES':
    case 'EPERM':
      return failedReading(path, {
        what: 'may not be read',
        remedy: 'give Signpost the right to read it',
      });
    case 'ABORT_ERR':
      return failedReading(path, {
        what: 'was not read to its end, since Signpost stops',
        remedy: 'nothing to do',
      });
    default:
      return failedReading(path, {
        what: `cannot be read (${code || String(error)})`,
        remedy: 'see whether it opens in another program',
      });
  }
}

/** Endings of files, and what those are. */
const FORMATS: Readonly<Record<string, Exclude<FeedFormat, 'auto'>>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.json': 'json',
};

async function namesIn(folder: string, format: FeedFormat): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => {
      const own = FORMATS[extname(name).toLowerCase()];
      return own !== undefined && (format === 'auto' || format === own);
    })
    .sort();
}

function formatOf({ path }: LoadedFile, { format }: FileFeedOptions): Exclude<FeedFormat, 'auto'> {
  return format === 'auto' ? (FORMATS[extname(path).toLowerCase()] ?? 'feed') : format;
}

/** Of the contents, and of the settings by which they are read. */
function hashOf(
  files: readonly LoadedFile[],
  { format, map, link, package: about }: FileFeedOptions,
): string {
  const hash = createHash('sha256').update(JSON.stringify([format, map, link, about]));
  for (const { name, bytes } of files) hash.update(`\n${name}\n${bytes.byteLength}\n`).update(bytes);
  return hash.digest('base64url');
}

interface ParsedFiles {
  /** Undefined where no file could be read. */
  readonly items: readonly FeedItem[] | undefined;
  readonly problems: readonly string[];
}

function parseAll(files: readonly LoadedFile[], options: FileFeedOptions): ParsedFiles {
  const results = files.map((file) => ({ file, parsed: parseOne(file, options) }));
  const items = results.flatMap(({ parsed }) => (parsed.kind === 'items' ? [parsed.items] : []));
  const problems = results.flatMap(({ file, parsed }) => problemsOf(file, parsed));
  return { items: items.length === 0 ? undefined : items.flat(), problems };
}

function parseOne(file: LoadedFile, options: FileFeedOptions): Parsed {
  const text = decodeText(file.bytes, '');
  return parseText(text, { format: formatOf(file, options), url: '', file: file.name }, options);
}

function problemsOf({ path }: LoadedFile, parsed: Parsed): readonly string[] {
  return parsed.kind === 'failed' ? [failedReading(path, parsed).reason] : [];
}
