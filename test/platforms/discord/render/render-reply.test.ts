import { describe, expect, test } from 'vitest';
import type { Answer, CollectionHelp, Reply } from '../../../../src/core/reply.ts';
import { decodeButton } from '../../../../src/platforms/discord/render/buttons.ts';
import type { Showing } from '../../../../src/platforms/discord/render/message.ts';
import { renderNotice } from '../../../../src/platforms/discord/render/notice.ts';
import { renderReply } from '../../../../src/platforms/discord/render/render-reply.ts';
import { ENGLISH } from '../../../../src/platforms/words/english.ts';
import { answer, results } from '../../terminal/answers.ts';
import { checkMessage } from './check-message.ts';
import { buttonsOf, outline, textsOf } from './outline.ts';
import { showing } from './showing.ts';

function shown(reply: Reply, how: Showing = showing()): string[] {
  const message = renderReply(reply, how);
  checkMessage(message);
  return outline(message);
}

function other(number: number, url = `https://docs.example/${number}`): Answer {
  return {
    ...answer({ id: `b${number}`, title: `Other ${number}`, url }),
    get excerpt(): never {
      throw new Error('read for nothing');
    },
  };
}

const HEAD = ['### [Stripes](<https://docs.example/zebra#stripes>)', '-# Animals › Zebra'];

describe('an answer', () => {
  test('is title, trail, excerpt, further sections and buttons', () => {
    expect(shown(results({ answers: [answer(), other(1), other(2)], more: true }))).toEqual([
      ...HEAD,
      'A **zebra** has stripes.',
      '———',
      'Also in the docs:',
      '- [Other 1](<https://docs.example/1>)',
      '  *Animals › Zebra*',
      '- [Other 2](<https://docs.example/2>)',
      '  *Animals › Zebra*',
      '(Share) (More) (👍) (👎)',
    ]);
  });

  test('stands in one container, and pings nobody', () => {
    const { components, ...rest } = renderReply(results(), showing());
    expect(components.map(({ type }) => type)).toEqual([17]);
    expect(rest).toEqual({ flags: 32_768, allowed_mentions: { parse: [] } });
  });

  test('that may be one says so', () => {
    expect(shown(results({ outcome: 'unsure' })).slice(0, 2)).toEqual([
      'Not sure, but this may help:',
      HEAD[0],
    ]);
  });

  test('of a question with a mistake offers the right one', () => {
    const reply = results({ didYouMean: 'zebras' });
    expect(shown(reply).slice(0, 2)).toEqual(['(Did you mean: zebras)', HEAD[0]]);
    const [button] = buttonsOf(renderReply(reply, showing()));
    expect(decodeButton(button?.custom_id ?? '')).toMatchObject({
      action: 'ask',
      ending: 'meant',
      state: { id: 'q1' },
    });
  });

  test('of a long question with a mistake says the right one in full above the button', () => {
    const question = `${'zebra '.repeat(20)}end`;
    const [text, button] = shown(results({ didYouMean: question }));
    expect(text).toContain(question);
    expect(button).toMatch(/^\(Did you mean: zebra .*…\)$/u);
  });

  test('that is not the whole section leads on', () => {
    const best = answer({ markdown: 'A zebra has stripes.\n\nIt eats grass.', budget: 20 });
    expect(shown(results({ answers: [best] }))).toContain(
      '[Read the whole section](<https://docs.example/zebra#stripes>)',
    );
  });

  test('without a text is a title', () => {
    expect(shown(results({ answers: [answer({ markdown: '' })] }))).toEqual([...HEAD, '(Share) (👍) (👎)']);
  });

  test('whose address Discord takes for no link is still shown', () => {
    const url = `https://docs.example/${'x'.repeat(512)}`;
    expect(shown(results({ answers: [answer({ url })] }))[0]).toBe('### Stripes');
  });

  test('that is long is cut so that the reply is pleasant to read', () => {
    const best = answer({ markdown: `${'A zebra has stripes. '.repeat(400)}\n\n\`\`\`\nx\n\`\`\`` });
    const message = renderReply(results({ answers: [best, other(1)] }), showing());
    const length = textsOf(message).join('').length;
    expect(length).toBeLessThanOrEqual(2_000);
    expect(length).toBeGreaterThan(1_900);
    expect(textsOf(message)[0]).toMatch(/stripes\. …\n\[Read the whole section\]\(\S+\)$/u);
  });

  test('beside sections with long addresses keeps its text', () => {
    const others = [1, 2, 3, 4].map((number) =>
      other(number, `https://docs.example/${number}${'x'.repeat(480)}`),
    );
    const best = answer({ markdown: 'A zebra has stripes. '.repeat(100) });
    const message = renderReply(results({ answers: [best, ...others] }), showing());
    checkMessage(message);
    expect(textsOf(message)[0]?.length).toBeGreaterThan(700);
    const more = buttonsOf(message).find(({ label }) => label === 'More');
    expect(decodeButton(more?.custom_id ?? '')?.state.offset).toBe(3);
  });
});

