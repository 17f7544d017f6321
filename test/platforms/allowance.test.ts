import { expect, test } from 'vitest';
import { Allowance } from '../../src/platforms/allowance.ts';

const START = new Date('2026-01-01T00:00:00Z').getTime();

function at(seconds: number): Date {
  return new Date(START + seconds * 1000);
}

test('so many questions at once, and then the seconds until the next', () => {
  const allowance = new Allowance({ burst: 3, perMinute: 6 });
  expect([1, 2, 3].map(() => allowance.take('ana', at(0)))).toEqual([0, 0, 0]);
  expect(allowance.take('ana', at(0))).toBe(10);
  expect(allowance.take('ana', at(4))).toBe(6);
});

test('asking too early costs nothing', () => {
  const allowance = new Allowance({ burst: 1, perMinute: 6 });
  allowance.take('ana', at(0));
  for (let second = 1; second < 10; second += 1) expect(allowance.take('ana', at(second))).toBe(10 - second);
  expect(allowance.take('ana', at(10))).toBe(0);
});

test('what is not used is saved, but never more than the burst', () => {
  const allowance = new Allowance({ burst: 2, perMinute: 60 });
  expect(allowance.take('ana', at(0))).toBe(0);
  expect([1, 2, 3].map(() => allowance.take('ana', at(1000)))).toEqual([0, 0, 1]);
});

test('everybody has an allowance of their own', () => {
  const allowance = new Allowance({ burst: 1, perMinute: 1 });
  expect(allowance.take('ana', at(0))).toBe(0);
  expect(allowance.take('ben', at(0))).toBe(0);
  expect(allowance.take('ana', at(0))).toBe(60);
});

test('a clock that is set back keeps nobody waiting for longer than one question takes', () => {
  const allowance = new Allowance({ burst: 2, perMinute: 6 });
  allowance.take('ana', at(100_000));
  expect(allowance.take('ana', at(0))).toBe(10);
  expect(allowance.take('ana', at(10))).toBe(0);
});

test('forgetting people who may ask anyway changes nothing for those who may not', () => {
  const allowance = new Allowance({ burst: 1, perMinute: 1 });
  for (let number = 0; number < 10_050; number += 1) allowance.take(`old ${number}`, at(0));
  expect(allowance.take('ana', at(120))).toBe(0);
  for (let number = 0; number < 10_050; number += 1) allowance.take(`new ${number}`, at(121));
  expect(allowance.take('ana', at(121))).toBe(59);
});
