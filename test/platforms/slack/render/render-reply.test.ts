import { describe, expect, test } from 'vitest';
import type { Answer, CollectionHelp, Reply } from '../../../../src/core/reply.ts';
import { decodeState } from '../../../../src/platforms/slack/render/buttons.ts';
import type { Block, Showing } from '../../../../src/platforms/slack/render/message.ts';
import { renderReply } from '../../../../src/platforms/slack/render/render-reply.ts';
import { ENGLISH } from '../../../../src/platforms/words/english.ts';
import { answer, results } from '../../terminal/answers.ts';
import { checkMessage } from './check-message.ts';
import { outline } from './outline.ts';
import { showing } from './showing.ts';

function shown(reply: Reply, how: Showing = showing()): string[] {
  const message = renderReply(reply, how);
  checkMessage(message);
  return outline(message.blocks);
}

function buttonsOf(blocks: readonly Block[]) {
  return blocks
    .flatMap((block) => (block.type === 'actions' ? block.elements : []))
    .flatMap((element) => (element.type === 'button' ? [element] : []));
}

function other(number: number, url = `https://docs.example/${number}`): Answer {
  return {
    ...answer({ id: `b${number}`, title: `Other ${number}`, url }),
    get excerpt(): never {
      throw new Error('read for nothing');
    },
  };
}

/** With an address of which four are too long for one message. */
function long(number: number): Answer {
  return other(number, `https://docs.example/${number}/${'x'.repeat(2_500)}`);
}

function textOf(reply: Reply): string {
  return renderReply(reply, showing()).text;
}

const HEAD = '*[Stripes](https://docs.example/zebra#stripes)*\n_Animals › Zebra_';

describe('an answer', () => {
  test('is title, trail, excerpt, further sections and buttons', () => {
    expect(shown(results({ answers: [answer(), other(1), other(2)], more: true }))).toEqual([
      HEAD,
      'A *zebra* has stripes.',
      'Also in the docs:',
      '• [Other 1](https://docs.example/1)\n_Animals › Zebra_',
      '• [Other 2](https://docs.example/2)\n_Animals › Zebra_',
      '(Share) (More) (👍) (👎) (Dismiss)',
    ]);
  });

  test('that may be one says so', () => {
    expect(shown(results({ outcome: 'unsure' })).slice(0, 2)).toEqual(['Not sure, but this may help:', HEAD]);
  });

  test('of a question with a mistake offers the right one', () => {
    expect(shown(results({ didYouMean: 'zebras' })).slice(0, 3)).toEqual([
      'Did you mean: zebras',
      '(zebras)',
      HEAD,
    ]);
  });

  test('that is not the whole section leads on', () => {
    const best = answer({ markdown: 'A zebra has stripes.\n\nIt eats grass.', budget: 20 });
    expect(shown(results({ answers: [best] }))).toContain(
      '[Read the whole section](https://docs.example/zebra#stripes)',
    );
  });

  test('without a text is a title', () => {
    expect(shown(results({ answers: [answer({ markdown: '' })] }))).toEqual([
      HEAD,
      '(Share) (👍) (👎) (Dismiss)',
    ]);
  });

  test('whose address Slack takes for no link is still shown', () => {
    const url = `https://docs.example/${'x'.repeat(3_000)}`;
    expect(shown(results({ answers: [answer({ url })] }))[0]).toBe('*Stripes*\n_Animals › Zebra_');
  });

  test('has of a long trail the end', () => {
    const trail = Array.from({ length: 40 }, (_, number) => `Part ${number} of the docs`);
    const [head] = shown(results({ answers: [answer({ trail })] }));
    expect(head).toMatch(/_Part \d+ of the docs › .*Part 39 of the docs_$/u);
    expect(head!.length).toBeLessThan(350);
  });
});

describe('further results', () => {
  test('say which they are, and show the first in full', () => {
    const reply = results({ offset: 5, answers: [answer(), other(1)] });
    expect(shown(reply).slice(0, 3)).toEqual(['_Results 6 to 7_', HEAD, 'A *zebra* has stripes.']);
  });

  test('are links where nothing answers', () => {
    const reply = results({ outcome: 'nothing', offset: 5, answers: [other(1), other(2)] });
    expect(shown(reply).slice(0, 2)).toEqual([
      '_Results 6 to 7_',
      '• [Other 1](https://docs.example/1)\n_Animals › Zebra_',
    ]);
  });
});

describe('no answer', () => {
  test('lists the closest headings', () => {
    expect(shown(results({ outcome: 'nothing', answers: [other(1)] }))).toEqual([
      'The docs do not seem to answer that.',
      'The closest headings:',
      '• [Other 1](https://docs.example/1)\n_Animals › Zebra_',
      '(Share) (👍) (👎) (Dismiss)',
    ]);
  });

  test('and no heading is a line', () => {
    const reply = results({ outcome: 'nothing', answers: [] });
    expect(shown(reply)).toEqual(['The docs do not seem to answer that.', '(Dismiss)']);
    expect(shown(reply, showing({ audience: 'public' }))).toEqual(['The docs do not seem to answer that.']);
  });

  test.each(['not-ready', 'gone', 'failed'] as const)('because of %s says why', (reason) => {
    const words = ENGLISH.failures[reason];
    expect(shown({ kind: 'failure', reason })).toEqual([words, '(Dismiss)']);
    expect(shown({ kind: 'failure', reason }, showing({ audience: 'direct' }))).toEqual([words]);
  });
});

