import { unspacedLanguage } from './unspaced-language.ts';

/** A pair with one of these is a seam, or part of such as 什么 and 我们. */
const FUNCTION = /[的如何才吗么呢吧啊呀嘛嗎麼的了们們你您我怎谁誰哪這这那]/u;

const PAIRS = new Set(
  `如何 怎样 怎樣 为何 為何 何时 何時 何处 可以 可否 能否 能够 能夠 是否 是不 不是 有没 有沒 沒有 没有 需要 想要 应该 應該 应当 必须 必須
  如果 请问 請問 您好 谢谢 謝謝 什么 為什 为什 一下 一个 一個 关于 關於 以及 或者 并且 但是 因为 因為 所以 方法 办法 可能 不能 无法 無法`.split(
    /\s+/u,
  ),
);

/** Chinese, in either script. */
export const chinese = unspacedLanguage('zh', (word) => PAIRS.has(word) || FUNCTION.test(word));
