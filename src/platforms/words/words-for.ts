import { ENGLISH } from './english.ts';
import type { Words } from './words.ts';

export interface Language {
  readonly words: Words;
  /** Discord's names of the locales that it serves: https://docs.discord.com/developers/reference#locales */
  readonly locales: readonly string[];
}

/** The languages that there are words in, English first. */
export const LOCALES: readonly Language[] = [{ words: ENGLISH, locales: ['en-US', 'en-GB'] }];

/** Signpost's words in the language of one of Discord's locales, such as `de`; English where there is no translation. */
export function wordsFor(locale: string): Words {
  return LOCALES.find(({ locales }) => locales.includes(locale))?.words ?? ENGLISH;
}
