import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english } from '../../src/search/languages/english.ts';
import { fold } from '../../src/search/languages/fold.ts';
import { tokenize } from '../../src/search/tokens.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

function termsOf(text: string): string[] {
  return tokenize(text, english).words.map(({ term }) => term);
}

function namesOf(text: string): string[] {
  return tokenize(text, english).compounds.map(({ term }) => term);
}

describe('words', () => {
  test.each([
    ['prose', 'Retries, and the queue!', ['retri', 'and', 'the', 'queue']],
    ['inflected forms', 'create creates creating created', ['creat', 'creat', 'creat', 'creat']],
    ['apostrophes', 'user’s user’s don’t', ['user', 'user', 'dont']],
    ['plural acronyms', 'URLs APIs JWTs', ['url', 'api', 'jwt']],
    ['a protocol, which is no plural', 'https', ['https']],
    ['accents and width', 'Über café ＡＰＩ', ['uber', 'cafe', 'api']],
    ['languages by name', 'C# C++ C', ['c#', 'c++', 'c']],
    ['an anchor', '#setup', ['setup']],
  ])('of %s', (_name, text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });

  test.each([
    ['Chinese, by pairs', '身份验证', ['身份', '份验', '验证']],
    ['a single character', '中', ['中']],
    ['Japanese, by pairs', 'ユーザー管理', ['ユー', 'ーザ', 'ザー', 'ー管', '管理']],
    ['Korean, by pairs', '사용자 인증', ['사용', '용자', '인증']],
    ['Thai, by its dictionary', 'ตัวอย่างโค้ด', ['ตัวอย่าง', 'โค้ด']],
    ['two scripts in one word', 'API密钥v2', ['api', '密钥', 'v2']],
    ['characters beyond the basic plane', '𠮷野家', ['𠮷野', '野家']],
  ])('of %s', (_name, text, terms) => {
    expect(termsOf(text)).toEqual(terms);
  });
});

describe('code', () => {
  test.each([
    ['createUser', 'createus', ['creat', 'user']],
    ['HTTPServer', 'httpserver', ['http', 'server']],
  ])('%s is a word with parts', (text, term, parts) => {
    expect(tokenize(text, english).words).toEqual([{ term, parts, start: 0, end: text.length }]);
  });

  test.each(['OAuth', 'iOS', 'JWTs', 'User', 'sha256'])('%s has no parts', (word) => {
    expect(tokenize(word, english).words[0]?.parts).toEqual([]);
  });

  test.each([
    ['user_id', ['user', 'id'], 'userid'],
    ['user-id', ['user', 'id'], 'userid'],
    ['user.id', ['user', 'id'], 'userid'],
    ['X-Request-Id', ['x', 'request', 'id'], 'xrequestid'],
    ['--dry-run', ['dri', 'run'], 'dryrun'],
    ['ERR_404', ['err', '404'], 'err404'],
    ['#N/A', ['n', 'a'], 'na'],
    ['/v1/users/:id', ['v1', 'user', 'id'], 'v1usersid'],
    ['next.config.js', ['next', 'config', 'js'], 'nextconfigj'],
    ['@kiln/node', ['kiln', 'node'], 'kilnnod'],
  ])('%s is words and one name', (text, words, name) => {
    expect(termsOf(text)).toEqual(words);
    expect(namesOf(text)).toEqual([name]);
  });

  test('a verb stands beside its path', () => {
    expect(termsOf('GET /sso/token')).toEqual(['get', 'sso', 'token']);
    expect(namesOf('GET /sso/token')).toEqual(['ssotoken']);
  });

  test('data is no name', () => {
    expect(namesOf(`${'a1b2c3d4-'.repeat(10)}e5`)).toEqual([]);
  });

  test('a name tells which of the words are its own', () => {
    expect(tokenize('set user_id now', english).compounds).toEqual([{ term: 'userid', first: 1, length: 2 }]);
  });
});

test('folding takes case, accents and width away', () => {
  expect(['ÀÉÎ', 'ﬁ', 'ｆｏｏ', 'ﷺ'].map(fold)).toEqual(['aei', 'fi', 'foo', 'صلىاللهعليهوسلم']);
});

test('words of any text stand in it, in order and apart', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('a', 'B', '_', '漢', 'ก', '한', "'", '.', '1', '\u0301', '\uD83E', ' '))
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      let last = 0;
      const { words, compounds } = tokenize(text, english);
      for (const { start, end, term } of words) {
        expect(start < end && end <= text.length).toBe(true);
        expect(start).toBeGreaterThanOrEqual(last);
        expect(term).not.toMatch(/\s/u);
        last = start;
      }
      for (const { first, length } of compounds) expect(first + length).toBeLessThanOrEqual(words.length);
    }),
  );
});
