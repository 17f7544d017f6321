import { expect, test } from 'vitest';
import type { ChangelogNotice } from '../../src/platforms/changelog-notice.ts';
import { changelogNotice } from '../../src/platforms/changelog-notice.ts';
import { ENGLISH } from '../../src/platforms/words/english.ts';
import { LOCALES } from '../../src/platforms/words/words-for.ts';
import { subscriptionView } from './changelog-texts.ts';

const FEEDS = [
  { name: 'releases', title: 'Releases' },
  { name: 'node', title: 'Node SDK' },
];

const NOTICES: readonly (readonly [ChangelogNotice, string])[] = [
  [
    { kind: 'subscribed', subscription: subscriptionView(), isNew: true },
    'From now on, new entries of Releases are posted here: everything, at once.',
  ],
  [
    { kind: 'subscribed', subscription: subscriptionView(), isNew: false },
    'Changed. New entries of Releases are posted here: everything, at once.',
  ],
  [{ kind: 'unsubscribed', feed: 'Releases' }, 'Entries of Releases are no longer posted here.'],
  [
    { kind: 'which-feed', named: 'nodes', feeds: FEEDS },
    'I know no “nodes”. There are: Releases, Node SDK (node).',
  ],
  [{ kind: 'which-feed', named: '', feeds: FEEDS }, 'Which one? There are: Releases, Node SDK (node).'],
  [
    { kind: 'not-subscribed', named: 'x', feeds: FEEDS.slice(0, 1) },
    '“x” is not posted in this channel. Posted here: Releases.',
  ],
  [{ kind: 'not-subscribed', named: 'x', feeds: [] }, 'No changelog is posted in this channel.'],
  [
    { kind: 'in-config', feed: 'Releases' },
    'My config says that Releases is posted here. Whoever runs me can change it there.',
  ],
  [{ kind: 'no-entry', feed: 'Releases' }, 'Releases has no entries yet, so there is nothing to preview.'],
  [
    { kind: 'bad-term', term: '25:00', reason: 'an hour is from 0 to 23' },
    'I do not understand “25:00”: an hour is from 0 to 23.',
  ],
  [{ kind: 'no-feeds' }, 'There is no changelog that I could show here.'],
  [{ kind: 'failed' }, 'I cannot get at the changelogs right now. Try again later.'],
];

test.each(NOTICES)('%j', (notice, text) => {
  expect(changelogNotice(notice, ENGLISH)).toBe(text);
});

test('every kind is said in every language, on one line', () => {
  for (const { words } of LOCALES) {
    for (const [notice] of NOTICES) expect(changelogNotice(notice, words)).toMatch(/^\S.+[.。]$/u);
  }
});

test('what somebody typed is cut, and does not steer the line', () => {
  const named = `a\n\u202Eb ${'word '.repeat(1_000)}`;
  const text = changelogNotice({ kind: 'which-feed', named, feeds: FEEDS }, ENGLISH);
  expect(text).toMatch(/^I know no “a b word [^\n]*…”\. There are/u);
  expect(text.length).toBeLessThan(200);
});