describe('further results', () => {
  test('say which they are, and show the first in full', () => {
    const reply = results({ offset: 5, answers: [answer(), other(1)] });
    expect(shown(reply).slice(0, 4)).toEqual(['-# Results 6 to 7', ...HEAD, 'A **zebra** has stripes.']);
  });

  test('are links where nothing answers', () => {
    const reply = results({ outcome: 'nothing', offset: 5, answers: [other(1)] });
    expect(shown(reply).slice(0, 2)).toEqual(['-# Result 6', '- [Other 1](<https://docs.example/1>)']);
  });
});

describe('no answer', () => {
  test('lists the closest headings', () => {
    expect(shown(results({ outcome: 'nothing', answers: [other(1)] }))).toEqual([
      'The docs do not seem to answer that.',
      'The closest headings:',
      '- [Other 1](<https://docs.example/1>)',
      '  *Animals › Zebra*',
      '(Share) (👍) (👎)',
    ]);
  });

  test('and no heading is a line', () => {
    const reply = results({ outcome: 'nothing', answers: [] });
    expect(shown(reply)).toEqual(['The docs do not seem to answer that.']);
    expect(shown(reply, showing({ audience: 'public' })).at(-1)).toBe('(Delete)');
  });

  test.each(['not-ready', 'gone', 'failed'] as const)('because of %s says why', (reason) => {
    expect(shown({ kind: 'failure', reason })).toEqual([ENGLISH.failures[reason]]);
  });
});

test('a section alone looks as an answer does', () => {
  expect(shown({ kind: 'section', answer: answer() })).toEqual([
    ...HEAD,
    'A **zebra** has stripes.',
    '(Share) (👍) (👎)',
  ]);
});

describe('buttons', () => {
  const REPLY = results({ more: true });

  test.each([
    ['private', false, ['(Share) (More) (👍) (👎)']],
    ['private', true, ['-# Thanks for the feedback.', '(Share) (More)']],
    ['public', false, ['(More) (👍) (👎) (Delete)']],
    ['public', true, ['-# Thanks for the feedback.', '(More) (Delete)']],
    ['direct', false, ['(More) (👍) (👎)']],
    ['direct', true, ['-# Thanks for the feedback.', '(More)']],
    ['forum', false, ['(This solved it) (Not helpful)']],
  ] as const)('of a %s reply, voted: %s', (audience, voted, lines) => {
    const all = shown(REPLY, showing({ audience, voted }));
    expect(all.slice(all.indexOf('A **zebra** has stripes.') + 1)).toEqual(lines);
  });

  test('hold the section and where the results go on', () => {
    const reply = results({ offset: 5, answers: [answer(), other(1)], more: true });
    const states = buttonsOf(renderReply(reply, showing())).map(({ custom_id }) => decodeButton(custom_id));
    const state = { id: 'q1', section: 'a1', offset: 5, asker: '80351110224678912', version: '' };
    expect(states.map((one) => [one?.action, one?.state])).toEqual([
      ['share', state],
      ['more', { ...state, offset: 7 }],
      ['helpful', state],
      ['unhelpful', state],
    ]);
  });

  test('that Discord would refuse are left out', () => {
    const reply = results({ answers: [answer({ id: 'x'.repeat(100) })] });
    expect(shown(reply)).toEqual([...HEAD, 'A **zebra** has stripes.']);
  });
});

