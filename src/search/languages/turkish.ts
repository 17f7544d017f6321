import { stemmer } from '@orama/stemmers/turkish';
import { stopwords } from '@orama/stopwords/turkish';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `nasıl ne neden niçin niye nerede nereden nereye zaman hangi kim kaç mı mi mu mü musun misin miyim mıyım edebilirim
  yapabilirim yapılır edilir edebilir miyim olur oluyor istiyorum lazım gerekir gerekli var yok merhaba selam teşekkürler lütfen
  ben bana beni benim`;

/** Turkish, whose I is no i; a suffix of a name stands behind an apostrophe. */
export const turkish = stemmedLanguage({
  code: 'tr',
  script: 'Latin',
  // Once for the case, and once for the possessive that the stemmer sees in the vowel before it.
  stemmer: (word) => stemmer(stemmer(word)),
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  lower: (word) =>
    word
      .replace(/['’].*$/u, '')
      .replaceAll('İ', 'i')
      .replaceAll('I', 'ı')
      .toLowerCase(),
});
