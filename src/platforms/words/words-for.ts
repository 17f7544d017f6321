import { ENGLISH } from './english.ts';
import type { Words } from './words.ts';

/** Signpost's words in the language of a locale of Discord's, such as `de`; English where there is no translation. */
export function wordsFor(_locale: string): Words {
  return ENGLISH;
}
