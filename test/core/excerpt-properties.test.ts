import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { expect, test } from 'vitest';
import { cutExcerpt } from '../../src/core/excerpt.ts';
import { anyMarkdown } from './any-markdown.ts';
import { allNodes, matchWords, parse } from './markdown.ts';

fc.configureGlobal({ seed: 1 });

const queries = fc.constantFrom('zebra', 'domain', 'webhook signature', 'user_id agree sdk', '日本語 the');
const budgets = fc.constantFrom(1, 40, 120, 400, 700);
const cases = fc.tuple(anyMarkdown, queries, budgets).map(([source, query, budget]) => ({
  source,
  budget,
  excerpt: cutExcerpt(source, { parse, match: matchWords(query), budget }),
}));

const LEAD = /^(?: |>|\d+[.)] |[-*] )*/u;

/** A line without what it is nested in and without signs; empty where nothing else is on it. */
function bare(line: string): string {
  return line
    .replace(LEAD, '')
    .replace(/^… ?/u, '')
    .replace(/ ?…$/u, '')
    .replace(/^\| … \|$/u, '')
    .trim();
}

function ofType(root: Root, types: readonly string[]): string[] {
  return allNodes(root)
    .filter(({ type }) => types.includes(type))
    .map((node) => ('value' in node ? node.value : JSON.stringify(node, withoutPosition)));
}

function withoutPosition(key: string, value: unknown): unknown {
  return key === 'position' ? undefined : value;
}

test('is never empty, and never longer than the budget and the longest block', () => {
  fc.assert(
    fc.property(cases, ({ source, budget, excerpt }) => {
      const longest = Math.max(
        ...parse(source).children.map(({ position }) => position!.end.offset! - position!.start.offset!),
      );
      expect(excerpt.markdown.trim()).not.toBe('');
      // With less, an introduction that cannot be cut may come on top of a block that cannot.
      fc.pre(budget >= 120);
      expect(excerpt.markdown.length).toBeLessThanOrEqual(budget * 1.5 + longest + 60);
      expect(excerpt.truncated).toBe(excerpt.markdown !== source);
    }),
  );
});

test('every line is a line of the source, or a part of one, or the sign', () => {
  fc.assert(
    fc.property(cases, ({ source, excerpt }) => {
      const lines = source.split('\n').map((line) => line.replace(LEAD, ''));
      for (const line of excerpt.markdown.split('\n')) {
        const text = bare(line);
        expect(
          lines.some((one) => one.includes(text)),
          `${line}`,
        ).toBe(true);
      }
    }),
  );
});

test('links, inline code and emphasis are those of the source, never cut', () => {
  fc.assert(
    fc.property(cases, ({ source, excerpt }) => {
      const types = ['link', 'inlineCode', 'strong'];
      const known = ofType(parse(source), types);
      for (const found of ofType(parse(excerpt.markdown), types)) expect(known).toContain(found);
    }),
  );
});

test('code blocks are whole, or some of their lines with a sign', () => {
  fc.assert(
    fc.property(cases, ({ source, excerpt }) => {
      const known = ofType(parse(source), ['code']);
      for (const code of ofType(parse(excerpt.markdown), ['code'])) {
        const inner = code.replace(/^…(?:\n|$)/u, '').replace(/(?:^|\n)?…$/u, '');
        expect(known.some((one) => one === code || one.includes(inner))).toBe(true);
      }
    }),
  );
});

test('words are never cut', () => {
  const words = fc.array(fc.constantFrom('domain', 'webhook', 'signature,', 'key.', 'Agree'), {
    minLength: 1,
    maxLength: 80,
  });
  fc.assert(
    fc.property(words, budgets, (list, budget) => {
      const { markdown } = cutExcerpt(list.join(' '), { parse, match: matchWords('key'), budget });
      for (const word of markdown.split(' ')) expect([...list, '…']).toContain(word);
    }),
  );
});

test('the tree is that of the Markdown, but for the marks', () => {
  fc.assert(
    fc.property(cases, ({ excerpt }) => {
      const plain = ofType(excerpt.root, ['text', 'inlineCode', 'code']).join('');
      expect(plain).toBe(ofType(parse(excerpt.markdown), ['text', 'inlineCode', 'code']).join(''));
    }),
  );
});

test('any text at all gives an excerpt', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), budgets, (source, budget) => {
      const { markdown, root } = cutExcerpt(source, { parse, match: matchWords('a'), budget });
      expect(root.type).toBe('root');
      expect(markdown === '').toBe(source.trim() === '');
    }),
  );
});
