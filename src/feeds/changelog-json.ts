import { absoluteUrl } from './absolute-url.ts';
import { MOST_ITEMS } from './feed-item.ts';
import type { FeedItem } from './feed-item.ts';
import type { EntryMap } from './feed-options.ts';
import { markdownNotes } from './markdown-notes.ts';
import type { Parsed } from './parse-feed.ts';
import { pictureAddress } from './picture-address.ts';
import { readDate } from './read-date.ts';
import { readVersion } from './release-facts.ts';
import { plainTitle } from './text-of-html.ts';

/** Reads a list of entries in JSON, each mapped by keys; relative addresses are relative to `base`, which may be empty. */
export function parseChangelogJson(text: string, map: EntryMap, base: string): Parsed {
  const read = readJson(text);
  if (read === undefined) return notParsed('is no JSON', 'mend the file, or set format');
  const list = valueAt(read.value, map.entries);
  if (!Array.isArray(list)) {
    const where = map.entries === '' ? '' : ` at ${map.entries}`;
    return notParsed(`has no list of entries${where}`, 'say in map.entries where the list is');
  }
  const values: readonly unknown[] = list.slice(0, MOST_ITEMS + 1);
  const items = values.map((value) => itemOf(isRecord(value) ? value : {}, map, base));
  return { kind: 'items', items };
}

function notParsed(what: string, remedy: string): Parsed {
  return { kind: 'failed', what, remedy };
}

/** Undefined for what is no JSON. */
function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a dotted path; the value itself for the empty path. */
function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        (isRecord(inner) || Array.isArray(inner)) && Object.hasOwn(inner, key)
          ? (inner as Fields)[key]
          : undefined,
      value,
    );
}

function itemOf(value: Fields, map: EntryMap, base: string): FeedItem {
  const link = absoluteUrl(textAt(value, map.url), base);
  const version = textAt(value, map.version);
  return {
    guid: textAt(value, map.id),
    link,
    title: plainTitle(textAt(value, map.title)) || plainTitle(version),
    at: dateAt(value, map.date),
    notes: () => markdownNotes(notesAt(value, map.notes), link || base),
    release: { version: readVersion(version), package: textAt(value, map.package), tag: version },
    image: pictureAddress(textAt(value, map.image), link || base),
  };
}

/** Empty where there is no text or number. */
function textAt(value: Fields, path: string): string {
  return path === '' ? '' : asText(valueAt(value, path));
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** Seconds are below this, milliseconds above. */
const MILLISECONDS = 100_000_000_000;

function dateAt(value: Fields, path: string): Date | undefined {
  const date = path === '' ? undefined : valueAt(value, path);
  if (typeof date !== 'number') return readDate(asText(date));
  const at = new Date(date < MILLISECONDS ? date * 1000 : date);
  return date > 0 && at.getUTCFullYear() <= 2200 ? at : undefined;
}

/** One text is Markdown; several are the items of a list, unless they are blocks themselves. */
function notesAt(value: Fields, path: string): string {
  const notes = path === '' ? '' : valueAt(value, path);
  if (!Array.isArray(notes)) return asText(notes);
  const texts = notes.map(asText).filter((text) => text !== '');
  if (texts.length < 2 || texts.some((text) => text.includes('\n'))) return texts.join('\n\n');
  return texts.map((text) => (/^[-*+] /u.test(text) ? text : `- ${text}`)).join('\n');
}
