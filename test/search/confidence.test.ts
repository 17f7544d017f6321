import { describe, expect, test } from 'vitest';
import { CORPUS } from '../ranking/corpus.ts';
import { engineOf, search } from './pages.ts';

const kiln = engineOf(CORPUS);

/** As in the query core's settings: an answer, and "this may help". */
const [HIGH, LOW] = [0.5, 0.3];

const ON_TOPIC = [
  'webhooks',
  'pause a queue',
  'How do I verify the signature of a webhook?',
  'where can I download my invoices',
  'What happens to the jobs of a worker that sends no heartbeat for a minute?',
  'queue_not_found',
  'X-RateLimit-Remaining',
];

const OFF_TOPIC = [
  'excel vlookup returns #N/A',
  'best pizza in naples',
  'who won the world cup in 1998',
  'how to fix a leaking tap in the kitchen',
  'tensorflow gradient explodes',
  'translate good morning to french',
  'zzxqv',
];

describe('confidence', () => {
  test.each(ON_TOPIC)('is high for %s', (query) => {
    expect(search(kiln, query).confidence).toBeGreaterThan(HIGH);
  });

  test.each(OFF_TOPIC)('is low for %s', (query) => {
    expect(search(kiln, query).confidence).toBeLessThan(LOW);
  });

  test('falls with each word that the docs know nothing of', () => {
    const confidences = ['rotate a key', 'rotate a key gherkin', 'rotate a key gherkin marzipan'].map(
      (query) => search(kiln, query).confidence,
    );
    expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    expect(new Set(confidences).size).toBe(3);
  });

  test('is lower for a slip of the finger, and lower still for a word that only resembles one', () => {
    const [right = 0, slip = 0, other = 0] = ['signature', 'signatrue', 'signetuse'].map(
      (query) => search(kiln, `verify a ${query}`).confidence,
    );
    expect(right).toBeGreaterThan(slip);
    expect(slip).toBeGreaterThan(other);
  });

  test('does not depend on how many answers are wanted', () => {
    const [one, many] = [1, 50].map((limit) => search(kiln, 'cancel a job', { limit }).confidence);
    expect(one).toBe(many);
  });
});
