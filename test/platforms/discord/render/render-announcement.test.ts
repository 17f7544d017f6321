import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutExcerpt } from '../../../../src/core/excerpt.ts';
import type { AnnouncedEntry, EntriesReply } from '../../../../src/core/reply.ts';
import type { Announcement } from '../../../../src/core/announcer.ts';
import {
  renderAnnouncement,
  renderPostPreview,
  withoutPictures,
} from '../../../../src/platforms/discord/render/render-announcement.ts';
import { renderReply } from '../../../../src/platforms/discord/render/render-reply.ts';
import { renderSubscriptions } from '../../../../src/platforms/discord/render/render-subscriptions.ts';
import { ENGLISH } from '../../../../src/platforms/words/english.ts';
import { LOCALES } from '../../../../src/platforms/words/words-for.ts';
import { anyMarkdown } from '../../../core/any-markdown.ts';
import { matchWords, parse } from '../../../core/markdown.ts';
import { announced, subscriptionView } from '../../changelog-texts.ts';
import { answer, results } from '../../terminal/answers.ts';
import { checkMessage } from './check-message.ts';
import { outline, textsOf } from './outline.ts';
import { showing } from './showing.ts';

fc.configureGlobal({ seed: 1 });

const OPTIONS = { words: ENGLISH, component: 7 };
const IMAGE = 'https://docs.example/a.png';

function lines(announcement: Announcement): string[] {
  const message = renderAnnouncement(announcement, OPTIONS);
  checkMessage(message);
  return outline(message);
}

function entryOf(entry: Partial<AnnouncedEntry> = {}, markdown?: string): Announcement {
  return { kind: 'entry', entry: announced(entry, markdown) };
}

function digestOf(entries: readonly AnnouncedEntry[]): EntriesReply {
  return { kind: 'entries', occasion: 'digest', query: '', entries };
}

describe('a post of an entry', () => {
  test('is its title as a link, what there is to know of it, its notes and its picture', () => {
    const entry = { version: '2.0.0', package: 'node', breaking: true, image: IMAGE };
    const message = renderAnnouncement(entryOf(entry), OPTIONS);
    expect(lines(entryOf(entry))).toEqual([
      '### [Pagination](<https://example.com/changelog/pagination>)',
      '-# Releases · node · 2.0.0 · breaking change · 2025-05-30',
      'Adds **pagination**.',
      '{12}',
    ]);
    expect(JSON.stringify(message)).toContain(
      JSON.stringify({ media: { url: IMAGE }, description: 'Pagination' }),
    );
  });

  test('has one container with the number of the post, and pings nobody', () => {
    const { components, allowed_mentions } = renderAnnouncement(entryOf(), OPTIONS);
    expect(components.map(({ type, id }) => [type, id])).toEqual([[17, 7]]);
    expect(allowed_mentions).toEqual({ parse: [] });
  });

  test('that is long is cut between its nodes, and leads to the whole', () => {
    const [text = ''] = textsOf(renderAnnouncement(entryOf({}, '- Adds a thing.\n'.repeat(400)), OPTIONS));
    expect(text.length).toBeLessThanOrEqual(2_000);
    expect(text).toMatch(
      /- Adds a thing\.\n\[Read the whole entry\]\(<https:\/\/example\.com\/changelog\/pagination>\)$/u,
    );
  });

  test.each([
    ['over http', 'http://docs.example/a.png'],
    ['too long', `https://docs.example/${'x'.repeat(2_048)}`],
    ['no address', 'a.png'],
  ])('shows no picture whose address is %s', (_what, image) => {
    expect(lines(entryOf({ image }))).not.toContain('{12}');
  });

  test('without its picture is the same otherwise', () => {
    const plain = withoutPictures(renderAnnouncement(entryOf({ image: IMAGE }), OPTIONS));
    expect(plain).toEqual(renderAnnouncement(entryOf(), OPTIONS));
    expect(withoutPictures(renderAnnouncement(entryOf(), OPTIONS))).toBeUndefined();
  });

  test('as a preview stands below a line that says so', () => {
    const preview = renderPostPreview(entryOf(), ENGLISH);
    checkMessage(preview);
    expect(outline(preview)[0]).toBe(ENGLISH.changelog.preview);
  });
});

describe('a digest', () => {
  test('says how many entries there are, and names each', () => {
    expect(lines(digestOf([announced(), announced({ title: 'Webhooks', url: '' })]))).toEqual([
      '2 new entries:',
      '- [Pagination](<https://example.com/changelog/pagination>)',
      '  *Releases · 2025-05-30*',
      '- Webhooks',
      '  *Releases · 2025-05-30*',
    ]);
  });

  test.each([
    ['short', 'Pagination', 'https://docs.example/a', true, true],
    ['with long addresses', 'Pagination', `https://docs.example/${'x'.repeat(140)}`, false, true],
    [
      'with addresses that leave no room',
      'Pagination',
      `https://docs.example/${'x'.repeat(480)}`,
      false,
      false,
    ],
    [
      'with titles of nothing but signs',
      '*'.repeat(300),
      `https://docs.example/${'x'.repeat(480)}`,
      false,
      false,
    ],
  ])('of twenty entries names all: %s', (...[, title, url, facts, links]) => {
    const shown = lines(digestOf(Array.from({ length: 20 }, () => announced({ title, url }))));
    expect(shown.filter((line) => line.startsWith('- '))).toHaveLength(20);
    expect(shown.some((line) => line.startsWith('  *'))).toBe(facts);
    expect(shown.some((line) => line.includes('](<'))).toBe(links);
  });

  test('reads no notes', () => {
    const unread = {
      ...announced(),
      get excerpt(): never {
        throw new Error('read for nothing');
      },
    };
    expect(lines(digestOf([unread]))).toHaveLength(3);
  });
});

