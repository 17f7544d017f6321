import { stemmer } from '@orama/stemmers/indonesian';
import { stopwords } from '@orama/stopwords/indonesian';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `bagaimana apa apakah mengapa kenapa kapan di mana siapa berapa cara bisa dapat harus ingin saya kami tolong halo
  terima kasih`;

/** Indonesian. */
export const indonesian = stemmedLanguage({
  code: 'id',
  script: 'Latin',
  stemmer,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
});
