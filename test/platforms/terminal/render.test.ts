import * as fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cutExcerpt } from '../../../src/core/excerpt.ts';
import type { EntriesReply } from '../../../src/core/reply.ts';
import { renderTerminal } from '../../../src/platforms/terminal/render.ts';
import type { TerminalOptions } from '../../../src/platforms/terminal/render.ts';
import { anyMarkdown } from '../../core/any-markdown.ts';
import { matchWords, parse } from '../../core/markdown.ts';
import { announced } from '../changelog-texts.ts';
import { answer, results } from './answers.ts';

fc.configureGlobal({ seed: 1 });

const PLAIN: TerminalOptions = { width: 80, color: false };
const CUT = { parse, match: matchWords('zebra') };
const HEAD = 'Stripes\nAnimals › Zebra\nhttps://docs.example/zebra#stripes\n\n';

/** What stands below title, trail and address of a section with this body. */
function body(markdown: string, options: Partial<TerminalOptions> = {}): string {
  const text = renderTerminal({ kind: 'section', answer: answer({ markdown }) }, { ...PLAIN, ...options });
  return text.slice(text.indexOf('\n\n') + 2);
}

describe('a reply', () => {
  test('that answers is title, trail, address and excerpt, then the other sections', () => {
    const other = answer({ title: 'Food', url: 'https://docs.example/food', markdown: 'Not shown.' });
    const text = renderTerminal(results({ answers: [answer(), other], more: true }), {
      ...PLAIN,
      moreHint: 'More with --limit 10',
    });
    expect(text).toBe(
      `${HEAD}A zebra has stripes.\n\nAlso in the docs:\n\nFood\nAnimals › Zebra\nhttps://docs.example/food\n\nMore with --limit 10`,
    );
  });

  test('that may help says so first', () => {
    expect(renderTerminal(results({ outcome: 'unsure' }), PLAIN)).toBe(
      `Not sure, but this may help:\n\n${HEAD}A zebra has stripes.`,
    );
  });

  test('that found nothing gives the closest headings and a better spelling, and no excerpt', () => {
    expect(renderTerminal(results({ outcome: 'nothing', didYouMean: 'zebra crossing' }), PLAIN)).toBe(
      `The docs do not seem to answer that.\n\nDid you mean: zebra crossing\n\nThe closest headings:\n\n${HEAD.trimEnd()}`,
    );
    expect(renderTerminal(results({ outcome: 'nothing', answers: [] }), PLAIN)).toBe(
      'The docs do not seem to answer that.',
    );
  });

  test('with a part of a section says that there is more', () => {
    const short = answer({ markdown: 'A zebra has stripes. It eats grass.', budget: 25 });
    expect(renderTerminal(results({ answers: [short] }), PLAIN)).toBe(
      `${HEAD}A zebra has stripes. …\n\n(more at the address above)`,
    );
  });

  test('of help shows what to type', () => {
    const collections = [
      {
        name: 'docs',
        title: 'Docs',
        url: 'https://docs.example',
        versions: [],
        locales: ['en'],
        examples: ['Who eats grass?', "What's new?"],
      },
    ];
    expect(renderTerminal({ kind: 'help', collections }, PLAIN)).toBe(
      "Ask a question about the docs:\n\nDocs\nhttps://docs.example\n  signpost ask 'Who eats grass?'\n  signpost ask 'What'\\''s new?'",
    );
  });

  test('in a chat has numbers to open sections by', () => {
    const other = answer({ title: 'Food', url: 'https://docs.example/food' });
    const options = { ...PLAIN, chat: true };
    expect(renderTerminal(results({ answers: [answer(), other] }), options)).toBe(
      '1. Stripes\n   Animals › Zebra\n   https://docs.example/zebra#stripes\n\nA zebra has stripes.\n\nAlso in the docs:\n\n2. Food\n   Animals › Zebra\n   https://docs.example/food',
    );
    expect(renderTerminal(results({ outcome: 'unsure', answers: [other], offset: 2 }), options)).toBe(
      '3. Food\n   Animals › Zebra\n   https://docs.example/food',
    );
  });

  test('from the docs mentions what was announced about the same, beneath the answer', () => {
    const news = [announced({ title: 'New stripes', version: '2.0.0' })];
    const told =
      'Announced recently:\n\nNew stripes\nReleases · 2.0.0 · 2025-05-30\nhttps://example.com/changelog/pagination';
    const food = answer({ title: 'Food', trail: [], url: 'https://docs.example/food' });
    expect(renderTerminal(results({ news, answers: [answer(), food] }), PLAIN)).toBe(
      `${HEAD}A zebra has stripes.\n\n${told}\n\nAlso in the docs:\n\nFood\nhttps://docs.example/food`,
    );
    expect(renderTerminal(results({ news, outcome: 'nothing', answers: [food] }), PLAIN)).toBe(
      `The docs do not seem to answer that.\n\nThe closest headings:\n\nFood\nhttps://docs.example/food\n\n${told}`,
    );
    expect(renderTerminal(results({ news, offset: 5 }), PLAIN)).not.toContain('Announced');
  });

  test('of entries has their titles, facts and addresses below what they are', () => {
    const entries = [announced({ title: 'One' }), announced({ title: 'Two', url: '', at: undefined })];
    const listed =
      '\n\nOne\nReleases · 2025-05-30\nhttps://example.com/changelog/pagination\n\nTwo\nReleases';
    const text = (occasion: EntriesReply['occasion']): string =>
      renderTerminal({ kind: 'entries', occasion, query: 'stripes', entries }, PLAIN);
    expect(text('latest')).toBe(`The newest entries:${listed}`);
    expect(text('found')).toBe(`Entries about “stripes”:${listed}`);
    expect(text('digest')).toBe(`2 new entries:${listed}`);
  });

  test('of no entries says so', () => {
    const none = { kind: 'entries', occasion: 'found', entries: [] } as const;
    expect(renderTerminal({ ...none, query: 'lions' }, PLAIN)).toBe('No entry about “lions” was found.');
    expect(renderTerminal({ ...none, query: '' }, PLAIN)).toBe('There are no entries yet.');
  });

  test('of one entry has its notes', () => {
    const entry = { ...announced(), excerpt: cutExcerpt('- one\n- two', { ...CUT, budget: 7 }) };
    expect(renderTerminal({ kind: 'entry', entry }, PLAIN)).toBe(
      'Pagination\nReleases · 2025-05-30\nhttps://example.com/changelog/pagination\n\n• one\n\n…\n\n(more at the address above)',
    );
  });

  test('of one entry without an address says only that there is more', () => {
    const entry = { ...announced({ url: '' }), excerpt: cutExcerpt('- one\n- two', { ...CUT, budget: 7 }) };
    expect(renderTerminal({ kind: 'entry', entry }, PLAIN)).toMatch(
      / · 2025-05-30\n\n• one\n\n…\n\n\(there is more\)$/u,
    );
  });

  test.each([
    ['not-ready', /still being read/u],
    ['gone', /no longer in the docs/u],
    ['failed', /Something went wrong/u],
  ] as const)('of failure says why: %s', (reason, expected) => {
    expect(renderTerminal({ kind: 'failure', reason }, PLAIN)).toMatch(expected);
  });
});

