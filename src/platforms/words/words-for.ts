import { BRAZILIAN_PORTUGUESE } from './brazilian-portuguese.ts';
import { CHINESE } from './chinese.ts';
import { ENGLISH } from './english.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { JAPANESE } from './japanese.ts';
import { SPANISH } from './spanish.ts';
import type { Words } from './words.ts';

export interface Language {
  readonly words: Words;
  /** Discord's names of the locales that it serves: https://docs.discord.com/developers/reference#locales */
  readonly locales: readonly string[];
}

/** The languages that there are words in, English first. */
export const LOCALES: readonly Language[] = [
  { words: ENGLISH, locales: ['en-US', 'en-GB'] },
  { words: GERMAN, locales: ['de'] },
  { words: SPANISH, locales: ['es-ES', 'es-419'] },
  { words: FRENCH, locales: ['fr'] },
  { words: JAPANESE, locales: ['ja'] },
  { words: BRAZILIAN_PORTUGUESE, locales: ['pt-BR'] },
  // Simplified characters read better than English where traditional ones are written.
  { words: CHINESE, locales: ['zh-CN', 'zh-TW'] },
];

/** Signpost's words in the language of one of Discord's locales, such as `de`; English where there is no translation. */
export function wordsFor(locale: string): Words {
  return LOCALES.find(({ locales }) => locales.includes(locale))?.words ?? ENGLISH;
}
