import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PageFacts, PageHeading } from './page-facts.ts';

/** A page of the live site as it was, with what to ask for to hear that it still is so. */
export interface KeptPage {
  /** Each empty where it was not sent. */
  readonly etag: string;
  readonly lastModified: string;
  readonly facts: PageFacts;
}

/** By address. */
export type KeptPages = ReadonlyMap<string, KeptPage>;

/** Raised when pages are read in another way. */
const FORMAT = 2;

/** What an earlier check kept in a file; nothing where there is none that can be read. */
export async function loadKeptPages(file: string): Promise<KeptPages> {
  try {
    const kept: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!has(kept, 'format') || kept.format !== FORMAT || !has(kept, 'pages')) return new Map();
    return new Map(entriesOf(kept.pages).flatMap(([url, page]) => entryOf(url, page)));
  } catch {
    // It only saves the site some work.
    return new Map();
  }
}

/** Keeps pages in a file, whole or not at all; rejects where it cannot be written. */
export async function saveKeptPages(file: string, pages: KeptPages): Promise<void> {
  const written = Array.from(pages, ([url, { etag, lastModified, facts }]) => [
    url,
    {
      etag,
      lastModified,
      ids: [...facts.ids],
      headings: facts.headings.map(({ text, level, id }) => [text, level, id]),
      refresh: facts.refresh,
      canonical: facts.canonical,
    },
  ]);
  const beside = `${file}.${process.pid}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(beside, JSON.stringify({ format: FORMAT, pages: Object.fromEntries(written) }));
  await rename(beside, file);
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function entryOf(url: string, page: unknown): [string, KeptPage][] {
  if (!has(page, 'etag') || !has(page, 'lastModified') || !has(page, 'refresh')) return [];
  const { etag, lastModified, refresh } = page;
  if (typeof etag !== 'string' || typeof lastModified !== 'string' || typeof refresh !== 'string') return [];
  const canonical = has(page, 'canonical') && typeof page.canonical === 'string' ? page.canonical : '';
  const ids = listIn(page, 'ids').filter((id) => typeof id === 'string');
  const headings = listIn(page, 'headings').flatMap(headingOf);
  return [[url, { etag, lastModified, facts: { ids: new Set(ids), headings, refresh, canonical } }]];
}

function listIn(page: unknown, key: string): unknown[] {
  const list: unknown = has(page, key) ? page[key] : [];
  return Array.isArray(list) ? list : [];
}

function headingOf(value: unknown): PageHeading[] {
  const [text, level, id] = Array.isArray(value) ? (value as unknown[]) : [];
  const isHeading = typeof text === 'string' && typeof level === 'number' && typeof id === 'string';
  return isHeading ? [{ text, level, id }] : [];
}

function has<Key extends string>(value: unknown, key: Key): value is Record<Key, unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key);
}
