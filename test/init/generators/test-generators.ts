import { describe, expect, test } from 'vitest';
import type { Files } from '../../folders.ts';
import { proposed } from '../proposed.ts';

export interface GeneratorCase {
  /** What is read. */
  readonly name: string;
  readonly files: Files;
  readonly title?: string;
  readonly collections: readonly Readonly<Record<string, unknown>>[];
}

/** Files that are each a page. */
export function pages(...files: readonly string[]): Files {
  return Object.fromEntries(files.map((file) => [file, '# A page\n\nText.\n']));
}

/** Tests what is proposed for projects of generators, by the names of these. */
export function testGenerators(cases: Readonly<Record<string, readonly GeneratorCase[]>>): void {
  describe.each(Object.entries(cases))('%s', (generator, ofIt) => {
    test.each(ofIt)('is read: $name', async ({ files, title, collections }) => {
      const config = await proposed(files);
      expect(config?.generator).toBe(generator);
      expect(config?.collections).toEqual(collections);
      if (title !== undefined) expect(config?.title).toBe(title);
    });
  });
}
