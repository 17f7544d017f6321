import type { Announcement } from '../../../core/announcer.ts';
import { ENGLISH } from '../../words/english.ts';
import type { Words } from '../../words/words.ts';
import { entriesBlocks, entryBlocks } from './entry-blocks.ts';
import { fallbackText } from './fallback-text.ts';
import { MESSAGE } from './fit.ts';
import type { Message } from './message.ts';

/** What is posted in a channel by itself: the same as a reply, without buttons. */
export function renderAnnouncement(announcement: Announcement, words: Words = ENGLISH): Message {
  const blocks =
    announcement.kind === 'entry'
      ? entryBlocks(announcement, words, MESSAGE)
      : entriesBlocks(announcement, words, MESSAGE);
  return { text: fallbackText(announcement, '', words), blocks };
}

/** A message without its pictures; undefined where it has none. */
export function withoutPictures(message: Message): Message | undefined {
  const blocks = message.blocks.filter(({ type }) => type !== 'image');
  return blocks.length === message.blocks.length ? undefined : { ...message, blocks };
}
