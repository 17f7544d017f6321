import { expect, test } from 'vitest';
import { Collection } from '../../src/content/collection.ts';
import { createFakeSource } from '../fakes/content-source.ts';
import { rulesOf } from './read.ts';

async function warningsOf(rules: object, files: Record<string, string>): Promise<string[]> {
  const collection = new Collection(createFakeSource(files), rulesOf({ rules }));
  await collection.read();
  await collection.build();
  return collection.problems().map(({ severity, message }) => `${severity}: ${message}`);
}

test('versions and languages that are named and not there are told', async () => {
  const rules = { versions: ['v2', 'v11'], locales: ['de', 'fr'] };
  const files = { 'limits.md': '# Limits', 'v1/limits.md': '# Limits', 'fr/limits.md': '# Limites' };
  expect(await warningsOf(rules, files)).toEqual([
    'warning: nothing is of the version v11',
    'warning: nothing is of the language de',
  ]);
});

test('nothing is told where all are there, nor where nothing could be read', async () => {
  const rules = { versions: ['v2', 'v1'], locales: ['de'] };
  const files = { 'a.md': '# A', 'v1/a.md': '# A', 'de/a.md': '# A' };
  expect(await warningsOf(rules, files)).toEqual([]);
  expect(await warningsOf(rules, {})).toEqual([]);
});
