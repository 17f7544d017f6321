import { stemmer } from '@orama/stemmers/portuguese';
import { stopwords } from '@orama/stopwords/portuguese';
import { replacing } from './replacing.ts';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `como onde aonde quando porque porquê por que quê qual quais quem quanto quanta quantos quantas posso pode
  podem podemos poder poderia consigo consegue conseguir preciso precisa deve devo devem dever deveria quero quer querem querer
  queria gostaria faço faz fazem fazer feito funciona serve existe possível olá oi obrigado obrigada favor bom dia
  então assim aqui ali lá cada ainda algum alguma alguns algumas alguém algo nada ninguém nenhum nenhuma outro outra outros
  outras todo toda todos todas tudo tão tanto sobre sob sempre nunca se sim porém pois desde durante ser estar ter haver vai vou
  vão ir dar dá via através apenas onde cujo cuja`;

/** Accents that people leave out, plurals in -ões and -ns, English plurals, and a noun that the stemmer parts from its verb. */
const spell = replacing([
  [/cao$/u, 'ção'],
  [/coes$/u, 'ções'],
  [/sao$/u, 'são'],
  [/soes$/u, 'sões'],
  [/[õã]es$/u, 'ão'],
  [/(?<=\p{L}{2})ns?$/u, 'm'],
  [/(?<=\p{L}{2}[^aeosáéóãõâêô])s$/u, ''],
  [/^(re)?cria(?:ção|ções)$/u, '$1criar'],
]);

/** Portuguese, of Portugal and of Brazil. */
export const portuguese = stemmedLanguage({
  code: 'pt',
  script: 'Latin',
  stemmer,
  spell,
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
});
