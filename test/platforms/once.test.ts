import { describe, expect, test } from 'vitest';
import type { Claims } from '../../src/core/store.ts';
import { createLog } from '../../src/log.ts';
import { Once } from '../../src/platforms/once.ts';

function onceWith(claims: Claims): { once: Once; lines: string[] } {
  const lines: string[] = [];
  const log = createLog({ level: 'warn', secrets: [], destination: { write: (line) => lines.push(line) } });
  return { once: new Once({ claims, now: () => new Date(0), log }), lines };
}

/** A store that several replicas share. */
function sharedClaims(): Claims {
  const keys = new Set<string>();
  return {
    claim: async (key) => {
      const isNew = !keys.has(key);
      keys.add(key);
      return isNew;
    },
  };
}

describe('a key is first', () => {
  test('once, also when fifty ask at the same time', async () => {
    const { once } = onceWith(sharedClaims());
    const answers = await Promise.all(Array.from({ length: 50 }, () => once.isFirst('a')));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await once.isFirst('a')).toBe(false);
    expect(await once.isFirst('b')).toBe(true);
  });

  test('on one of two replicas', async () => {
    const claims = sharedClaims();
    const replicas = [onceWith(claims).once, onceWith(claims).once];
    const answers = await Promise.all(replicas.map((once) => once.isFirst('a')));
    expect(answers.filter(Boolean)).toHaveLength(1);
  });

  test('by memory, and a word in the log, while the store is down', async () => {
    const { once, lines } = onceWith({ claim: () => Promise.reject(new Error('no connection')) });
    expect(await once.isFirst('a')).toBe(true);
    expect(await once.isFirst('a')).toBe(false);
    expect(lines.join('')).toContain('no connection');
  });

  test('by memory, where the store never answers', async () => {
    const { once } = onceWith({ claim: () => new Promise(() => {}) });
    expect(await once.isFirst('a')).toBe(true);
    expect(await once.isFirst('a')).toBe(false);
  });
});

test('the oldest keys are forgotten, so that memory stays small', async () => {
  const { once } = onceWith({ claim: async () => true });
  await once.isFirst('oldest');
  for (let number = 0; number < 10_000; number += 1) await once.isFirst(`key ${number}`);
  expect(await once.isFirst('oldest')).toBe(true);
  expect(await once.isFirst('key 9999')).toBe(false);
});
