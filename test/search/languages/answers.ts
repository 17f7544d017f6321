import { expect, test } from 'vitest';
import { buildEngine } from '../../../src/search/engine.ts';
import type { MinisearchEngine } from '../../../src/search/engine.ts';
import { loadLanguage } from '../../../src/search/languages/load-language.ts';
import { pagesOf, SETTINGS } from '../pages.ts';
import type { Files } from '../pages.ts';

/** Questions as people type them, each with the heading of the section that answers it. */
export type Questions = readonly (readonly [question: string, heading: string])[];

/** An engine over docs in a language, by its BCP 47 tag. */
export async function engineIn(tag: string, files: Files): Promise<MinisearchEngine> {
  return buildEngine(pagesOf(files), { ...SETTINGS, language: await loadLanguage(tag) });
}

/** Tests that the page that answers comes first for nine questions in ten, opened at the section for eight. */
export async function testAnswers(tag: string, files: Files, questions: Questions): Promise<void> {
  const engine = await engineIn(tag, files);
  const places = questions.map(([question, heading]) => {
    const { hits } = engine.search(question, { limit: 3, collections: [] });
    const page = hits.findIndex((hit) => hit.page.sections.some((section) => section.heading === heading));
    const found = hits.map(({ section }) => section.heading);
    return {
      page,
      isSection: found[0] === heading,
      text: `${question} → ${heading}, not ${found.join(' | ')}`,
    };
  });
  const wrong = (isRight: (place: (typeof places)[number]) => boolean): string[] =>
    places.filter((place) => !isRight(place)).map(({ text }) => text);

  test(`the page that answers comes first for nine questions in ten (${tag})`, () => {
    const missed = wrong(({ page }) => page === 0);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(questions.length / 10);
  });

  test(`it is opened at the section that answers for eight (${tag})`, () => {
    const missed = wrong(({ isSection }) => isSection);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(questions.length / 5);
  });

  test(`it is among the first three for all (${tag})`, () => {
    expect(wrong(({ page }) => page >= 0)).toEqual([]);
  });
}

/** Tests that the words of each line have one term, and that no two lines share one. */
export function testForms(tag: string, lines: readonly string[]): void {
  test(`the forms of a word meet, and different words do not (${tag})`, async () => {
    const { stem } = await loadLanguage(tag);
    const terms = lines.map((line) => [...new Set(line.split(' ').map((word) => stem(word)))]);
    expect(terms.filter((found) => found.length > 1)).toEqual([]);
    expect(new Set(terms.flat()).size).toBe(lines.length);
  });
}
