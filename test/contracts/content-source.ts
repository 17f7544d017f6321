import { describe, expect, test } from 'vitest';
import { SourceError } from '../../src/core/content-source.ts';
import type { ContentSource } from '../../src/core/content-source.ts';

/** What every source of content has to do; `open` gives one that holds exactly these files. */
export function contentSourceContract(
  open: (files: Readonly<Record<string, string>>) => Promise<ContentSource>,
): void {
  describe('a source of content', () => {
    test('lists its files sorted, with slashes, and nothing is wrong', async () => {
      const source = await open({ 'b.md': '', 'a/c.mdx': '', 'a/b/d.md': '' });
      expect(await source.list()).toEqual({ files: ['a/b/d.md', 'a/c.mdx', 'b.md'], problems: [] });
    });

    test('reads a file as it is, in any script', async () => {
      const source = await open({ 'a.md': '# Grüße 日本 🙂\n\nText\n', 'empty.md': '' });
      expect(await source.read('a.md')).toBe('# Grüße 日本 🙂\n\nText\n');
      expect(await source.read('empty.md')).toBe('');
    });

    test('reads files whose names are not plain', async () => {
      const names = ['über uns/a b.md', '日本.md', '[id].md', '(group)/x.md', '50%.md'].sort();
      const source = await open(Object.fromEntries(names.map((name) => [name, name])));
      expect((await source.list()).files).toEqual(names);
      expect(await Promise.all(names.map((name) => source.read(name)))).toEqual(names);
    });

    test('says of a file that is gone that it is, and what to do', async () => {
      const source = await open({ 'a.md': 'a' });
      const error = await source.read('gone.md').catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(SourceError);
      expect(error).toMatchObject({ file: 'gone.md', message: 'the file is gone' });
      expect((error as SourceError).remedy).not.toBe('');
    });

    test('reads the same again', async () => {
      const source = await open({ 'a.md': 'a' });
      expect(await source.read('a.md')).toBe(await source.read('a.md'));
      expect(await source.list()).toEqual(await source.list());
    });
  });
}
