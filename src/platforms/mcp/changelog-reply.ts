import type { CallToolResult } from '@modelcontextprotocol/server';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { EntryKey, StoredEntry } from '../../core/entry.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { joined } from './joined.ts';
import { pieceFrom } from './markdown-piece.ts';
import type { McpOptions } from './mcp-options.ts';
import { entryLinks, entryMarkdown, shownEntry, shownEntrySchema } from './shown-entry.ts';
import type { ShownEntry } from './shown-entry.ts';
import { mostThatFit, tokensOfResult } from './token-budget.ts';
import { toolError, toolResult } from './tool-result.ts';

export const changelogsOutput = z.object({
  package: z.string().describe('As it was asked for; empty for all'),
  since: z.string(),
  total: z.number().int().describe('How many entries there are in all'),
  entries: z.array(shownEntrySchema).describe('Newest first'),
  nextCursor: z.string().optional().describe('There are older ones, or more notes'),
});

type ChangelogsOutput = z.infer<typeof changelogsOutput>;

export interface ChangelogReading {
  readonly package: string;
  readonly since: string;
  readonly limit: number;
  readonly cursor: string;
  readonly maxTokens: number;
}

/** The entries of one reply: as many as fit, and of one that is too long for it alone as much as fits. */
export function showChangelog(
  entries: readonly StoredEntry[],
  reading: ChangelogReading,
  options: McpOptions,
): CallToolResult {
  const from = placeOf(entries, reading);
  if (from === undefined)
    return toolError('This `cursor` is not of this changelog. Repeat the call without it.');
  const showing: Showing = { entries, reading, options, from };
  const most = Math.min(reading.limit, entries.length - from.index);
  const fits = (result: CallToolResult): boolean => tokensOfResult(result) <= reading.maxTokens;
  const count = mostThatFit(most, (number) => fits(upTo(number, showing)));
  if (count > 0 || most === 0) return upTo(count, showing);
  const notes = entries[from.index]?.markdown ?? '';
  const piece = pieceFrom(notes, from.offset, (one) => fits(onlyPart(one, showing)));
  return onlyPart(piece, showing);
}

/** An entry, and how much of its notes was read before. */
interface Place {
  readonly index: number;
  readonly offset: number;
}

interface Showing {
  readonly entries: readonly StoredEntry[];
  readonly reading: ChangelogReading;
  readonly options: McpOptions;
  readonly from: Place;
}

/** By the entry rather than its number: new ones come in at the beginning at any time. */
function placeOf(entries: readonly StoredEntry[], reading: ChangelogReading): Place | undefined {
  if (reading.cursor === '') return { index: 0, offset: 0 };
  const position = decodeCursor(reading.cursor, cursorOf(reading));
  const [mark, digits] = position.kind === 'at' ? position.at.split(':', 2) : [];
  const index = entries.findIndex((entry) => markOf(entry) === mark);
  const offset = Number(digits);
  return index === -1 || !Number.isSafeInteger(offset) ? undefined : { index, offset };
}

function cursorOf({ package: name, since }: ChangelogReading): readonly string[] {
  return ['changelogs', name.toLowerCase(), since];
}

function markOf({ feed, id }: EntryKey): string {
  return createHash('sha256')
    .update(JSON.stringify([feed, id]))
    .digest('base64url')
    .slice(0, 12);
}

function upTo(count: number, showing: Showing): CallToolResult {
  const { entries, from, options } = showing;
  const shown = entries
    .slice(from.index, from.index + count)
    .map((entry, index) =>
      shownEntry(options.show(entry), entry.markdown.slice(index === 0 ? from.offset : 0)),
    );
  return result(shown, { index: from.index + count, offset: 0 }, showing);
}

function onlyPart({ markdown, next }: ReturnType<typeof pieceFrom>, showing: Showing): CallToolResult {
  const { entries, from, options } = showing;
  const entry = entries[from.index];
  if (entry === undefined) return result([], from, showing);
  const following =
    next === undefined ? { index: from.index + 1, offset: 0 } : { index: from.index, offset: next };
  return result([shownEntry(options.show(entry), markdown)], following, showing);
}

function result(shown: readonly ShownEntry[], next: Place, { entries, reading }: Showing): CallToolResult {
  const following = entries[next.index];
  const cursor =
    following === undefined ? '' : encodeCursor(`${markOf(following)}:${next.offset}`, cursorOf(reading));
  const output: ChangelogsOutput = {
    package: reading.package,
    since: reading.since,
    total: entries.length,
    entries: [...shown],
    ...(cursor === '' ? {} : { nextCursor: cursor }),
  };
  return toolResult({ markdown: changelogMarkdown(output), structured: output, links: entryLinks(shown) });
}

function changelogMarkdown(output: ChangelogsOutput): string {
  const { total, entries, nextCursor, since } = output;
  const about = [output.package, since === '' ? '' : `since ${since}`]
    .filter((part) => part !== '')
    .join(' ');
  return joined([
    about === '' ? '# Changelog' : `# Changelog: ${about}`,
    total === 0 ? 'Nothing is newer than that.' : '',
    ...entries.map(entryMarkdown),
    '---',
    nextCursor === undefined ? '' : `Older entries: the same call with cursor \`${nextCursor}\`.`,
  ]);
}
