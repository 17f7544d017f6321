import { expect, test } from 'vitest';
import { seal, unseal } from '../../src/store/sealed.ts';
import { StoreError } from '../../src/store/store-error.ts';

const KEY = Buffer.alloc(32, 7);
const SECRET = 'xoxb-very-secret';

test.each(['', SECRET, 'Grüße 日本 🙂', 'x'.repeat(100_000)])(
  'what is sealed opens as it was (%#)',
  (text) => {
    expect(unseal(seal(text, KEY, ['slack', 'T1']), KEY, ['slack', 'T1'])).toBe(text);
  },
);

test('the same text is never sealed to the same', () => {
  const sealed = Array.from({ length: 100 }, () => seal(SECRET, KEY, []));
  expect(new Set(sealed).size).toBe(100);
});

test.each([
  ['another key', Buffer.alloc(32, 8), ['slack', 'T1']],
  ['another workspace', KEY, ['slack', 'T2']],
  ['platform and workspace parted elsewhere', KEY, ['slackT', '1']],
  ['nothing it is about', KEY, []],
])('it does not open with %s', (_, key, about) => {
  const sealed = seal(SECRET, KEY, ['slack', 'T1']);
  expect(() => unseal(sealed, key, about)).toThrow(StoreError);
});

test('it opens with no byte changed, wherever it stands', () => {
  const sealed = Buffer.from(seal(SECRET, KEY, []), 'base64');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => unseal(changed.toString('base64'), KEY, [])).toThrow(StoreError);
  }
});

test('it does not open when it was cut, to nothing either', () => {
  const sealed = Buffer.from(seal(SECRET, KEY, []), 'base64');
  for (let length = 0; length < sealed.length; length += 1) {
    expect(() => unseal(sealed.subarray(0, length).toString('base64'), KEY, [])).toThrow(StoreError);
  }
});

test('the error of a wrong key says so, that of a newer form too', () => {
  const sealed = seal(SECRET, KEY, []);
  expect(() => unseal(sealed, Buffer.alloc(32), [])).toThrow('ENCRYPTION_KEY is not the one');
  const newer = Buffer.from(sealed, 'base64').fill(2, 0, 1).toString('base64');
  expect(() => unseal(newer, KEY, [])).toThrow('another version of Signpost');
});
