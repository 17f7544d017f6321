import { unspacedLanguage } from './unspaced-language.ts';

/** Endings and particles are written in Hiragana alone; words with a meaning of their own rarely are. */
const HIRAGANA = /^\p{sc=Hiragana}+$/u;
/** A particle and what it stands by. */
const SEAM = /^[をはがのにでとへもやか][^\p{sc=Hiragana}]|^[^\p{sc=Hiragana}][をはがのにでとへもや]$/u;
/** 方法, 時 and the like ask for a way to do it. */
const PAIRS = new Set([
  '方法',
  '場合',
  '可能',
  '何故',
  '何処',
  '何時',
  '教え',
  'る方',
  'い方',
  'する',
  'たい',
]);

/** Japanese. */
export const japanese = unspacedLanguage(
  'ja',
  (word) => HIRAGANA.test(word) || SEAM.test(word) || PAIRS.has(word),
);
