import type { Answer, Reply } from '../../../src/core/reply.ts';
import type { Preview } from '../../../src/platforms/web/preview.ts';

type Json = Readonly<Record<string, unknown>>;

/** Block Kit as Slack's renderer makes it, in short: rich text, a table, a context, buttons. */
export const fakeSlack: Preview = {
  name: 'slack',
  title: 'Slack',
  render: (reply) => ({ text: `A reply: ${reply.kind}`, blocks: blocksOf(reply) }),
};

export const LONG_CODE = `const answer = ${'await client.domains.verify() || '.repeat(8)}undefined;`;
export const LONG_CELL = 'an_identifier_that_is_very_long_and_has_no_place_to_break_a_line_at_all_1234567890';

function blocksOf(reply: Reply): Json[] {
  switch (reply.kind) {
    case 'results':
      return reply.answers.flatMap((answer, index) => (index === 0 ? best(answer) : further(answer)));
    case 'section':
      return best(reply.answer);
    case 'help':
      return [richText(section(text('Ask in your own words.', { bold: true }))), ...buttons('Search')];
    case 'failure':
      return [richText(section(text(`No reply: ${reply.reason}`)))];
    case 'entries':
      return reply.entries.map(({ url, title }) => richText(section(link(url, title))));
    case 'entry':
      return [richText(section(link(reply.entry.url, reply.entry.title)))];
  }
}

function best({ title, url, trail, excerpt }: Answer): Json[] {
  return [
    richText(section(link(url, title, { bold: true }))),
    { type: 'context', elements: [{ type: 'plain_text', text: trail.join(' › '), emoji: false }] },
    richText(
      section(text(excerpt.markdown), text(' and '), text('code', { code: true }), text(' in it.')),
      list('bullet', 0, 'One', 'Two'),
      list('bullet', 1, 'Nested'),
      list('ordered', 0, 'First', 'Second'),
      { type: 'rich_text_quote', elements: [text('A quoted domain.')] },
      { type: 'rich_text_preformatted', elements: [text(LONG_CODE)] },
    ),
    {
      type: 'table',
      column_settings: [{ is_wrapped: true }, { align: 'right' }],
      rows: [
        [raw('Name'), raw('*Meaning* of <!here>')],
        [richText(section(text('op', { code: true }))), raw(LONG_CELL)],
        [raw('amount'), { type: 'raw_number', value: 12, text: '12.00' }],
      ],
    },
    {
      type: 'context',
      elements: [
        { type: 'mrkdwn', text: 'Not &lt;!channel&gt; &amp; <https://docs.example.com/more|more here>' },
      ],
    },
    ...buttons('Share', 'More', '👍', '👎'),
  ];
}

function further({ title, url }: Answer): Json[] {
  return [richText(section(link(url, title), text(' says more.')))];
}

function buttons(...labels: string[]): Json[] {
  const elements = labels.map((label) => ({
    type: 'button',
    text: { type: 'plain_text', text: label, emoji: true },
    action_id: `signpost_${label}`,
    value: 'q1|verify|0|U1||docs|verify a domain',
    url: 'https://evil.example/opened',
  }));
  return [{ type: 'actions', block_id: 'keys', elements }];
}

function richText(...elements: Json[]): Json {
  return { type: 'rich_text', elements };
}

function section(...elements: Json[]): Json {
  return { type: 'rich_text_section', elements };
}

function list(style: string, indent: number, ...items: string[]): Json {
  return { type: 'rich_text_list', style, indent, elements: items.map((item) => section(text(item))) };
}

function text(text: string, style: Json = {}): Json {
  return { type: 'text', text, style };
}

function link(url: string, text: string, style: Json = {}): Json {
  return { type: 'link', url, text, style };
}

function raw(text: string): Json {
  return { type: 'raw_text', text };
}

/** Components V2 as Discord's renderer makes them, in short: one container of texts, a line and buttons. */
export const fakeDiscord: Preview = {
  name: 'discord',
  title: 'Discord',
  render: (reply) => ({
    flags: 1 << 15,
    components: [{ type: 17, components: componentsOf(reply) }],
    allowed_mentions: { parse: [] },
  }),
};

function componentsOf(reply: Reply): Json[] {
  switch (reply.kind) {
    case 'results':
      return [
        ...reply.answers.flatMap((answer, index) =>
          index === 0 ? bestParts(answer) : [furtherPart(answer)],
        ),
        row('Share', 'More', 'Helpful', 'Not helpful'),
      ];
    case 'section':
      return [...bestParts(reply.answer), row('Share')];
    case 'help':
      return [display('**Ask in your own words.**'), row('Search')];
    case 'failure':
      return [display(`No reply: ${reply.reason}`)];
    case 'entries':
      return reply.entries.map(({ url, title }) => display(`[${escaped(title)}](<${url}>)`));
    case 'entry':
      return [display(`[${escaped(reply.entry.title)}](<${reply.entry.url}>)`)];
  }
}

function bestParts({ title, url, trail, excerpt }: Answer): Json[] {
  const parts = [
    `### [${escaped(title)}](<${url}>)`,
    `-# ${escaped(trail.join(' › '))}`,
    `${escaped(excerpt.markdown)} and \`code\` in it.`,
    '- One\n- Two\n  - Nested',
    'In *order*:\n3. First\n4. Second',
    '> A quoted **domain**.',
    `\`\`\`ts\n${LONG_CODE}\n\`\`\``,
  ];
  return [display(parts.join('\n')), { type: 14, divider: true, spacing: 1 }];
}

function furtherPart({ title, url }: Answer): Json {
  return display(`[${escaped(title)}](<${url}>)\n-# says more`);
}

function escaped(text: string): string {
  return text.replace(/[\\*_~`|<>[\]@:]/gu, String.raw`\$&`);
}

function display(content: string): Json {
  return { type: 10, content };
}

function row(...labels: string[]): Json {
  const components = labels.map((label, index) => ({
    type: 2,
    style: index === 0 ? 1 : 2,
    label,
    ...(label.endsWith('elpful') ? { emoji: { name: label === 'Helpful' ? '👍' : '👎' } } : {}),
    custom_id: `sp|${index}|q1|verify|0|1`,
  }));
  return { type: 1, components };
}