test('a section alone looks as an answer does', () => {
  expect(shown({ kind: 'section', answer: answer() })).toEqual([
    HEAD,
    'A *zebra* has stripes.',
    '(Share) (👍) (👎) (Dismiss)',
  ]);
});

describe('buttons', () => {
  const REPLY = results({ more: true });

  test.each([
    ['private', false, ['(Share) (More) (👍) (👎) (Dismiss)']],
    ['private', true, ['_Thanks for the feedback._', '(Share) (More) (Dismiss)']],
    ['public', false, ['(More) (👍) (👎) (Dismiss)']],
    ['public', true, ['_Thanks for the feedback._', '(More) (👍) (👎) (Dismiss)']],
    ['direct', false, ['(More) (👍) (👎)']],
    ['direct', true, ['_Thanks for the feedback._', '(More)']],
  ] as const)('of a %s reply, voted %s, are right', (audience, voted, expected) => {
    expect(shown(REPLY, showing({ audience, voted })).slice(2)).toEqual(expected);
  });

  test('hold the question, the section and the place', () => {
    const { blocks } = renderReply(
      results({ answers: [answer(), other(1)], offset: 5, more: true }),
      showing(),
    );
    const states = buttonsOf(blocks).map(({ action_id, value }) => [action_id, decodeState(value)]);
    const state = { ...showing().state, section: 'a1', offset: 5 };
    expect(states).toEqual([
      ['signpost_share', state],
      ['signpost_more', { ...state, offset: 7 }],
      ['signpost_helpful', state],
      ['signpost_unhelpful', state],
      ['signpost_dismiss', state],
    ]);
  });

  test('are named for those who cannot see them', () => {
    const names = buttonsOf(renderReply(REPLY, showing()).blocks).map((one) => one.accessibility_label);
    expect(names).toContain('This did not help');
  });
});

test('a shared reply says who shared it, as literal text', () => {
  const state = { sharedBy: '<@U1> *ana*', question: 'Why <!channel>?' };
  const message = renderReply(results(), showing({ audience: 'public', state }));
  checkMessage(message);
  expect(outline(message.blocks)[0]).toBe('_Shared by <@U1> *ana* · Why <!channel>?_');
  expect(message.text).toContain('Shared by &lt;@U1&gt; *ana*');
});

describe('help', () => {
  const COLLECTIONS: CollectionHelp[] = [
    {
      name: 'docs',
      title: 'Guides',
      url: 'https://docs.example/',
      versions: [],
      locales: ['en'],
      examples: ['How?', 'Why?', 'When?'],
    },
    {
      name: 'api',
      title: 'API',
      url: 'https://api.example/',
      versions: [],
      locales: ['en'],
      examples: ['Which?', 'x'.repeat(200)],
    },
  ];

  test('says how to ask, about what, and gives examples', () => {
    const lines = shown({ kind: 'help', collections: COLLECTIONS });
    expect(lines).toContain('• ‹/docs your question› in any channel; only you see the reply');
    expect(lines).toContain('• In a message’s menu, choose *Find in docs*');
    expect(lines).toContain('• ‹in:name› before a question asks only that collection');
    expect(lines).toContain('• ‹more› shows the next results');
    expect(lines).toContain('• [API](https://api.example/) ‹in:api›');
    expect(lines.at(-2)).toMatch(/^\(How\?\) \(Which\?\) \(Why\?\) \(x+…\)$/u);
    expect(lines.at(-1)).toBe('(Dismiss)');
  });

  test('asks an example whole, whatever of it the button shows', () => {
    const { blocks } = renderReply({ kind: 'help', collections: COLLECTIONS }, showing());
    const [first, , , last] = buttonsOf(blocks);
    expect(first).toMatchObject({ action_id: 'signpost_ask_0', text: { text: 'How?', emoji: false } });
    expect(decodeState(last?.value)).toMatchObject({ question: 'x'.repeat(200), section: '', offset: 0 });
  });

  test('is within the limits, however many collections there are', () => {
    const collections = Array.from({ length: 300 }, (_, number) => ({
      name: `collection-${number}`,
      title: `Collection ${number}`,
      url: `https://docs.example/${number}`,
      versions: [],
      locales: ['en'],
      examples: ['x'.repeat(1_000), `How does ${number} work?`],
    }));
    const lines = shown({ kind: 'help', collections });
    expect(lines).toContain('• [Collection 0](https://docs.example/0) ‹in:collection-0›');
    expect(lines.at(-2)).toMatch(/^\(How does 0 work\?\) .*\(How does 3 work\?\)$/u);
  });

  test('has no examples where there are none', () => {
    expect(shown({ kind: 'help', collections: [] }, showing({ audience: 'direct' })).at(-1)).toBe(
      '• ‹more› shows the next results',
    );
  });
});

