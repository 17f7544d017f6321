import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeState, encodeState } from '../../../../src/platforms/slack/render/buttons.ts';
import type { ButtonState } from '../../../../src/platforms/slack/render/buttons.ts';
import { LIMITS } from '../../../../src/platforms/slack/render/limits.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

const STATE: ButtonState = {
  id: 'q1',
  section: 's1',
  offset: 5,
  asker: 'U1',
  thread: '1700000000.000100',
  sharedBy: 'Ana Lima',
  collections: ['docs', 'api'],
  version: 'v2',
  question: 'What does a | b mean?',
};

test('a state comes back from a button as it went in', () => {
  expect(decodeState(encodeState(STATE))).toEqual(STATE);
  const bare = { ...STATE, section: '', thread: '', sharedBy: '', collections: [], question: '' };
  expect(decodeState(encodeState(bare))).toEqual(bare);
});

test('a name cannot change what the rest says', () => {
  const { sharedBy, ...rest } = decodeState(encodeState({ ...STATE, sharedBy: 'a|b|c' })) ?? STATE;
  const { sharedBy: _, ...expected } = STATE;
  expect(sharedBy).toBe('a b c');
  expect(rest).toEqual(expected);
});

test('a long question is cut at a word, and the value stays within its limit', () => {
  const question = 'word '.repeat(400);
  const value = encodeState({ ...STATE, question });
  expect(value.length).toBeLessThanOrEqual(LIMITS.value);
  const kept = decodeState(value)?.question ?? '';
  expect(kept.length).toBeGreaterThan(700);
  expect(kept.endsWith('word')).toBe(true);
});

test('whatever is asked, the value is within its limit and holds no half of a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (question) => {
      const value = encodeState({ ...STATE, question });
      expect(value.length).toBeLessThanOrEqual(LIMITS.value);
      expect(question.startsWith(decodeState(value)?.question ?? '-')).toBe(true);
      expect(/[\uD800-\uDBFF]$/u.test(value)).toBe(false);
    }),
  );
});

test.each([undefined, '', 'x', 'a|b|c', 'a|b|minus|d|e|f|g|h', '{"id":1}'])(
  'no button of ours holds %s',
  (value) => {
    expect(decodeState(value)).toBeUndefined();
  },
);
