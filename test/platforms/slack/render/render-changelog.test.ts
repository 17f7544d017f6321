import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../../../src/core/announcer.ts';
import type { SubscriptionView } from '../../../../src/core/changelog.ts';
import { NO_FILTER } from '../../../../src/core/subscription.ts';
import {
  renderAnnouncement,
  withoutPictures,
} from '../../../../src/platforms/slack/render/render-announcement.ts';
import { renderChangelog } from '../../../../src/platforms/slack/render/render-changelog.ts';
import { renderHome } from '../../../../src/platforms/slack/render/render-home.ts';
import { renderPause } from '../../../../src/platforms/slack/render/render-pause.ts';
import { renderReply } from '../../../../src/platforms/slack/render/render-reply.ts';
import { anyMarkdown } from '../../../core/any-markdown.ts';
import { answer, results } from '../../terminal/answers.ts';
import { entries, entry } from '../entries.ts';
import { checkMessage } from './check-message.ts';
import { outline } from './outline.ts';
import { showing } from './showing.ts';

fc.configureGlobal({ seed: 1 });

const HEAD =
  '*[Zebra 2.0.0](https://docs.example/releases/2.0.0)*\n_Releases · zebra · 2.0.0 · breaking change · 2026-05-30_';
const READ_ALL = '[Read the whole entry](https://docs.example/releases/2.0.0)';

function posted(announcement: Announcement): string[] {
  const message = renderAnnouncement(announcement);
  checkMessage(message);
  return outline(message.blocks);
}

describe('a post of an entry', () => {
  test('is title, facts and notes', () => {
    expect(posted({ kind: 'entry', entry: entry() })).toEqual([HEAD, 'Adds *stripes*.']);
  });

  test('has its picture beneath', () => {
    const image = 'https://images.example/zebra.png';
    expect(posted({ kind: 'entry', entry: entry({ image }) })).toEqual([HEAD, 'Adds *stripes*.', 'image']);
  });

  test.each([
    'http://images.example/a.png',
    'data:image/png;base64,xx',
    'zebra',
    `https://x.example/${'x'.repeat(3_000)}`,
  ])('has no picture that Slack would refuse: %.40s', (image) => {
    expect(posted({ kind: 'entry', entry: entry({ image }) })).toEqual([HEAD, 'Adds *stripes*.']);
  });

  test('that is long is cut at an item, and leads on to the whole', () => {
    const markdown = Array.from({ length: 300 }, (_, number) => `- item ${number}`).join('\n');
    const lines = posted({ kind: 'entry', entry: entry({ markdown, budget: 1_000_000 }) });
    expect(lines.slice(0, 2)).toEqual([HEAD, '• item 0']);
    expect(lines.at(-2)).toMatch(/^• item \d+$/u);
    expect(lines.at(-1)).toBe(READ_ALL);
  });

  test('whose notes were cut before leads on, too', () => {
    const markdown = 'A zebra has stripes.\n\nIt eats grass.';
    expect(posted({ kind: 'entry', entry: entry({ markdown, budget: 20 }) }).at(-1)).toBe(READ_ALL);
  });

  test('without an address has no link, without notes only its head', () => {
    const bare = entry({ url: '', markdown: '', version: '', package: '', breaking: false, at: undefined });
    expect(posted({ kind: 'entry', entry: bare })).toEqual(['*Zebra 2.0.0*\n_Releases_']);
  });

  test('says in a notification what it is about', () => {
    expect(renderAnnouncement({ kind: 'entry', entry: entry() }).text).toBe(
      'Zebra 2.0.0\nReleases · zebra · 2.0.0 · breaking change · 2026-05-30\nAdds stripes.\nhttps://docs.example/releases/2.0.0',
    );
  });

  test('can be sent without its picture', () => {
    const plain = renderAnnouncement({ kind: 'entry', entry: entry() });
    const pictured = renderAnnouncement({
      kind: 'entry',
      entry: entry({ image: 'https://x.example/a.png' }),
    });
    expect(withoutPictures(pictured)).toEqual(plain);
    expect(withoutPictures(plain)).toBeUndefined();
  });
});

