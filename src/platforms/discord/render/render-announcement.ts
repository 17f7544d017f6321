import type { Announcement } from '../../../core/announcer.ts';
import type { Words } from '../../words/words.ts';
import { container, message, textDisplay } from './components.ts';
import type { Component, Container } from './components.ts';
import { entriesText } from './entries-text.ts';
import { entryComponents } from './entry-components.ts';
import { escapeLines } from './escape.ts';
import type { Message } from './message.ts';

export interface AnnouncementOptions {
  readonly words: Words;
  /** Number of the container, by which the message is known again. */
  readonly component: number;
}

/** A post as one container, within every limit. Pure; nothing from feeds is parsed as markup, and nobody is pinged. */
export function renderAnnouncement(
  announcement: Announcement,
  { words, component }: AnnouncementOptions,
): Message {
  return message([{ ...framed(announcement, words), id: component }]);
}

/** What a post would look like, with a line that says so above it. */
export function renderPostPreview(announcement: Announcement, words: Words): Message {
  return message([...textDisplay(escapeLines(words.changelog.preview)), framed(announcement, words)]);
}

/** The same message without its pictures; undefined where it has none. */
export function withoutPictures(message: Message): Message | undefined {
  let hasSome = false;
  const components = message.components.map((one) => {
    if (one.type !== 17) return one;
    const kept = one.components.filter(({ type }) => type !== 12);
    hasSome ||= kept.length < one.components.length;
    return { ...one, components: kept };
  });
  return hasSome ? { ...message, components } : undefined;
}

function framed(announcement: Announcement, words: Words): Container {
  return container(componentsOf(announcement, words));
}

function componentsOf(announcement: Announcement, words: Words): Component[] {
  switch (announcement.kind) {
    case 'entry':
      return entryComponents(announcement.entry, words);
    case 'entries':
      return textDisplay(entriesText(announcement, words));
  }
}
