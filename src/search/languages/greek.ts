import { stemmer } from '@orama/stemmers/greek';
import { stopwords } from '@orama/stopwords/greek';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `πώς πως τι πού που πότε γιατί ποιος ποια ποιο ποιοι πόσο πόσα μπορώ μπορεί μπορούμε μπορείτε πρέπει θέλω θέλει κάνω
  κάνει γίνεται υπάρχει υπάρχουν λειτουργεί γεια ευχαριστώ παρακαλώ είναι είμαι έχω έχει ένα ένας μια η ο το οι τα`;

/** Greek. */
export const greek = stemmedLanguage({
  code: 'el',
  script: 'other',
  stemmer,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
});
