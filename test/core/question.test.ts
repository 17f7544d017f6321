import { expect, test } from 'vitest';
import { QUESTION_LIMIT, cleanQuestion } from '../../src/core/question.ts';

test.each([
  ['white space of any kind', ' how\tdo\n\n I\u00A0ask\u2028? ', 'how do I ask ?'],
  ['control characters', 'a\u0000b\u001B[31mc\u009Bd', 'a b [31mc d'],
  ['what turns the direction of text', 'abc\u202Edef\u2066g\u2069', 'abcdefg'],
  ['soft hyphens and byte order marks', '\uFEFFauthen\u00ADtication', 'authentication'],
  ['joiners of emoji and Persian, which stay', '👩‍💻 می‌خواهم', '👩‍💻 می‌خواهم'],
  ['half a character', 'a\uD83D b', 'a b'],
  ['nothing but such', '\u200E\u0007 \n', ''],
])('cleans %s', (_name, text, clean) => {
  expect(cleanQuestion(text)).toBe(clean);
});

test('cuts what is too long at a word', () => {
  const clean = cleanQuestion('domain '.repeat(9_000));
  expect(clean.length).toBeLessThanOrEqual(QUESTION_LIMIT);
  expect(clean.endsWith(' domain')).toBe(true);
});

test('cuts what has no words, but not inside a character', () => {
  expect(cleanQuestion('x'.repeat(60_000))).toBe('x'.repeat(QUESTION_LIMIT));
  expect(cleanQuestion(`${'x'.repeat(QUESTION_LIMIT - 1)}🙂🙂`)).toBe('x'.repeat(QUESTION_LIMIT - 1));
});
