import type { AnnouncedEntry, EntriesReply } from '../../../core/reply.ts';
import { entryFacts } from '../../entry-facts.ts';
import { clipped, literal } from '../../literal.ts';
import type { Words } from '../../words/words.ts';
import { linkable } from './address.ts';
import { titleOf } from './answer-text.ts';
import { atLineStart, escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import { drawn } from './runs.ts';

/** What was searched for is repeated to so many characters. */
const QUERY = 150;
const FACTS = 200;

/** How much of each entry is shown. */
interface Detail {
  readonly facts: boolean;
  readonly links: boolean;
  /** The most characters of a title. */
  readonly title: number;
}

/** The fullest first. Of the last, twenty entries always fit: escaped, a title takes at most twice its room. */
const DETAILS: readonly Detail[] = [
  { facts: true, links: true, title: 200 },
  { facts: false, links: true, title: 200 },
  { facts: false, links: true, title: 80 },
  { facts: false, links: false, title: 200 },
  { facts: false, links: false, title: 80 },
];

/** Entries as links with a line above them, in at most so many characters. */
export function entriesText(reply: EntriesReply, words: Words, room: number = LIMITS.text): string {
  const label = atLineStart(escapeText(labelOf(reply, words)));
  const { entries } = reply;
  if (entries.length === 0) return label;
  const texts = DETAILS.map((detail) => () => listOf(entries, detail, words));
  const [fullest] = texts;
  const fitting = texts.find((text) => label.length + 1 + text().length <= room);
  const list = fitting?.() ?? beginningOf(fullest?.() ?? '', room - label.length - 1);
  return `${label}\n${list}`;
}

function labelOf({ occasion, query, entries }: EntriesReply, { changelog }: Words): string {
  const asked = clipped(literal(query).trim(), QUERY);
  switch (occasion) {
    case 'latest':
      return entries.length === 0 ? changelog.none : changelog.latest;
    case 'found':
      return entries.length === 0 ? changelog.noneFound(asked) : changelog.found(asked);
    case 'digest':
      return changelog.digest(entries.length);
  }
}

function listOf(entries: readonly AnnouncedEntry[], detail: Detail, words: Words): string {
  return entries.map((entry) => itemOf(entry, detail, words)).join('\n');
}

/** A line of a list that leads to an entry, with what there is to know of it beneath. */
export function itemOf(entry: AnnouncedEntry, { facts, links, title }: Detail, words: Words): string {
  const text = clipped(titleOf(entry), title);
  const line = `- ${drawn([{ text, style: {}, url: links ? linkable(entry.url) : undefined }])}`;
  const known = facts ? factsOf(entry, words) : '';
  return known === '' ? line : `${line}\n  ${drawn([{ text: known, style: { italic: true } }])}`;
}

/** What there is to know of an entry; names of feeds and packages may be of any length. */
export function factsOf(entry: AnnouncedEntry, words: Words): string {
  return clipped(entryFacts(entry, words), FACTS);
}

/** The first lines that fit. */
function beginningOf(text: string, room: number): string {
  return text.length <= room ? text : text.slice(0, text.lastIndexOf('\n', room));
}
