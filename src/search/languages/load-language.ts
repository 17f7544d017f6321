import { english } from './english.ts';
import type { Language } from './language.ts';
import { neutral } from './neutral.ts';

/** Each is loaded when docs are written in it: start-up is measured in milliseconds. */
const LANGUAGES: Readonly<Record<string, () => Language | Promise<Language>>> = {
  en: () => english,
};

/** The language of a BCP 47 tag, whatever its region and script: `de-AT` is German. One that is unknown folds, but does not stem; none is English. */
export async function loadLanguage(tag: string): Promise<Language> {
  return (await LANGUAGES[primaryLanguage(tag)]?.()) ?? neutral;
}

function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/u, 1)[0] || 'en';
}
