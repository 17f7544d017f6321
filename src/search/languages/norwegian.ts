import { stemmer } from '@orama/stemmers/norwegian';
import { stopwords } from '@orama/stopwords/norwegian';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `hvordan hva hvor når hvorfor hvem hvilken hvilket hvilke kan kunne må skal bør vil gjør gjøre gjort går virker finnes
  hei takk vennligst bare også allerede alltid aldri noe noen ingenting ingen man selv via hos under uten per samt fordi derfor
  dette denne disse blir ble ha mulig`;

const spell = replacing([
  [/ae/gu, 'æ'],
  [/oe(?!s?$)/gu, 'ø'],
  [/aa/gu, 'å'],
  [/erne$/u, 'ere'],
  [/(?<=\p{L}{2}[aiouy])s$/u, ''],
]);

/** Nouns of verbs: `tilbakestilling` and `tilbakestille` meet, and `slett` and `slet`. */
const ending = replacing([
  [/(?<=\p{L}{4})ing$/u, ''],
  [/([^aeiouyæøå])\1$/u, '$1'],
]);

/** Norwegian, Bokmål and Nynorsk; `æ`, `ø` and `å` may be written `ae`, `oe` and `aa`. */
export const norwegian = stemmedLanguage({
  code: 'no',
  script: 'Latin',
  stemmer: (word) => ending(stemmer(stemmer(word))),
  spell,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  joints: ['', 's', 'e'],
});
