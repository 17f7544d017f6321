import { cutExcerpt } from '../../../src/core/excerpt.ts';
import type { Answer, ResultsReply } from '../../../src/core/reply.ts';
import { matchWords, parse } from '../../core/markdown.ts';

/** An answer with its excerpt cut from `markdown`, and "zebra" marked in it. */
export function answer({
  markdown = 'A zebra has stripes.',
  budget = 5_000,
  ...fields
}: AnswerFields = {}): Answer {
  return {
    id: 'a1',
    collection: 'docs',
    file: 'zebra.mdx',
    version: '',
    url: 'https://docs.example/zebra#stripes',
    title: 'Stripes',
    trail: ['Animals', 'Zebra'],
    excerpt: cutExcerpt(markdown, { parse, match: matchWords('zebra'), budget }),
    score: 12.34567,
    terms: ['zebra'],
    ...fields,
  };
}

interface AnswerFields extends Partial<Answer> {
  readonly markdown?: string;
  readonly budget?: number;
}

export function results(fields: Partial<ResultsReply> = {}): ResultsReply {
  return {
    kind: 'results',
    query: 'zebra',
    outcome: 'answered',
    confidence: 0.87654,
    answers: [answer()],
    offset: 0,
    more: false,
    didYouMean: '',
    news: [],
    tookMs: 1.23456,
    ...fields,
  };
}
