import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pieceFrom } from '../../../src/platforms/mcp/markdown-piece.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

/** All pieces of at most so many characters, each from where the one before ended. */
function pieces(source: string, most: number): string[] {
  const all: string[] = [];
  for (let offset: number | undefined = 0; offset !== undefined;) {
    const { markdown, next }: { markdown: string; next: number | undefined } = pieceFrom(
      source,
      offset,
      (piece) => piece.markdown.length <= most,
    );
    if (next !== undefined && next <= offset) throw new Error('no progress');
    all.push(markdown);
    offset = next;
  }
  return all;
}

describe('a text', () => {
  test('that fits is one piece', () => {
    expect(pieces('# A\n\nb\n', 100)).toEqual(['# A\n\nb']);
    expect(pieces('', 100)).toEqual(['']);
  });

  test('is cut between blocks, a heading with what follows it', () => {
    expect(pieces('First one.\n\n## Head\n\nSecond one.', 22)).toEqual([
      'First one.',
      '## Head\n\nSecond one.',
    ]);
  });

  test('of one long paragraph is cut at lines, else at words, else between characters', () => {
    expect(pieces('one two\nthree four', 12)).toEqual(['one two\n', 'three four']);
    expect(pieces('one two three four', 12)).toEqual(['one two ', 'three four']);
    expect(pieces('𝒜'.repeat(6), 5)).toEqual(['𝒜𝒜', '𝒜𝒜', '𝒜𝒜']);
  });
});

describe('code', () => {
  const code = '```ts\nfirst();\nsecond();\nthird();\n```';

  test('that does not fit is cut at a line, and fenced again', () => {
    const all = pieces(code, 27);
    for (const piece of all) expect(piece).toMatch(/^```ts\n[\s\S]*\n```$/u);
    expect(all.join('\n').match(/\w+\(\);/gu)).toEqual(['first();', 'second();', 'third();']);
  });

  test('that fits alone is never cut', () => {
    expect(pieces(`Before.\n\n${code}\n\nAfter.`, 40)).toEqual(['Before.', code, 'After.']);
  });

  test('in a list is not cut where lines before it can be', () => {
    const list = '- one\n- two\n\n  ```ts\n  a();\n  b();\n  ```\n- three';
    for (const piece of pieces(list, 40)) expect((piece.match(/```/gu) ?? []).length % 2).toBe(0);
  });
});

test('a table that does not fit is cut between rows, with its head again', () => {
  const all = pieces('| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |', 32);
  expect(all.map((piece) => piece.trim())).toEqual([
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '| a | b |\n| - | - |\n| 3 | 4 |',
  ]);
});

test('pieces of any prose are the whole of it, in order', () => {
  const block = fc.oneof(fc.lorem({ maxCount: 40 }), fc.constant('## Head'), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), fc.integer({ min: 1, max: 200 }), (blocks, most) => {
      // Without what opens a fence or a table, nothing is repeated.
      const source = blocks.join('\n\n').replaceAll(/[`~|]/gu, '');
      expect(bare(pieces(source, most).join(''))).toBe(bare(source));
    }),
  );
});

function bare(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
