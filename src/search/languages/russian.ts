import { stemmer } from '@orama/stemmers/russian';
import { stopwords } from '@orama/stopwords/russian';
import { stemmedLanguage } from './stemmed-language.ts';

const QUESTIONS = `как что где когда почему зачем откуда куда кто кого кому какой какая какие какое каким какую сколько чем чей
  могу может можете можем могут мочь можно нужно надо нужен нужна нужны должен должна должно должны хочу хочет хотим хотите
  хотеть сделать делать делает работает быть есть ли это этот эта эти этого того то такое такая такие если либо или и
  привет здравствуйте пожалуйста спасибо добрый день мой моя мои моего моей наш наша наши ваш ваша ваши свой своя свои своего
  своей себя который которая которое которые которого которой которых также тоже чтобы при про через после перед без для до
  из от об со ещё уже всё все весь вся всего очень просто лишь только можем возможно можно ли`;

/** Nouns and participles of verbs: `создание` and `создать`, `удалён` and `удалить` meet. */
const NOUN = /(?<=\p{L}{4}[ая])н$|(?<=\p{L}{3}[бвмпф])лен$|(?<=\p{L}{4})ен$|(?<=\p{L}{3}[бвмпф])л$/u;

/** Nouns that the stemmer takes for participles. */
const NO_VERB = /^(домен|токен)(?:а|у|ом|е|ы|ов|ам|ами|ах)?$/u;

/** Russian; ё is е. */
export const russian = stemmedLanguage({
  code: 'ru',
  script: 'other',
  stemmer: (word) => NO_VERB.exec(word)?.[1] ?? stemmer(word).replace(NOUN, ''),
  spell: (word) => word.replaceAll('ё', 'е'),
  stopWords: [...stopwords, ...QUESTIONS.split(/\s+/u)],
  telling: ['жизнь', 'сказать', 'сказал', 'сказала', 'два', 'три', 'один'],
});
