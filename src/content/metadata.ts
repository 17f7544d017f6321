import type { FrontmatterKeys } from './collection-rules.ts';

/** What frontmatter says of a page; empty for what it does not say. */
export interface Metadata {
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly slug: string;
  readonly hidden: boolean;
}

type Data = Readonly<Record<string, unknown>>;

/** All files are asked for theirs whenever one changes. */
const known = new WeakMap<Data, { readonly keys: FrontmatterKeys; readonly metadata: Metadata }>();

/** Reads frontmatter by the keys that the collection uses. */
export function metadataOf(data: Data, keys: FrontmatterKeys): Metadata {
  const before = known.get(data);
  if (before?.keys === keys) return before.metadata;
  const metadata = readMetadata(data, keys);
  known.set(data, { keys, metadata });
  return metadata;
}

function readMetadata(data: Data, keys: FrontmatterKeys): Metadata {
  return {
    title: firstText(data, keys.title),
    description: firstText(data, keys.description),
    keywords: keys.keywords.flatMap((key) => listOf(data[key])),
    slug: firstText(data, keys.slug),
    hidden: keys.hidden.some((key) => data[key] === true),
  };
}

function firstText(data: Data, keys: readonly string[]): string {
  return keys.map((key) => textOf(data[key])).find((text) => text !== '') ?? '';
}

/** A title may be a number or a date in YAML, and still is one. */
function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
}

function listOf(value: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === 'string'
      ? value.split(',')
      : [];
  return values.map(textOf).filter((text) => text !== '');
}
