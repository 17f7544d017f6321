import { stemmer } from '@orama/stemmers/indian';
import { stopwords } from '@orama/stopwords/indian';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `कैसे क्या क्यों कब कहाँ कहां कौन कौनसा कितना कितने सकता सकते सकती हूँ हूं मैं मुझे मेरा मेरे मेरी हम हमें
  चाहिए करूँ करूं करना करने करें है हैं के का की को में से पर और या धन्यवाद नमस्ते कृपया जाता जाती जाए होगा`;

/** Hindi. */
export const hindi = stemmedLanguage({
  code: 'hi',
  script: 'other',
  stemmer,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
});
