import type { MatchText, Span } from '../core/search-engine.ts';
import type { Language } from './languages/language.ts';
import { tokenize } from './tokens.ts';

/** Finds the words of a query in a text; `weights` gives the inverse document frequency of each of its terms. */
export function createMatch(weights: ReadonlyMap<string, number>, language: Language): MatchText {
  return (text) => {
    const { words, compounds } = tokenize(text, language);
    const spans: Span[] = words.flatMap(({ term, parts, start, end }) => {
      const weight = Math.max(...[term, ...parts].map((form) => weights.get(form) ?? 0));
      return weight > 0 ? [{ start, end, weight }] : [];
    });
    for (const { term, first, length } of compounds) {
      const weight = weights.get(term) ?? 0;
      const [start, end] = [words[first]?.start, words[first + length - 1]?.end];
      if (weight > 0 && start !== undefined && end !== undefined) spans.push({ start, end, weight });
    }
    return merged(spans);
  };
}

/** In order; overlapping spans become one with the higher weight. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1);
    if (last === undefined || span.start >= last.end) result.push(span);
    else
      result[result.length - 1] = {
        start: last.start,
        end: Math.max(last.end, span.end),
        weight: Math.max(last.weight, span.weight),
      };
  }
  return result;
}
