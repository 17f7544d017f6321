import { describe, expect, test } from 'vitest';
import { CORPUS } from '../ranking/corpus.ts';
import { engineOf, search } from './pages.ts';

const kiln = engineOf(CORPUS);

/** The text with what matches the question in brackets. */
function marked(query: string, text: string): string {
  const spans = search(kiln, query).match(text);
  return spans.reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
    text,
  );
}

describe('the words of a question are marked', () => {
  test.each([
    ['how do I pause a queue', 'While a queue is paused, do wait.', 'While a [queue] is [paused], do wait.'],
    ['max_attempts', 'Set `max_attempts` to 1.', 'Set `[max_attempts]` to 1.'],
    ['maxAttempts', 'Set `max_attempts` or maxAttempts.', 'Set `[max_attempts]` or [maxAttempts].'],
    ['verify a signature', 'Call verifySignature(body).', 'Call [verifySignature](body).'],
    ['GET /v1/jobs', 'Then GET /v1/jobs.', 'Then [GET] /[v1/jobs].'],
    ['webhok', 'A webhook.', 'A [webhook].'],
    ['zzxqv', 'A webhook.', 'A webhook.'],
    ['webhook', '', ''],
  ])('%s', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });

  test('rarer words weigh more', () => {
    const [job, sigterm] = search(kiln, 'job SIGTERM').match('job SIGTERM');
    expect(sigterm?.weight).toBeGreaterThan(job?.weight ?? 0);
  });
});
