import { SourceError } from '../../src/core/content-source.ts';
import type { ContentSource } from '../../src/core/content-source.ts';

/** A text, or why the file cannot be served. */
export type FakeFiles = Readonly<Record<string, string | SourceError>>;

/** Files in memory, which a test may change, and the names of those that were read. */
export interface FakeSource extends ContentSource {
  files: FakeFiles;
  readonly reads: string[];
}

export function createFakeSource(files: FakeFiles): FakeSource {
  const source: FakeSource = {
    files,
    reads: [],
    list: async () => ({ files: Object.keys(source.files).sort(), problems: [] }),
    read: async (file) => {
      source.reads.push(file);
      const found = source.files[file];
      if (typeof found === 'string') return found;
      throw found ?? new SourceError(file, 'the file is gone', { remedy: 'restore it' });
    },
  };
  return source;
}

export function unreadable(file: string): SourceError {
  return new SourceError(file, 'the file may not be read', { remedy: 'give Signpost the right to read it' });
}
