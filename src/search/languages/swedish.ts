import { stemmer } from '@orama/stemmers/swedish';
import { stopwords } from '@orama/stopwords/swedish';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `hur vad var vart varifrån när varför vem vilka vilken vilket kan kunna måste ska skall bör får vill behöver gör göra
  gjort går funkar fungerar finns hej tack snälla ens bara inte även också redan alltid aldrig någonting ingenting man sin
  själv via hos under utan per samt eftersom därför detta denna dessa något några är blir blev ha har hade möjligt`;

const spell = replacing([[/(?<=\p{L}{2}[aiouy])s$/u, '']]);

/** Nouns of verbs: `återställning` and `återställa` meet. */
const NOUN = /(?<=\p{L}{4})n?ing$/u;

/** Swedish. */
export const swedish = stemmedLanguage({
  code: 'sv',
  script: 'Latin',
  stemmer: (word) => stemmer(word).replace(NOUN, ''),
  spell,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  joints: ['', 's', 'e', 'o', 'u', 'a'],
});
