import type { Answer, ResultsReply } from '../core/reply.ts';

/** A section shown alone looks as the only answer does. */
export function sectionResult(answer: Answer): ResultsReply {
  return {
    kind: 'results',
    query: '',
    outcome: 'answered',
    confidence: 1,
    answers: [answer],
    offset: 0,
    more: false,
    didYouMean: '',
    news: [],
    tookMs: 0,
  };
}