describe('entries that somebody asked for', () => {
  test.each([
    ['latest', '', 'The newest entries:', 'There are no entries yet.'],
    ['found', 'sso', 'Entries about “sso”:', 'No entry about “sso” was found.'],
  ] as const)('%s', (...[occasion, query, label, none]) => {
    const reply = { kind: 'entries', occasion, query, entries: [announced()] } as const;
    expect(outline(renderReply(reply, showing()))[0]).toBe(label);
    expect(outline(renderReply({ ...reply, entries: [] }, showing()))).toEqual([none]);
  });
});

describe('entries that a question found', () => {
  const reply = { kind: 'entries', occasion: 'found', query: 'sso', entries: [announced()] } as const;

  test.each([
    ['private', '(Share)'],
    ['public', '(Delete)'],
  ] as const)('can be shared or deleted as an answer can: %s', (audience, buttons) => {
    expect(outline(renderReply(reply, showing({ audience }))).at(-1)).toBe(buttons);
  });

  test('name who alone may be pinged', () => {
    const message = renderReply(reply, showing({ audience: 'public', addressee: '123' }));
    checkMessage(message);
    expect(outline(message)[0]).toBe('For <@123>');
  });

  test('of a command have no buttons', () => {
    const message = renderReply(reply, showing({ state: { id: '' } }));
    expect(outline(message).at(-1)).toBe('  *Releases · 2025-05-30*');
  });
});

describe('news beneath an answer', () => {
  const NEWS = [announced(), announced({ title: 'Webhooks' }), announced({ title: 'Third' })];

  test('are a line and at most two links', () => {
    const message = renderReply(results({ news: NEWS }), showing());
    checkMessage(message);
    const all = outline(message);
    const at = all.indexOf(ENGLISH.changelog.news);
    expect(all.slice(at, at + 4)).toEqual([
      ENGLISH.changelog.news,
      '- [Pagination](<https://example.com/changelog/pagination>)',
      '- [Webhooks](<https://example.com/changelog/pagination>)',
      '(Share) (👍) (👎)',
    ]);
  });

  test('are the first to go where room is short', () => {
    const others = Array.from({ length: 4 }, (_, number) =>
      answer({ id: `b${number}`, url: `https://docs.example/${'x'.repeat(250)}`, title: `Other ${number}` }),
    );
    const best = answer({ markdown: 'A zebra has stripes. '.repeat(200) });
    const all = outline(renderReply(results({ answers: [best, ...others], news: NEWS }), showing()));
    expect(all).not.toContain(ENGLISH.changelog.news);
    expect(all.filter((line) => line.startsWith('- [Other'))).toHaveLength(4);
  });

  test('are not in a forum', () => {
    const all = outline(renderReply(results({ news: NEWS }), showing({ audience: 'forum' })));
    expect(all).not.toContain(ENGLISH.changelog.news);
  });
});

const HOSTILE = [
  '@everyone <@80351110224678912> <#41771983423143937>',
  '||spoiler|| :smile: https://evil.example discord.gg/abc',
  '](https://evil.example) **bold** `code` ```fence',
  '# head\n- item\n> quote',
  '\u202Eright\u200B\uD83D\u0007',
  '\u200B',
  '*'.repeat(5_000),
  'x'.repeat(5_000),
];

test('whatever a feed says stays text in messages that Discord takes', () => {
  const text = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 80 }));
  const markdown = fc.oneof(anyMarkdown, text);
  const { words } = LOCALES[1] ?? { words: ENGLISH };
  fc.assert(
    fc.property(
      fc.tuple(text, text, markdown),
      fc.integer({ min: 1, max: 20 }),
      ([title, name, notes], count) => {
        const excerpt = cutExcerpt(notes, { parse, match: matchWords(''), budget: 2_400 });
        const facts = { feed: name, version: title, package: name, url: title, image: name };
        const entry = announced({ title: title === '' ? 'x' : title, ...facts, excerpt });
        const entries = Array.from({ length: count }, () => entry);
        checkMessage(renderAnnouncement({ kind: 'entry', entry }, { words, component: 1 }));
        checkMessage(renderAnnouncement(digestOf(entries), { words, component: 1 }));
        checkMessage(renderPostPreview({ kind: 'entry', entry }, words));
        const found = { ...digestOf(entries), occasion: 'found', query: title } as const;
        checkMessage(renderReply(found, showing({ words })));
        checkMessage(renderReply(results({ news: entries }), showing({ words })));
        const subscriptions = entries.map(() => subscriptionView({ feed: name, paused: title, by: '1' }));
        const names = new Map([['1', title]]);
        checkMessage(renderSubscriptions({ kind: 'subscriptions', subscriptions }, { words, names }));
      },
    ),
    { numRuns: 100 },
  );
}, 300_000);

test('of very many subscriptions the first are listed', () => {
  const subscriptions = Array.from({ length: 200 }, () => subscriptionView());
  const names = new Map<string, string>();
  const message = renderSubscriptions({ kind: 'subscriptions', subscriptions }, { words: ENGLISH, names });
  checkMessage(message);
  expect(outline(message).length).toBeGreaterThan(50);
});
