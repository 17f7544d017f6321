import type { Evidence } from './rank.ts';
import type { ReadQuery } from './query.ts';

/**
 * How likely the best page answers the question, 0 to 1. A logistic curve over how much of the question's weight the
 * page and its best section hold, and how much of it the docs have never heard of. A long question is never covered as
 * well as a short one, so its length counts for it. The weights are rounded from a fit over four docs, against each
 * other's questions and against own questions with their most telling word replaced.
 */
export function confidenceOf(evidence: Evidence, query: ReadQuery): number {
  if (query.weight <= 0) return 0;
  const unknown =
    query.concepts.reduce((sum, concept) => sum + concept.doubt * concept.idf, 0) / query.weight;
  const length = Math.log1p(query.concepts.length);
  const page = evidence.page / 2;
  const section = evidence.section / 2;
  const z = -11 + 10 * page + 8 * section + 3.2 * length - 2.5 * length * page - 5 * unknown;
  return 1 / (1 + Math.exp(-z));
}
