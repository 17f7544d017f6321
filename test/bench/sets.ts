import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A question with the pages that answer it; no gold means that the docs do not. */
export interface Row {
  readonly id: string;
  readonly query: string;
  readonly gold: readonly string[];
  /** The last segment or fragment of the right section's address. */
  readonly anchor?: string;
  readonly anchor_path?: string;
  /** Pages that do not count, such as the one whose link is the question. */
  readonly exclude?: readonly string[];
  readonly kind: string;
}

export interface QuestionSet {
  readonly name: string;
  readonly rows: readonly Row[];
}

/** Every `.jsonl` file of a folder is a set. */
export function readSets(folder: string): QuestionSet[] {
  if (!existsSync(folder)) throw new Error(`no folder ${folder}: give the folder with the sets of questions`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => {
      const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
      return { name: name.replace('.jsonl', ''), rows: lines.map((line) => JSON.parse(line) as Row) };
    });
}
