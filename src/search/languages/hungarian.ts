import { stemmer } from '@orama/stemmers/hungarian';
import { stopwords } from '@orama/stopwords/hungarian';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `hogyan hogy mi mit miért mikor hol hova honnan ki kit melyik mennyi lehet tudok tudom tud kell kellene szeretném akarok
  van vannak nincs kérem köszönöm szia működik csinál`;

/** Hungarian. */
export const hungarian = stemmedLanguage({
  code: 'hu',
  script: 'Latin',
  stemmer,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  telling: ['cikk', 'cikkek', 'cikkeket'],
  joints: [''],
});
