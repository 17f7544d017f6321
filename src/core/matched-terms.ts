import type { MatchText } from './search-engine.ts';

/** The words of the query that a text holds, each once, with its weight. */
export type MatchedTerms = ReadonlyMap<string, number>;

/** Tells what of the query a Markdown text holds; where its links lead does not count. */
export type FindTerms = (markdown: string) => MatchedTerms;

const LINK_TARGET = /\]\((?:[^()\s]|\([^()\s]*\))*\)/gu;

/** Letters at the beginning in which the forms of one word agree: `verify` and `verification`. */
const STEM = 3;

const NONE: MatchedTerms = new Map();

/**
 * Remembers each line that it has seen: a long list is looked at as a whole, item by item and block by block, and finding
 * the words takes longer than all the rest.
 */
export function createFindTerms(match: MatchText): FindTerms {
  const seen = new Map<string, MatchedTerms>();
  const ofLine = (line: string): MatchedTerms => {
    const known = seen.get(line);
    if (known !== undefined) return known;
    const terms = termsOf(line, match);
    seen.set(line, terms);
    return terms;
  };
  return (markdown) => {
    const found = markdown
      .split('\n')
      .map((line) => ofLine(line.trim()))
      .filter((terms) => terms.size > 0);
    const [first = NONE] = found;
    return found.length > 1 ? new Map(found.flatMap((terms) => [...terms])) : first;
  };
}

/** The weight of the terms that are not among the `covered`. */
export function weightOf(terms: MatchedTerms, covered: MatchedTerms = NONE): number {
  let sum = 0;
  for (const [term, weight] of terms) if (!covered.has(term)) sum += weight;
  return sum;
}

function termsOf(line: string, match: MatchText): MatchedTerms {
  const text = line.replace(LINK_TARGET, '] ');
  const spans = match(text);
  // A span does not tell which word of the query it is; forms of one word weigh the same and begin the same.
  return spans.length === 0
    ? NONE
    : new Map(
        spans.map(({ start, end, weight }) => {
          const stem = text.slice(start, Math.min(end, start + STEM)).toLowerCase();
          return [`${weight} ${stem}`, weight];
        }),
      );
}
