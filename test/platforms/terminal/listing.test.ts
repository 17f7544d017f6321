import { expect, test } from 'vitest';
import type { Problem } from '../../../src/core/problem.ts';
import { renderProblems, renderSections, sectionRows } from '../../../src/platforms/terminal/listing.ts';
import { page } from '../../fakes/search-engine.ts';

const PLAIN = { width: 60, color: false };
const PAGES = [
  page({ file: 'zebra.mdx', title: 'Zebra\u001B[2J', url: 'https://docs.example/zebra' }, [
    {},
    { heading: 'Food', level: 2 },
    { heading: 'Grass', level: 3 },
  ]),
];

test('sections stand below their file, indented by level', () => {
  expect(renderSections(PAGES, PLAIN)).toBe(
    [
      'docs: zebra.mdx',
      '  Zebra[2J  zebra-0  https://docs.example/zebra',
      '    Food  zebra-1  https://docs.example/zebra#food',
      '      Grass  zebra-2  https://docs.example/zebra#grass',
    ].join('\n'),
  );
});

test('sections as data have what finds them again', () => {
  expect(sectionRows(PAGES)[1]).toEqual({
    collection: 'docs',
    file: 'zebra.mdx',
    heading: 'Food',
    level: 2,
    line: 11,
    url: 'https://docs.example/zebra#food',
    id: 'zebra-1',
  });
});

const problem = (fields: Partial<Problem>): Problem => ({
  severity: 'warning',
  collection: 'docs',
  file: 'zebra.mdx',
  line: 3,
  message: 'a fence is never closed',
  remedy: 'close it',
  ...fields,
});

test('problems come errors first, with their remedies, wrapped, and are counted', () => {
  const text = renderProblems(
    [problem({}), problem({ severity: 'error', line: 0, message: 'gone\u0007' })],
    PLAIN,
  );
  expect(text).toBe(
    [
      'error: docs: zebra.mdx: gone (close it)',
      'warning: docs: zebra.mdx:3: a fence is never closed (close',
      'it)',
      '1 error, 1 warning',
    ].join('\n'),
  );
});

test('no problems are good news', () => {
  expect(renderProblems([], PLAIN)).toBe('no problems');
});
