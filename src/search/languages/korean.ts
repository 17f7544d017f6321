import { unspacedLanguage } from './unspaced-language.ts';

/** A pair that ends with a particle that ends few words otherwise, or with an ending of a verb. */
const PARTICLE = /^\p{sc=Hangul}[을를은는]$/u;

const PAIRS = new Set(
  `어떻 떻게 어디 디서 디에 무엇 엇을 언제 제나 왜요 누가 누구 얼마 얼마 마나 하나 하는 하기 하려 려면 하면 하고 하여 해서 해야 해요 하세
  세요 시오 십시 까요 나요 가요 인가 인지 는지 는데 니다 습니 합니 입니 됩니 있나 있는 있습 있어 있을 없나 없는 없습 없어 수있 할수 되나 되는
  되지 된다 싶어 싶습 어요 아요 주세 수가 수는 것을 것은 것이 방법 방식 무슨 어느 어떤 저는 제가 우리 우리 안녕 녕하 감사 사합 부탁 또는 그리
  리고 에서 으로 에게 까지 부터 처럼`.split(/\s+/u),
);

/** Korean; its particles are part of the word before, so words are searched by pairs of syllables. */
export const korean = unspacedLanguage('ko', (word) => PAIRS.has(word) || PARTICLE.test(word));