describe('an excerpt', () => {
  test('is wrapped at the width, in words', () => {
    expect(body('one two three four five six seven', { width: 20 })).toBe(
      'one two three four\nfive six seven',
    );
  });

  test('is wrapped by how wide Chinese and emoji are', () => {
    expect(body('斑马有黑白相间的条纹，它们吃草。', { width: 20 })).toBe(
      '斑马有黑白相间的条\n纹，它们吃草。',
    );
    expect(body('🦓🦓🦓🦓 🦓🦓🦓🦓🦓🦓🦓', { width: 20 })).toBe('🦓🦓🦓🦓\n🦓🦓🦓🦓🦓🦓🦓');
  });

  test('keeps punctuation with its word and addresses whole', () => {
    const url = `https://docs.example/${'x'.repeat(30)}`;
    expect(body(`See **this**, and \`that\`. <${url}>`, { width: 20 })).toBe(`See this, and that.\n${url}`);
  });

  test('breaks a word that no line can hold', () => {
    expect(body('x'.repeat(45), { width: 20 })).toBe(`${'x'.repeat(20)}\n${'x'.repeat(20)}\nxxxxx`);
  });

  test('keeps a hard line break', () => {
    expect(body('one  \ntwo\nthree')).toBe('one\ntwo three');
  });

  test('breaks Thai, which has no spaces, between words', () => {
    expect(body('ภาษาไทยไม่มีช่องว่างระหว่างคำ', { width: 20 })).toBe('ภาษาไทยไม่มีช่องว่าง\nระหว่างคำ');
  });

  test('writes out where links lead', () => {
    expect(body('See [the zebra](https://docs.example/z).')).toBe('See the zebra (https://docs.example/z).');
    expect(body('See [it](javascript:alert)')).toBe('See it');
  });

  test('has lists with their numbers, nested and with boxes', () => {
    expect(body('3. one\n4. two\n   - nested\n     more\n\n- [x] done\n- [ ] open')).toBe(
      '3. one\n4. two\n   • nested more\n\n• [x] done\n• [ ] open',
    );
    expect(body('- one two three four five', { width: 20 })).toBe('• one two three four\n  five');
  });

  test('has code as it is, indented and never wrapped', () => {
    const line = 'const stripes = zebra.stripes.filter((stripe) => stripe.isBlack);';
    expect(body(`\`\`\`js\n${line}\n\n\tdone\n\`\`\``, { width: 20 })).toBe(`    ${line}\n\n        done`);
  });

  test('has tables in columns, wrapped where they must be, else line by line', () => {
    const table = '| Name | What it is |\n| - | - |\n| `斑马` | striped |\n| lion |';
    expect(body(table)).toBe('Name  What it is\n────  ──────────\n斑马  striped\nlion');
    expect(body(`${table} roars loudly at night |`, { width: 22 })).toBe(
      'Name  What it is\n────  ────────────────\n斑马  striped\n\nlion  roars loudly at\n      night',
    );
    const long =
      '| Name | What it is |\n| - | - |\n| `zebra.stripes.are.black` | they are, and white too |\n| lion |';
    expect(body(long, { width: 36 })).toBe(
      '  Name: zebra.stripes.are.black\n  What it is: they are, and white\n    too\n\n  Name: lion',
    );
  });

  test('has quotes with a bar, and rules', () => {
    expect(body('> one\n>\n> - two\n\n---')).toBe(`│ one\n│\n│ • two\n\n${'─'.repeat(20)}`);
  });

  test('shows HTML as the text that it is', () => {
    expect(body('<b>bold</b>\n\n<div>\nx\n</div>')).toBe('<b>bold</b>\n\n<div> x </div>');
  });
});

