import { stemmer } from '@orama/stemmers/romanian';
import { stopwords } from '@orama/stopwords/romanian';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `cum ce unde când cand de ce cine care cât câte pot poate putem puteți trebuie vreau vrea fac face funcționează există
  bună salut mulțumesc rog vă este sunt`;

/** Romanian. */
export const romanian = stemmedLanguage({
  code: 'ro',
  script: 'Latin',
  stemmer,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
});
