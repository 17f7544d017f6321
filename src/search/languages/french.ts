import { stemmer } from '@orama/stemmers/french';
import { stopwords } from '@orama/stopwords/french';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `comment où quand pourquoi combien quel quelle quels quelles lequel laquelle quoi qui est-ce peut peux puis
  pouvez pouvons peuvent pourrait pourrais pourriez pouvoir faut doit dois devez devoir devrait veux veut voulez voudrais
  vouloir fait faire fais faites fonctionne marche bonjour salut merci svp plaît plait s'il vous si oui non ça cela donc alors
  ainsi aussi car chaque comme déjà depuis dont encore entre être avoir afin après avant lors lorsque plus moins puisque
  quelque quelques quelqu'un rien sous tous tout toute toutes très trop vers voici voilà y a-t-il possible permet sert via
  chez contre dès jusque jusqu lorsqu puisqu quoiqu aujourd'hui`;

/** Plurals that the stemmer leaves, and words that would fall together with others, or apart from their own. */
const spell = replacing([
  [/(?<=\p{L}{2}[aiou])s$/u, ''],
  [/^(?:re)?cr[ée]ations?$/u, 'créer'],
]);

/** `utilisateur` is not `utiliser`. */
const USER = /^utilisat(?:eur|rice)s?$/u;

/** French; an elided article or pronoun is no part of the word. */
export const french = stemmedLanguage({
  code: 'fr',
  script: 'Latin',
  stemmer: (word) => (USER.test(word) ? 'utilisateur' : stemmer(word)),
  spell,
  elision: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)['’](?=\p{L})/iu,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
});
