import type { types } from '@slack/bolt';
import type { AnnouncedEntry, EntriesReply, EntryReply } from '../../../core/reply.ts';
import { entryFacts } from '../../entry-facts.ts';
import { clipped, literal } from '../../literal.ts';
import type { Words } from '../../words/words.ts';
import { answerHead, furtherBlocks, titleOf } from './answer-blocks.ts';
import type { Named } from './answer-blocks.ts';
import { cutToLimits, jsonLength } from './cut-blocks.ts';
import type { Limits } from './cut-blocks.ts';
import { fit } from './fit.ts';
import { LIMITS } from './limits.ts';
import { linkable } from './linkable.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import type { Block } from './message.ts';
import { linkRun, paragraph, textRuns } from './rich-text.ts';
import type { RichText } from './rich-text.ts';

/** What was searched for is repeated to so many characters. */
const QUERY = 150;

/** How many newer entries an answer mentions: more would bury it. */
const NEWS = 2;

/** One entry in full: title, facts, notes and picture, with a link to the whole where the notes are cut. */
export function entryBlocks({ entry }: EntryReply, words: Words, limits: Limits): Block[] {
  const address = linkable(entry.url);
  const readOn = address === undefined ? [] : [paragraph([linkRun(address, words.changelog.readAll)])];
  const before = [answerHead(named(entry, words))];
  const picture = pictureBlocks(entry);
  const excerpt = markdownBlocks(entry.excerpt.root);
  const layouts = [
    { before, readOn, after: picture },
    { before, readOn, after: [] },
    { before, readOn: [], after: [] },
  ];
  return fit({ excerpt, truncated: entry.excerpt.truncated, layouts }, limits);
}

/** Entries as links with their facts; where room is short without these, then without long links, then without any. */
export function entriesBlocks(reply: EntriesReply, words: Words, limits: Limits): Block[] {
  if (reply.entries.length === 0) return [paragraph(textRuns(entriesLabel(reply, words)))];
  let last: RichText[] = [];
  for (const shape of SHAPES) {
    last = entryList(reply, shape, words);
    if (jsonLength(last) < limits.characters && last.length <= limits.blocks) return last;
  }
  return cutToLimits(last, { ...limits, characters: limits.characters - 3 }).blocks;
}

/** What stands above entries, or instead of them where there are none. */
export function entriesLabel({ occasion, query, entries }: EntriesReply, { changelog }: Words): string {
  const asked = clipped(literal(query).trim(), QUERY);
  if (entries.length === 0) return occasion === 'found' ? changelog.noneFound(asked) : changelog.none;
  switch (occasion) {
    case 'latest':
      return changelog.latest;
    case 'found':
      return changelog.found(asked);
    case 'digest':
      return changelog.digest(entries.length);
  }
}

/** Entries about the same, beneath an answer from the docs. */
export function newsBlocks(news: readonly AnnouncedEntry[], words: Words): RichText[] {
  const entries = news.slice(0, NEWS).map((entry) => named(entry, words));
  return furtherBlocks(entries, { label: words.changelog.news, lines: true });
}

/** An entry as a section is named. */
export function named(entry: AnnouncedEntry, words: Words): Named {
  return { title: entry.title, url: entry.url, trail: [entryFacts(entry, words)], version: '' };
}

interface Shape {
  readonly facts: boolean;
  /** The longest address that is linked to. */
  readonly address: number;
  readonly title: number;
}

/** Less and less of each entry; of the last, twenty fit into any message. */
const SHAPES: readonly Shape[] = [
  { facts: true, address: LIMITS.url, title: LIMITS.section },
  { facts: false, address: LIMITS.url, title: LIMITS.section },
  { facts: false, address: 200, title: 120 },
  { facts: false, address: 0, title: 120 },
];

function entryList(reply: EntriesReply, { facts, address, title }: Shape, words: Words): RichText[] {
  const entries = reply.entries.map((entry): Named => {
    const whole = named(entry, words);
    const url = (linkable(entry.url) ?? '').length <= address ? entry.url : '';
    return { ...whole, url, title: clipped(titleOf(whole), title) };
  });
  return furtherBlocks(entries, { label: entriesLabel(reply, words), lines: facts });
}

/** Slack loads the picture, so it takes public https addresses only. */
function pictureBlocks(entry: AnnouncedEntry): types.ImageBlock[] {
  const address = linkable(entry.image);
  if (address === undefined || !/^https:/iu.test(address) || address.length > LIMITS.imageUrl) return [];
  const alt = clipped(titleOf(entry), LIMITS.alt);
  return [{ type: 'image', image_url: address, alt_text: alt }];
}
