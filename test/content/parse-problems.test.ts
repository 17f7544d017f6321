import { expect, test } from 'vitest';
import { parseProblems } from '../../src/content/parse-problems.ts';

const ODD = { line: 3, message: 'it is odd' };
const UNFOUND = { line: 0, message: 'nothing is #main', remedy: 'mend main' };

test('what files make wrong is told of each, and what the config makes wrong once', () => {
  const problems = [ODD, UNFOUND, undefined, ODD, UNFOUND, UNFOUND];
  const built = new Map(problems.map((problem, index) => [`${index}.html`, { problem }]));
  expect(parseProblems(built)).toEqual([
    { ...ODD, file: '0.html' },
    { ...ODD, file: '3.html' },
    { ...UNFOUND, message: 'nothing is #main; the same in 2 more files', file: '1.html' },
  ]);
});

test('what the config makes wrong in one file only is told as it is', () => {
  expect(parseProblems(new Map([['a.html', { problem: UNFOUND }]]))).toEqual([
    { ...UNFOUND, file: 'a.html' },
  ]);
});
