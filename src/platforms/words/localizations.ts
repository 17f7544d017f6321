import { LOCALES } from './words-for.ts';
import type { Words } from './words.ts';

/** A text for each of Discord's locales but the English ones, which take the text itself: `name_localizations` and the like. */
export function localizations(pick: (words: Words) => string): Record<string, string> {
  const [, ...others] = LOCALES;
  return Object.fromEntries(
    others.flatMap(({ words, locales }) => locales.map((locale) => [locale, pick(words)])),
  );
}