describe('colour', () => {
  test('shows matches bold, and makes links clickable where the terminal can', () => {
    const coloured = body('A zebra, [here](https://docs.example/z).', { color: true });
    expect(coloured).toBe(
      'A \u001B[1m\u001B[33mzebra\u001B[39m\u001B[22m, \u001B[4mhere\u001B[24m \u001B[2m(https://docs.example/z)\u001B[22m.',
    );
    expect(body('[over here](https://docs.example/z)', { color: true, hyperlinks: true })).toBe(
      '\u001B]8;;https://docs.example/z\u001B\\\u001B[4mover here\u001B[24m\u001B]8;;\u001B\\',
    );
  });

  test('is never written without leave, even where links could be clicked', () => {
    expect(body('A **zebra** [here](https://docs.example/z)', { hyperlinks: true })).not.toContain('\u001B');
  });
});

describe('hostile text', () => {
  const HOSTILE = '\u001B[2J\u001B]0;owned\u0007\u009B31m\u202Eevil\u2066\u200F\r\b\u0000';

  test('from docs and people cannot steer the terminal', () => {
    const hostile = answer({
      title: HOSTILE,
      trail: [HOSTILE],
      url: `https://docs.example/${HOSTILE}`,
      markdown: `${HOSTILE}\n\n\`\`\`\n${HOSTILE}\n\`\`\`\n\n[${HOSTILE}](https://x.example/%1B\u009B) \`${HOSTILE}\``,
    });
    const hostileEntry = announced(
      { feed: HOSTILE, title: HOSTILE, url: HOSTILE, version: HOSTILE, package: HOSTILE },
      HOSTILE,
    );
    const replies = [
      results({ answers: [hostile, hostile], didYouMean: HOSTILE }),
      results({ outcome: 'nothing', answers: [hostile] }),
      results({ news: [hostileEntry] }),
      { kind: 'entries', occasion: 'found', query: HOSTILE, entries: [hostileEntry] } as const,
      { kind: 'entry', entry: hostileEntry } as const,
      { kind: 'failure', reason: 'no-version', version: HOSTILE, versions: [HOSTILE] } as const,
      {
        kind: 'help',
        collections: [
          {
            name: HOSTILE,
            title: HOSTILE,
            url: HOSTILE,
            versions: [HOSTILE, 'v1'],
            locales: ['en'],
            examples: [HOSTILE],
          },
        ],
      } as const,
    ];
    for (const reply of replies) {
      const text = renderTerminal(reply, PLAIN);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u200F\u202A-\u202E\u2066-\u2069]/u);
      expect(text).toContain('evil');
    }
  });

  test('in any document leaves only our own sequences, and no line too wide but code, words and addresses', () => {
    fc.assert(
      fc.property(anyMarkdown, fc.constantFrom(20, 40, 80), (markdown, width) => {
        const text = body(markdown, { width, color: true, hyperlinks: true });
        // oxlint-disable-next-line no-control-regex -- these are the sequences that we write
        const own = text.replace(/\u001B\[\d+m|\u001B\]8;;[^\u001B\s]*\u001B\\/gu, '');
        expect(own.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        for (const line of own.split('\n')) {
          const isExempt = /^[│ •\d.)]*\s{4}/u.test(line) || line.includes('https://');
          // Deep nesting leaves a body the least width, whatever is left of the line.
          if (!isExempt) expect(stringWidth(line)).toBeLessThanOrEqual(width + 20);
        }
      }),
    );
  });
});
