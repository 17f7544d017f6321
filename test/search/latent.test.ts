import { describe, expect, test } from 'vitest';
import { buildLatentSpace, cosine, LATENT_DIMENSIONS, project } from '../../src/search/latent.ts';
import type { LatentSpace, WeightedTerms } from '../../src/search/latent.ts';
import { engineOf, search } from './pages.ts';

const WORDS = ['logout', 'signout', 'session', 'cookie', 'invoice', 'receipt', 'payment', 'card'];

function text(...words: string[]): WeightedTerms {
  const weight = 1 / Math.sqrt(words.length);
  return {
    ids: Int32Array.from(words, (word) => WORDS.indexOf(word)),
    weights: new Float32Array(words.length).fill(weight),
  };
}

/** Nobody writes "logout" beside "signout", nor "invoice" beside "receipt". */
const TEXTS = [
  ...Array.from({ length: 20 }, () => [text('session', 'cookie'), text('payment', 'card')]).flat(),
  text('logout', 'session', 'cookie'),
  text('logout', 'session', 'cookie'),
  text('signout', 'session', 'cookie'),
  text('signout', 'session', 'cookie'),
  text('invoice', 'payment', 'card'),
  text('invoice', 'payment', 'card'),
  text('receipt', 'payment', 'card'),
  text('receipt', 'payment', 'card'),
];

/** Texts about so many other things that the space has no room for what is peculiar to one word. */
const OTHERS = Array.from({ length: 1_200 }, (_, number) => {
  const id = WORDS.length + 2 * (number % 150);
  return { ids: Int32Array.of(id, id + 1), weights: new Float32Array(2).fill(Math.SQRT1_2) };
});
const TERMS = WORDS.length + 300;

function closeness(space: LatentSpace, a: WeightedTerms, b: WeightedTerms): number {
  return cosine(project(space, a), project(space, b), 0);
}

describe('a latent space', () => {
  const space = buildLatentSpace([...TEXTS, ...OTHERS], TERMS);

  test('holds words that keep the same company near each other', () => {
    expect(closeness(space, text('logout'), text('signout'))).toBeGreaterThan(0.9);
    expect(closeness(space, text('invoice'), text('receipt'))).toBeGreaterThan(0.9);
    expect(Math.abs(closeness(space, text('logout'), text('receipt')))).toBeLessThan(0.1);
  });

  test('is the same for the same texts', () => {
    expect(buildLatentSpace([...TEXTS, ...OTHERS], TERMS)).toEqual(space);
  });

  test('leaves out a word that only one text holds, and words that it has never seen', () => {
    const lonely = buildLatentSpace([text('logout', 'card'), text('logout')], WORDS.length);
    expect(lonely.rows[WORDS.indexOf('card')]).toBe(-1);
    expect(project(lonely, text('card')).every((value) => value === 0)).toBe(true);
    const unknown = { ids: Int32Array.of(999), weights: Float32Array.of(1) };
    expect(project(space, unknown).every((value) => value === 0)).toBe(true);
  });

  test('projects to vectors of length 1', () => {
    for (const one of TEXTS) expect(Math.hypot(...project(space, one))).toBeCloseTo(1, 5);
  });

  test.each([
    ['no text', []],
    ['empty texts', [text(), text()]],
    ['one text', [text('logout')]],
    ['the same text again and again', Array.from({ length: 5 }, () => text('logout', 'card'))],
  ])('is made from %s without a number that is none', (_name, texts) => {
    const made = buildLatentSpace(texts, WORDS.length);
    expect(made.terms.every(Number.isFinite)).toBe(true);
    expect(project(made, text('logout', 'card')).every(Number.isFinite)).toBe(true);
  });

  test('has no more dimensions than it needs, and no more than allowed', () => {
    expect(buildLatentSpace(TEXTS.slice(-8), WORDS.length).dimensions).toBe(WORDS.length);
    expect(space.dimensions).toBe(LATENT_DIMENSIONS);
  });
});

test('of pages that hold the question equally, the one in the company of its other words comes first', () => {
  const engine = engineOf({
    'a.mdx': '# Payments\nA person pays with a card and gets an invoice. See your account.',
    'b.mdx': '# Sessions\nA person signs out, and the cookie is gone. See your account.',
    'c.mdx': '# Cookies\nA cookie holds the session of who logs out or signs out. Logout, cookie, session.',
    'd.mdx': '# Logout\nLogout ends the session: the cookie is gone.',
    'e.mdx': '# Invoices\nAn invoice says what was paid with which card. Payment, card, invoice.',
  });
  const order = search(engine, 'account logout').hits.map(({ page }) => page.title);
  expect(order.indexOf('Sessions')).toBeLessThan(order.indexOf('Payments'));
});
