import type { AnalysedPage } from './analysis.ts';

/** True when a page holds every phrase, word after word, in one of its texts. */
export function hasPhrases(page: AnalysedPage | undefined, phrases: readonly (readonly number[])[]): boolean {
  if (page === undefined) return false;
  const texts = [
    page.title,
    page.description,
    ...page.sections.flatMap((section) => [section.heading, section.body, section.code]),
  ];
  return phrases.every((phrase) => texts.some((text) => holds(text, phrase)));
}

function holds(text: Int32Array, phrase: readonly number[]): boolean {
  for (let start = 0; start + phrase.length <= text.length; start += 1) {
    if (phrase.every((id, offset) => text[start + offset] === id)) return true;
  }
  return false;
}
