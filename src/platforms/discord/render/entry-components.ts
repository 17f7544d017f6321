import type { AnnouncedEntry } from '../../../core/reply.ts';
import type { Words } from '../../words/words.ts';
import { linkable } from './address.ts';
import { titleLink, titleOf } from './answer-text.ts';
import { picture } from './components.ts';
import type { Component } from './components.ts';
import { factsOf } from './entries-text.ts';
import { escapeText } from './escape.ts';
import { fit } from './fit.ts';
import { LIMITS } from './limits.ts';
import { markdownParts } from './markdown-parts.ts';
import { drawn } from './runs.ts';

/** An entry of a changelog in full: its title as a link, what there is to know of it, its notes and its picture. */
export function entryComponents(entry: AnnouncedEntry, words: Words): Component[] {
  const { excerpt, image } = entry;
  const facts = factsOf(entry, words);
  const head = [`### ${titleLink(entry)}`, ...(facts === '' ? [] : [`-# ${escapeText(facts)}`])].join('\n');
  const below = picture(image, titleOf(entry));
  return fit({
    excerpt: markdownParts(excerpt.root),
    truncated: excerpt.truncated,
    most: LIMITS.text,
    layouts: [{ above: [], head, readOn: readAllLink(entry, words), below }],
  });
}

/** Leads to the whole entry; empty where its address is no link in Discord. */
function readAllLink({ url }: AnnouncedEntry, { changelog }: Words): string {
  const address = linkable(url);
  return address === undefined ? '' : drawn([{ text: changelog.readAll, style: {}, url: address }]);
}