describe('a digest', () => {
  test('says how many, then each with its facts', () => {
    const facts = '\n_Releases · zebra · 2.0.0 · breaking change · 2026-05-30_';
    expect(posted(entries(2))).toEqual([
      '2 new entries:',
      `• [Zebra 1.2.0](https://docs.example/releases/0)${facts}`,
      `• [Zebra 1.1.0](https://docs.example/releases/1)${facts}`,
    ]);
  });

  test('of twenty short entries has all of each', () => {
    const lines = posted(entries(20));
    expect(lines).toHaveLength(21);
    for (const line of lines.slice(1)) expect(line).toMatch(/^• \[Zebra.*\n_Releases/u);
  });

  test('of long titles loses the facts first', () => {
    const title = 'A title of some length that says much '.repeat(8);
    const lines = posted(
      entries(20, { entries: Array.from({ length: 20 }, () => entry({ title, feed: title })) }),
    );
    expect(lines).toHaveLength(21);
    for (const line of lines.slice(1)) expect(line).toMatch(/^• \[A title.*\]\(https:[^\n]*$/u);
  });

  test('then loses links that are long, and has all entries whatever happens', () => {
    const long = `https://docs.example/${'x'.repeat(2_500)}`;
    const title = '"\\'.repeat(400);
    const all = Array.from({ length: 20 }, (_, number) =>
      entry({ title, url: number === 0 ? entry().url : long, feed: title, version: title }),
    );
    const lines = posted(entries(20, { entries: all }));
    expect(lines).toHaveLength(21);
    const short = posted(
      entries(20, { entries: all.map((one, number) => ({ ...one, title: `Zebra ${number}` })) }),
    );
    expect(short.slice(1, 3)).toEqual(['• [Zebra 0](https://docs.example/releases/2.0.0)', '• Zebra 1']);
  });

  test('names the first in a notification', () => {
    expect(renderAnnouncement(entries(5)).text).toBe('5 new entries:\nZebra 1.5.0\nZebra 1.4.0\nZebra 1.3.0');
  });
});

describe('entries that were asked for', () => {
  test.each([
    [entries(0, { occasion: 'latest' }), 'There are no entries yet.'],
    [entries(0, { occasion: 'found', query: 'okapi' }), 'No entry about “okapi” was found.'],
  ])('may be none: %#', (reply, said) => {
    const message = renderReply(reply, showing());
    checkMessage(message);
    expect(outline(message.blocks)).toEqual([said, '(Dismiss)']);
  });

  test('can be shared where they answer a question, and say who did', () => {
    const reply = entries(1, { occasion: 'found', query: 'zebra' });
    expect(outline(renderReply(reply, showing()).blocks).at(-1)).toBe('(Share) (Dismiss)');
    const shared = showing({ audience: 'public', state: { sharedBy: 'ana', question: 'news on zebra' } });
    const lines = outline(renderReply(reply, shared).blocks);
    expect([lines[0], lines.at(-1)]).toEqual(['_Shared by ana · news on zebra_', '(Dismiss)']);
  });

  test('are shown in the home tab', () => {
    const help = { kind: 'help', collections: [] } as const;
    const home = renderHome({ title: 'Docs', help, reply: entries(20), showing: showing() });
    checkMessage(home);
    expect(outline(home.blocks).join('\n')).toContain('[Zebra 1.20.0]');
  });
});

describe('an answer from the docs', () => {
  const news = [entry(), entry({ title: 'Zebra 1.9.0' }), entry({ title: 'Zebra 1.8.0' })];

  test('mentions at most two entries that are newer', () => {
    const { blocks } = renderReply(results({ news }), showing());
    const lines = outline(blocks);
    expect(lines.slice(1, 5)).toEqual([
      'A *zebra* has stripes.',
      'Announced recently:',
      expect.stringContaining('• [Zebra 2.0.0](https://docs.example/releases/2.0.0)'),
      expect.stringContaining('• [Zebra 1.9.0]'),
    ]);
    expect(lines.join('\n')).not.toContain('Zebra 1.8.0');
  });

  test('has no room for them before it loses anything else', () => {
    const url = `https://docs.example/${'x'.repeat(2_900)}`;
    const answers = [answer(), answer({ id: 'b', url, title: 'Other' }), answer({ id: 'c', url })];
    const message = renderReply(results({ answers, news: [entry({ url })] }), showing());
    checkMessage(message);
    const lines = outline(message.blocks);
    expect(lines.some((line) => line.startsWith('Announced recently:'))).toBe(false);
    expect(lines.filter((line) => line.includes('_Animals › Zebra_'))).toHaveLength(3);
  });
});

const VIEW: SubscriptionView = {
  feed: 'Releases',
  filter: NO_FILTER,
  schedule: { kind: 'now' },
  origin: 'chat',
  by: 'U0ANA',
  paused: '',
};

describe('what a channel gets', () => {
  const shown = { ...showing(), isOutside: false };

  test('is a line each, with who made it, and why nothing is posted', () => {
    const subscriptions = [VIEW, { ...VIEW, by: '', paused: 'the channel is archived' }];
    const message = renderChangelog({ kind: 'subscriptions', subscriptions }, shown);
    checkMessage({ response_type: 'ephemeral', ...message });
    expect(outline(message.blocks)).toEqual([
      'Posted in this channel:',
      '• Releases: everything, at once · by {user}',
      '• Releases: everything, at once · paused: the channel is archived',
    ]);
  });

  test('may be more than fits', () => {
    const words = Array.from({ length: 30 }, (_, number) => `"a long phrase ${number}"`);
    const subscriptions = Array.from({ length: 60 }, () => ({ ...VIEW, filter: { ...NO_FILTER, words } }));
    const message = renderChangelog({ kind: 'subscriptions', subscriptions }, shown);
    checkMessage({ response_type: 'ephemeral', ...message });
    expect(outline(message.blocks).at(-1)).toBe('• …');
  });
});

const ODD = [
  '<!channel>',
  '<@U123>',
  '&lt;!here&gt; & *bold*',
  '\u200B',
  '\u202Eright to left',
  '\uD83D',
  '"\\'.repeat(400),
  '🙂'.repeat(400),
  'x'.repeat(5_000),
  'https://docs.example/a?b=c',
  `https://docs.example/${'x'.repeat(2_900)}`,
  `https://docs.example/${'"'.repeat(900)}`,
];

test('any entries whatever become messages that Slack takes', () => {
  const text = fc.oneof(fc.constantFrom(...ODD), fc.string({ unit: 'binary', maxLength: 60 }));
  const fields = fc.record({
    feed: text,
    title: text,
    url: text,
    version: text,
    package: text,
    image: text,
  });
  const list = fc.array(fields, { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(list, anyMarkdown, text, (named, markdown, word) => {
      const all = named.map((one) => entry({ ...one, markdown, budget: 20_000 }));
      const [first = entry()] = all;
      const many = { kind: 'entries', query: word, entries: all } as const;
      const hostile = showing({ state: { question: word, sharedBy: word } });
      checkMessage(renderAnnouncement({ kind: 'entry', entry: first }));
      const digest = renderAnnouncement({ ...many, occasion: 'digest' });
      checkMessage(digest);
      expect(outline(digest.blocks).filter((line) => line.startsWith('• '))).toHaveLength(all.length);
      checkMessage(renderReply({ ...many, occasion: 'found' }, hostile));
      checkMessage(renderReply({ kind: 'entry', entry: first }, hostile));
      checkMessage(renderReply(results({ news: all }), hostile));
      checkMessage(renderChangelog({ kind: 'entry', entry: first }, { ...hostile, isOutside: true }));
      checkMessage(renderPause('C1', { feed: first.feed.slice(0, 500), reason: word.slice(0, 500) }));
    }),
    { numRuns: 25 },
  );
}, 300_000);