describe('the text for notifications', () => {
  test('is title, first sentences and address', () => {
    const markdown = `Parameters:\n\n\`\`\`\ncode\n\`\`\`\n\nA zebra has stripes. ${'It eats grass. '.repeat(30)}`;
    expect(textOf(results({ answers: [answer({ markdown })] }))).toMatch(
      /^Stripes\nA zebra has stripes\. It eats[^\n]*grass\. …\nhttps:\/\/docs\.example\/zebra#stripes$/u,
    );
  });

  test('holds no markup', () => {
    const best = answer({ title: '<!channel> & co', markdown: '`<@U1>` &lt;' });
    expect(textOf(results({ answers: [best] }))).toBe(
      '&lt;!channel&gt; &amp; co\n&lt;@U1&gt; &lt;\nhttps://docs.example/zebra#stripes',
    );
  });

  test('names the closest headings where nothing answers', () => {
    expect(textOf(results({ outcome: 'nothing' }))).toBe('The docs do not seem to answer that.\nStripes');
  });
});

describe('what is too long', () => {
  test('loses the end of the excerpt first', () => {
    const markdown = Array.from({ length: 1_000 }, (_, number) => `- item ${number}`).join('\n');
    const lines = shown(results({ answers: [answer({ markdown, budget: 1_000_000 }), other(1)] }));
    expect(lines[1]).toBe('• item 0');
    expect(lines.filter((line) => line.startsWith('• item')).length).toBeGreaterThan(50);
    expect(lines.slice(-4)).toEqual([
      '[Read the whole section](https://docs.example/zebra#stripes)',
      'Also in the docs:',
      '• [Other 1](https://docs.example/1)\n_Animals › Zebra_',
      '(Share) (👍) (👎) (Dismiss)',
    ]);
  });

  test('ends at a sentence', () => {
    const best = answer({ markdown: 'A zebra eats grass all day. '.repeat(400), budget: 1_000_000 });
    expect(shown(results({ answers: [best] }))[1]).toMatch(/all day\. …$/u);
  });

  test('ends at a line of code', () => {
    const markdown = `\`\`\`\n${'const zebra = stripes();\n'.repeat(500)}\`\`\``;
    const [, code] = shown(results({ answers: [answer({ markdown, budget: 1_000_000 })] }));
    expect(code).toMatch(/^```(?:const zebra = stripes\(\);\n)+…```$/u);
  });

  test('ends at a row of a table', () => {
    const markdown = `| a | b |\n|---|---|\n${`| ${'x'.repeat(80)} | y |\n`.repeat(90)}`;
    const lines = shown(results({ answers: [answer({ markdown, budget: 1_000_000 })] }));
    expect(lines.filter((line) => line.startsWith('• *a: *x')).length).toBeGreaterThan(10);
    expect(lines).toContain('[Read the whole section](https://docs.example/zebra#stripes)');
  });

  test('never ends within a link', () => {
    const link = '[a link of some words](https://docs.example/a-long-address-of-a-page) ';
    const best = answer({ markdown: link.repeat(200), budget: 1_000_000 });
    const { blocks } = renderReply(results({ answers: [best] }), showing());
    const drawn = JSON.stringify(blocks);
    const links =
      drawn.match(/"type":"link","url":"https:\/\/docs\.example\/a-[^"]*","text":"[^"]*"/gu) ?? [];
    expect(links.length).toBeGreaterThan(20);
    expect(new Set(links).size).toBe(1);
  });

  test('then loses the lines of further sections, then the sections, which More shows', () => {
    const reply = results({ answers: [answer(), long(1), long(2), long(3), long(4)], more: false });
    const message = renderReply(reply, showing());
    checkMessage(message);
    const lines = outline(message.blocks);
    expect(lines[1]).toBe('A *zebra* has stripes.');
    const links = lines.filter((line) => line.startsWith('• [Other'));
    expect(links.length).toBeGreaterThan(0);
    expect(links.length).toBeLessThan(4);
    expect(links.join('')).not.toContain('Animals');
    const more = buttonsOf(message.blocks).find(({ action_id }) => action_id === 'signpost_more');
    expect(decodeState(more?.value)?.offset).toBe(1 + links.length);
  });

  test('keeps the link and the way on, whatever the question and the address are', () => {
    const url = `https://docs.example/${'x'.repeat(2_970)}`;
    const best = answer({
      url,
      title: '"'.repeat(400),
      trail: ['"'.repeat(400)],
      markdown: '"'.repeat(5_000),
    });
    const state = { question: '"'.repeat(1_000), sharedBy: '"'.repeat(100) };
    const reply = results({ answers: [best, best, best], didYouMean: '"'.repeat(400), more: true });
    const message = renderReply(reply, showing({ state, voted: true, audience: 'public' }));
    checkMessage(message);
    expect(JSON.stringify(message.blocks).length).toBeLessThan(10_000);
    expect(JSON.stringify(message.blocks).split(`"url":"${url}"`)).toHaveLength(3);
  });
});
