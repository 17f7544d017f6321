import { expect, test } from 'vitest';
import { engineOf, filesFor } from '../search/pages.ts';
import { CORPUS } from './corpus.ts';

/** Questions as people ask them, each with the page that answers it. */
const QUESTIONS: readonly (readonly [question: string, file: string])[] = [
  ['quick start', 'quick-start.mdx'],
  ['queues', 'guides/queues.mdx'],
  ['api keys', 'security/api-keys.mdx'],
  ['webhooks', 'webhooks.mdx'],
  ['python sdk', 'sdks/python.mdx'],
  ['cron', 'guides/schedules.mdx'],
  ['How do I pause a queue?', 'guides/queues.mdx'],
  ['how can I stop a job that has not started yet', 'reference/jobs.mdx'],
  ['what happens if a job throws an error?', 'guides/retries.mdx'],
  ['How many times is a failed job tried', 'guides/retries.mdx'],
  ['why am I getting 429 too many requests', 'reference/rate-limits.mdx'],
  ['avoid creating duplicate jobs when my request is sent twice', 'guides/idempotency.mdx'],
  ['Idempotency-Key', 'guides/idempotency.mdx'],
  ['verify webhook signature', 'security/webhook-signatures.mdx'],
  ['verifySignature', 'security/webhook-signatures.mdx'],
  ['how do we know that a webhook really came from you', 'security/webhook-signatures.mdx'],
  ['which events can a webhook send', 'webhooks.mdx'],
  ['job.dead', 'webhooks.mdx'],
  ['GET /v1/jobs', 'reference/jobs.mdx'],
  ['queue_not_found', 'reference/errors.mdx'],
  ['payload too large', 'reference/errors.mdx'],
  ['next_cursor', 'reference/pagination.mdx'],
  ['X-RateLimit-Remaining', 'reference/rate-limits.mdx'],
  ['kiln work --concurrency', 'cli.mdx'],
  ['concurrency', 'guides/workers.mdx'],
  ['is our data stored in europe or the us', 'guides/regions.mdx'],
  ['log in with okta', 'security/single-sign-on.mdx'],
  ['sign my team mates out on all devices', 'security/single-sign-on.mdx'],
  ['rotate secret key', 'security/api-keys.mdx'],
  ['where can I download my invoices', 'billing.mdx'],
  ['downgrade plan', 'billing.mdx'],
  ['run a job every monday at nine', 'guides/schedules.mdx'],
  ['maxAttempts', 'guides/retries.mdx'],
  ['timeoutMs', 'sdks/node.mdx'],
  ['invite a colleague to the team', 'security/roles.mdx'],
  ['who deleted my queue? is there a log of changes', 'security/audit-log.mdx'],
  ['replay failed jobs', 'guides/dead-letters.mdx'],
  ['wokrer heartbeat', 'guides/workers.mdx'],
  ['test and production keys', 'guides/environments.mdx'],
  ['does the worker finish its jobs on SIGTERM', 'guides/workers.mdx'],
];

const engine = engineOf(CORPUS);
const places = QUESTIONS.map(([question, file]) => filesFor(engine, question).indexOf(file));

/** The questions whose page is not among the first `count`. */
function missed(count: number): string[] {
  return QUESTIONS.filter((_, index) => (places[index] ?? -1) < 0 || (places[index] ?? 0) >= count).map(
    ([question, file]) =>
      `${question} → ${file}, not ${filesFor(engine, question).slice(0, count).join(', ')}`,
  );
}

test('the page that answers comes first for 85 questions in a hundred', () => {
  expect(missed(1).length, missed(1).join('\n')).toBeLessThanOrEqual(QUESTIONS.length * 0.15);
});

test('and is among the first three for 95', () => {
  expect(missed(3).length, missed(3).join('\n')).toBeLessThanOrEqual(QUESTIONS.length * 0.05);
});

test('with the texts of links left out too', () => {
  const without = engineOf(CORPUS, { linkText: false });
  const wrong = QUESTIONS.filter(
    ([question, file]) => !filesFor(without, question, { limit: 3 }).includes(file),
  );
  expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(QUESTIONS.length * 0.05);
});
