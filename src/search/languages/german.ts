import { stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `wie wo was wer wen wem wann warum wieso weshalb wozu womit wofür wodurch woran worauf wohin woher wovon
  welche kann können könnt könnte könnten geht gehts gibt gibts mache machen macht machst tun tut muss müssen darf dürfen soll
  sollen sollten möchte möchten will lässt lassen funktioniert bitte danke hallo hi hey moin guten tag mal eigentlich denn
  irgendwie irgendwo etwas jemand niemand mehr bereits immer wurde wurden worden sei seid wäre wären hätte hätten haben
  ja nein dafür daran darauf dabei davon damit daher deshalb wegen bzw usw per ab bis je beim vom zum zur ans ins im am
  sowie falls außerdem dort hier ganz gern gerne möglich`;

/**
 * Snowball's rules for `ae`, `oe` and `ue` (its German stemmer of 2024), but that a final `ue` stays, which is English;
 * then what its stemmer leaves apart: verbs in -ieren with their nouns, participles with their infinitives,
 * short nouns in -ung, plurals in -n and -s.
 */
const spell = replacing([
  [/ae/gu, 'ä'],
  [/oe/gu, 'ö'],
  [/(?<![aeiouyäöüq])ue(?!s?$)/gu, 'ü'],
  [/(?<=\p{L}{4})ation(?:en|s)?$/u, 'ier'],
  [/(?<=\p{L}{3})ier(?:e|en|st|t|te|ten|ter|tes|tem|end|ende|enden|ung|ungen|bar|bare|baren)$/u, 'ier'],
  [
    /^(ab|an|auf|aus|bei|durch|ein|fest|frei|her|hin|hinzu|los|mit|nach|um|vor|weg|weiter|wieder|zu|zurück|zusammen)(?:ge|zu)(\p{L}{3,}(?:t|en))$/u,
    '$1$2',
  ],
  [/^ge(\p{L}{4,}t)$/u, '$1'],
  [/(?<=\p{L}{4})ung(?:en|s)?$/u, ''],
  [/(?<=el)n$/u, ''],
  [/(?<=\p{L}{2}[aiouy])s$/u, ''],
]);

/** The -t and -et of verbs: `erstellt` and `erstellen`, `verwaltet` and `Verwaltung` meet. */
const VERB = /(?<=\p{L}{4}[^aeiouyäöü])t$|(?<=\p{L}{3}[dt])et$/u;

/** German; `über`, `ueber` and `uber` are one word, and so are `groß` and `gross`. */
export const german = stemmedLanguage({
  code: 'de',
  script: 'Latin',
  stemmer: stemOf,
  spell,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  joints: ['', 's', 'n', 'en', 'es', 'er', 'e'],
});

function stemOf(word: string): string {
  const stem = stemmer(word);
  const verb = stem.replace(VERB, '').replace(VERB, '');
  return verb === stem ? stem : stemmer(verb);
}
