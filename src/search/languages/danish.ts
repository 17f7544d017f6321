import { stemmer } from '@orama/stemmers/danish';
import { stopwords } from '@orama/stopwords/danish';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `hvordan hvad hvor hvornår hvorfor hvem hvilken hvilket hvilke kan kunne må skal bør vil gør gøre gjort går virker
  findes hej tak venligst lige bare også allerede altid aldrig noget nogen intet ingen man selv via hos under uden per samt
  fordi derfor dette denne disse bliver blev have muligt`;

const spell = replacing([
  [/ae/gu, 'æ'],
  [/oe(?!s?$)/gu, 'ø'],
  [/aa/gu, 'å'],
  [/erne$/u, 'ere'],
  [/(?<=\p{L}{2}[aiouy])s$/u, ''],
]);

/** Nouns of verbs: `nulstilling` and `nulstille` meet. */
const ending = replacing([
  [/(?<=\p{L}{4})ing$/u, ''],
  [/([^aeiouyæøå])\1$/u, '$1'],
]);

/** Danish; `æ`, `ø` and `å` may be written `ae`, `oe` and `aa`. */
export const danish = stemmedLanguage({
  code: 'da',
  script: 'Latin',
  stemmer: (word) => ending(stemmer(stemmer(word))),
  spell,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  joints: ['', 's', 'e'],
});
