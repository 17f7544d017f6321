import { expect, test } from 'vitest';
import { createProgress } from '../../../src/platforms/terminal/progress.ts';
import type { ProgressLine } from '../../../src/platforms/terminal/progress.ts';

/** A progress line with a clock that is set by hand, and what it wrote. */
function progressOn(output: { isTTY?: boolean; columns?: number }): {
  line: ProgressLine;
  written: string[];
  at: (now: number, done: number, collection?: string) => void;
} {
  const written: string[] = [];
  const clock = { now: 0 };
  const line = createProgress({ ...output, write: (text) => written.push(text) }, () => clock.now);
  const at = (now: number, done: number, collection = 'docs'): void => {
    clock.now = now;
    line.show({ collection, done, total: 441 });
  };
  return { line, written, at };
}

test('one line is written over, not too often, to its end', () => {
  const { line, written, at } = progressOn({ isTTY: true, columns: 80 });
  at(0, 1);
  at(10, 50);
  at(100, 120);
  at(110, 441);
  line.clear();
  line.clear();
  expect(written).toEqual([
    '\rreading docs 1/441',
    '\rreading docs 120/441',
    '\rreading docs 441/441',
    `\r${' '.repeat(20)}\r`,
  ]);
});

test('what a longer line leaves behind is wiped out', () => {
  const { written, at } = progressOn({ isTTY: true });
  at(0, 1, 'long\u001B[2J');
  at(100, 1, '斑马');
  expect(written).toEqual(['\rreading long[2J 1/441', `\rreading 斑马 1/441${' '.repeat(3)}`]);
});

test('a narrow terminal gets the numbers, or nothing', () => {
  const narrow = progressOn({ isTTY: true, columns: 12 });
  narrow.at(0, 120);
  expect(narrow.written).toEqual(['\r120/441']);
});

test('nothing is written where nobody watches', () => {
  const { line, written, at } = progressOn({});
  at(0, 1);
  line.clear();
  expect(written).toEqual([]);
});
