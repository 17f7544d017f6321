import { stemmer } from '@orama/stemmers/italian';
import { stopwords } from '@orama/stopwords/italian';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `come dove quando perché cosa cos che chi quale quali qual quanto posso può puoi possiamo potete possono potrei
  potrebbe poter potere devo deve devi dobbiamo dovete devono dovrei dovrebbe dover dovere voglio vuole vuoi vorrei volere
  serve serva bisogna occorre fare fatto funziona esiste c'è ci sono sia ciao salve grazie favore buongiorno per piacere
  allora anche ancora assai così da dopo dunque durante e ed essere avere fino già invece lì là mai mentre meno molto molta
  molti molte nessun nessuno nessuna niente nulla o od ogni oppure ora ovvero poco poi prima proprio pure qualche qualcosa
  qualcuno qui qua quindi se sé sempre senza sì solo soltanto sotto sopra stesso stessa stessi stesse tra fra troppo via
  viene vengono andare va vanno possibile`;

/** English plurals, and nouns that the stemmer parts from their verb or takes for one. */
const spell = replacing([
  [/(?<=\p{L}{2}[^aeiouàèéìòù])s$/u, ''],
  [/^(ri)?creazion[ei]$/u, '$1creare'],
  [/^chiavi$/u, 'chiave'],
]);

/** Italian; an elided article or preposition is no part of the word. */
export const italian = stemmedLanguage({
  code: 'it',
  script: 'Latin',
  stemmer,
  spell,
  elision:
    /^(?:[cdlmnstv]|un|gl|all|dall|dell|nell|sull|coll|quest|quell|bell|sant|anch|com|cos|dov|quand|senz|tutt|mezz|nient)['’](?=\p{L})/iu,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
});
