import { english } from './english.ts';
import type { Language } from './language.ts';
import { neutral } from './neutral.ts';

/** Each is loaded when docs are written in it: start-up is measured in milliseconds. */
const LANGUAGES = new Map<string, () => Promise<Language>>([
  ['ar', async () => (await import('./arabic.ts')).arabic],
  ['da', async () => (await import('./danish.ts')).danish],
  ['de', async () => (await import('./german.ts')).german],
  ['el', async () => (await import('./greek.ts')).greek],
  ['en', () => Promise.resolve(english)],
  ['es', async () => (await import('./spanish.ts')).spanish],
  ['fi', async () => (await import('./finnish.ts')).finnish],
  ['fr', async () => (await import('./french.ts')).french],
  ['hi', async () => (await import('./hindi.ts')).hindi],
  ['hu', async () => (await import('./hungarian.ts')).hungarian],
  ['id', async () => (await import('./indonesian.ts')).indonesian],
  ['it', async () => (await import('./italian.ts')).italian],
  ['ja', async () => (await import('./japanese.ts')).japanese],
  ['ko', async () => (await import('./korean.ts')).korean],
  ['nb', async () => (await import('./norwegian.ts')).norwegian],
  ['nl', async () => (await import('./dutch.ts')).dutch],
  ['nn', async () => (await import('./norwegian.ts')).norwegian],
  ['no', async () => (await import('./norwegian.ts')).norwegian],
  ['pt', async () => (await import('./portuguese.ts')).portuguese],
  ['ro', async () => (await import('./romanian.ts')).romanian],
  ['ru', async () => (await import('./russian.ts')).russian],
  ['sv', async () => (await import('./swedish.ts')).swedish],
  ['th', async () => (await import('./thai.ts')).thai],
  ['tr', async () => (await import('./turkish.ts')).turkish],
  ['uk', async () => (await import('./ukrainian.ts')).ukrainian],
  ['zh', async () => (await import('./chinese.ts')).chinese],
]);

/**
 * The language of a BCP 47 tag, whatever its region and script: `de-AT` is German. One that is unknown folds, but does not
 * stem; an empty tag is English.
 */
export async function loadLanguage(tag: string): Promise<Language> {
  const [primary = ''] = tag.toLowerCase().split(/[-_]/u, 1);
  const load = LANGUAGES.get(primary || 'en');
  return load === undefined ? neutral : await load();
}