describe('above a reply stands', () => {
  test('who shared it', () => {
    const how = showing({ audience: 'public', sharedBy: '*ana* @here' });
    expect(shown(results(), how)[0]).toBe(String.raw`-# Shared by \*ana\* \@here`);
  });

  test('for whom it is, who alone may be pinged', () => {
    const message = renderReply(results(), showing({ addressee: '123' }));
    checkMessage(message);
    expect(outline(message)[0]).toBe('For <@123>');
    expect(message.allowed_mentions).toEqual({ parse: [], users: ['123'] });
  });

  test('nobody whose id is none', () => {
    const message = renderReply(results(), showing({ addressee: '&1' }));
    expect(outline(message)[0]).toBe(HEAD[0]);
    expect(message.allowed_mentions).toEqual({ parse: [] });
  });
});

test('a suggestion in a forum is short', () => {
  const best = answer({ markdown: 'A zebra has stripes. '.repeat(60) });
  const lines = shown(
    results({ answers: [best, other(1)], didYouMean: 'zebras', more: true }),
    showing({ audience: 'forum' }),
  );
  expect(lines[0]).toBe(ENGLISH.forum.suggestion);
  expect(lines[3]?.length).toBeLessThanOrEqual(350);
  expect(lines.slice(4)).toEqual([
    '[Read the whole section](<https://docs.example/zebra#stripes>)',
    '———',
    'Also in the docs:',
    '- [Other 1](<https://docs.example/1>)',
    '  *Animals › Zebra*',
    '(This solved it) (Not helpful)',
  ]);
});

describe('the help', () => {
  const DOCS: CollectionHelp = {
    name: 'docs',
    title: 'Docs',
    url: 'https://docs.example/',
    versions: [],
    locales: ['en'],
    examples: ['A?', 'B?', 'C?', 'D?'],
  };
  const API: CollectionHelp = {
    name: 'api',
    title: '',
    url: '',
    versions: [],
    locales: ['en'],
    examples: ['E?', 'A?', 'F?'],
  };

  test('says how to ask, and of what', () => {
    const lines = shown({ kind: 'help', collections: [DOCS, API] });
    expect(lines[0]).toBe('### Ask the docs');
    expect(lines).toContain('- `/docs your question` in any channel; pages are suggested while you type');
    expect(lines.slice(-6)).toEqual([
      '———',
      'What there is to ask about:',
      '- [Docs](<https://docs.example/>) `in:docs`',
      '- api `in:api`',
      'For example:',
      '(A?) (E?) (B?) (C?) (F?)',
    ]);
  });

  test('has buttons with the numbers of the examples among all', () => {
    const message = renderReply({ kind: 'help', collections: [DOCS, API] }, showing());
    const decoded = buttonsOf(message).map(({ custom_id }) => decodeButton(custom_id));
    expect(decoded.map((one) => [one?.action, one?.ending])).toEqual(
      ['0', '4', '1', '2', '6'].map((number) => ['ask', number]),
    );
  });

  test('of many collections names the first', () => {
    const collections = Array.from({ length: 200 }, (_, number) => ({ ...DOCS, name: `docs${number}` }));
    const lines = shown({ kind: 'help', collections });
    expect(lines.filter((line) => line.startsWith('- [Docs]')).length).toBeGreaterThan(20);
  });
});

test('a notice is literal text', () => {
  const message = renderNotice('Ask *again*, @here:\n- now');
  checkMessage(message);
  expect(outline(message)).toEqual([String.raw`Ask \*again\*, \@here:`, String.raw`\- now`]);
});

test('an empty notice is still a message', () => {
  checkMessage(renderNotice(' \u200B'));
});
