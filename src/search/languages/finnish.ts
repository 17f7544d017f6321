import { stemmer } from '@orama/stemmers/finnish';
import { stopwords } from '@orama/stopwords/finnish';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `miten kuinka mitä missä mistä mihin milloin miksi kuka mikä mitkä millainen voinko voiko voin voit voi voimme voivat
  pitää pitäisi täytyy haluan saanko saako onko kiitos hei moi myös vain jo aina ei koskaan jokin joku tehdä teen toimii löytyy
  olevan olla ollut sekä sen sitten siis lisäksi mutta kun jos`;

/** Nouns in -us and -ys: `asetus` and `asetukset` meet. */
const NOUN = /([uy])ks$/u;

/** Finnish. */
export const finnish = stemmedLanguage({
  code: 'fi',
  script: 'Latin',
  stemmer: (word) => stemmer(stemmer(word)).replace(NOUN, '$1s'),
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  joints: ['', 'n', 's'],
});
