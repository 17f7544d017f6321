import { expect, test } from 'vitest';
import type { HelpReply } from '../../../../src/core/reply.ts';
import { renderHome } from '../../../../src/platforms/slack/render/render-home.ts';
import { answer, results } from '../../terminal/answers.ts';
import { checkMessage } from './check-message.ts';
import { outline } from './outline.ts';
import { showing } from './showing.ts';

const HELP: HelpReply = {
  kind: 'help',
  collections: [
    {
      name: 'docs',
      title: 'Guides',
      url: 'https://docs.example/',
      versions: [],
      locales: ['en'],
      examples: ['How?'],
    },
  ],
};
const EMPTY = { title: 'Animals', help: HELP, reply: undefined, showing: showing() };

test('App Home has a field to ask, how to ask elsewhere, and examples', () => {
  const home = renderHome(EMPTY);
  checkMessage(home);
  expect(home.type).toBe('home');
  const lines = outline(home.blocks);
  expect(lines.slice(0, 4)).toEqual([
    '# Animals',
    'Answers from the docs, with the excerpt and a link to the very section.',
    'input',
    '———',
  ]);
  expect(lines).toContain('• [Guides](https://docs.example/) ‹in:docs›');
  expect(lines.at(-1)).toBe('(How?)');
});

test('its field asks when Enter is pressed, and is empty before', () => {
  const input = renderHome(EMPTY).blocks.find(({ type }) => type === 'input');
  expect(input).toMatchObject({
    dispatch_action: true,
    element: {
      type: 'plain_text_input',
      action_id: 'signpost_search',
      max_length: 1_000,
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  });
  expect(input).not.toHaveProperty('element.initial_value');
});

test('the reply stands below the field, which keeps the question; its tables are text', () => {
  const best = answer({ markdown: '| a |\n|---|\n| b |' });
  const home = renderHome({ ...EMPTY, reply: results({ answers: [best], more: true }) });
  checkMessage(home);
  expect(outline(home.blocks).slice(2, 7)).toEqual([
    'input',
    '*[Stripes](https://docs.example/zebra#stripes)*\n_Animals › Zebra_',
    '```a\n─\nb```',
    '(More) (👍) (👎)',
    '———',
  ]);
  const input = home.blocks.find(({ type }) => type === 'input');
  expect(input).toHaveProperty('element.initial_value', 'What has stripes?');
});

test('a long reply leaves room for all else', () => {
  const markdown = 'A zebra.\n\n'.repeat(500);
  const home = renderHome({ ...EMPTY, reply: results({ answers: [answer({ markdown, budget: 100_000 })] }) });
  checkMessage(home);
  expect(home.blocks.length).toBeGreaterThan(40);
  expect(home.blocks.length).toBeLessThanOrEqual(50);
  expect(outline(home.blocks)).toContain('[Read the whole section](https://docs.example/zebra#stripes)');
  expect(outline(home.blocks).at(-1)).toBe('(How?)');
});
