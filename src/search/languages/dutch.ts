import { stemmer } from '@orama/stemmers/dutch';
import { stopwords } from '@orama/stopwords/dutch';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `hoe wat waar wanneer waarom wie welk welke waarmee waarvoor waarop waarin waaraan hoeveel kan kun kunt kunnen
  mag mogen moet moeten wil willen wilt zou zouden zal zullen doe doet doen gaat gaan ga lukt werkt is ben bent zijn wordt
  worden hallo hoi dag bedankt dank alsjeblieft alstublieft graag even eigenlijk gewoon dan dus ergens iemand niemand iets niets
  elk elke ieder iedere alle jouw jullie je we wij jij hij het 't m'n z'n onze ons hun hen binnen buiten tijdens tussen via
  vanaf volgens per sinds indien zodat zoals zowel ja nee er d'r van uit mogelijk mee af laat laten heb`;

/** Participles of verbs in two parts, plurals in -s after a vowel. */
const spell = replacing([
  [/^(aan|af|door|in|mee|na|om|op|samen|terug|toe|uit|vast|voor|weer|weg)ge(\p{L}{3,}(?:t|d|en))$/u, '$1$2'],
  [/(?<=\p{L}{2}[aiouy])s$/u, ''],
]);

/** The -t and -d of verbs: `verwijderd` and `verwijderen`, `beheert` and `beheren` meet. */
const VERB = /(?<=\p{L}{4}[^aeiouy])(?:dt|t|d)$/u;

/** Dutch; the ligature of i and j is two letters. */
export const dutch = stemmedLanguage({
  code: 'nl',
  script: 'Latin',
  stemmer: stemOf,
  spell,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  joints: ['', 's', 'en', 'n', 'e', 'er'],
});

function stemOf(word: string): string {
  const stem = stemmer(word);
  const verb = stem.replace(VERB, '');
  return (verb === stem ? stem : stemmer(verb)).replace(/([^aeiouy])\1$/u, '$1');
}
