import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEngine } from '../../../src/search/engine.ts';
import { loadLanguage } from '../../../src/search/languages/load-language.ts';
import { tokenize } from '../../../src/search/tokens.ts';
import { bestFor, pagesOf, SETTINGS } from '../pages.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

const CODES = `ar da de el en es fi fr hi hu id it ja ko nb nl pt ro ru sv th tr uk zh und`.split(' ');

test.each([
  ['de-AT', 'de'],
  ['DE_ch', 'de'],
  ['zh-Hans', 'zh'],
  ['zh-Hant-TW', 'zh'],
  ['pt-BR', 'pt'],
  ['nn-NO', 'no'],
  ['en-GB', 'en'],
  ['', 'en'],
  ['tlh', 'und'],
  ['constructor', 'und'],
])('%s is read as %s', async (tag, code) => {
  expect((await loadLanguage(tag)).code).toBe(code);
});

describe.each(CODES)('%s', (code) => {
  test('reads any text: words stand in it, in order, and have terms without spaces', async () => {
    const language = await loadLanguage(code);
    const letters = fc.constantFrom(..."aeiouß„l’dün'cçğıİжёъ漢字カタｶﾞー한글กำไमि्ш -_./1A");
    const others = fc.integer({ min: 1, max: 0x1ffff }).map((code) => String.fromCodePoint(code));
    const anyText = fc.array(fc.oneof(letters, others), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end, term } of tokenize(text, language).words) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(term).not.toMatch(/\s/u);
          expect(language.isStopWord(text.slice(start, end))).toBeTypeOf('boolean');
          last = start;
        }
      }),
      { numRuns: 60 },
    );
  });

  test('finds code as it is written', async () => {
    const engine = buildEngine(
      pagesOf({
        'users.md':
          '# API\n## create\nCall `client.createUser({ first_name })`.\n## list\n`GET /v1/users/{id}`',
        'errors.md': '# 42\n## invalid_grant\n401\n## ERR_4012\n500',
        'other.md': '# 43\nclient user grant list v1 first name id err invalid',
      }),
      { ...SETTINGS, language: await loadLanguage(code) },
    );
    expect(bestFor(engine, 'createUser')).toBe('users.md create');
    expect(bestFor(engine, 'create_user')).toBe('users.md create');
    expect(bestFor(engine, 'GET /v1/users/{id}')).toBe('users.md list');
    expect(bestFor(engine, 'invalid_grant')).toBe('errors.md invalid_grant');
    expect(bestFor(engine, 'ERR_4012')).toBe('errors.md ERR_4012');
  });

  test('reads a long run of anything in time', async () => {
    const language = await loadLanguage(code);
    for (const piece of ['a', 'en', 'ß', 'с', '漢', 'ก', 'ات', "l'"])
      expect(tokenize(piece.repeat(3_000), language).words.length).toBeGreaterThan(0);
  });
});

test('an engine takes nothing over from one in another language', async () => {
  const pages = pagesOf({ 'a.md': '# Verwaltungen\nBenutzer', 'b.md': '# Andere\nDinge' });
  const english = buildEngine(pages, SETTINGS);
  const language = await loadLanguage('de');
  const after = buildEngine(pages, { ...SETTINGS, language }, english);
  const fresh = buildEngine(pages, { ...SETTINGS, language });
  const { terms } = fresh.state.index.vocabulary;
  expect(after.state.index.vocabulary.terms).toEqual(terms);
  expect(bestFor(after, 'verwalten')).toBe('a.md Verwaltungen');
});

test('an edited page is found as in an engine built afresh', async () => {
  const language = await loadLanguage('de');
  const before = pagesOf({ 'a.md': '# Benutzer\nPersonen', 'b.md': '# Kopie\nDatenbank' });
  const after = [...before, ...pagesOf({ 'c.md': '# Sicherungskopien\nJede Sicherung' })];
  const edited = buildEngine(
    after,
    { ...SETTINGS, language },
    buildEngine(before, { ...SETTINGS, language }),
  );
  const fresh = buildEngine(after, { ...SETTINGS, language });
  for (const question of ['Sicherung', 'Kopie', 'sicherungskopie', 'Kopien der Sicherung'])
    expect(bestFor(edited, question)).toBe(bestFor(fresh, question));
});
