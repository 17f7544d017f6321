import { expect, test } from 'vitest';
import type { Changelog, ChangelogPlace } from '../../src/core/changelog.ts';
import { readChangelog, runChangelog } from '../../src/platforms/changelog-command.ts';
import type { RunnableChangelogCommand } from '../../src/platforms/changelog-command.ts';

const read = (typed: string) => readChangelog(typed, 'changelog');

test.each(['', '  ', 'help', 'Help', '?', '/changelog', '/CHANGELOG help', 'search', '"help"'])(
  '%j asks for help',
  (typed) => {
    expect(read(typed)).toEqual({ kind: 'help' });
  },
);

test.each([
  ['latest', ''],
  ['/changelog latest releases', 'releases'],
  ['LATEST Node SDK', 'Node SDK'],
  ['latest “Node SDK”', 'Node SDK'],
])('%j asks for the newest of %j', (typed, feed) => {
  expect(read(typed)).toEqual({ kind: 'latest', feed });
});

test.each([
  ['search sso login', 'sso login'],
  ['what changed for SSO', 'what changed for SSO'],
  ['"single sign-on" login', '"single sign-on" login'],
  ['list pagination', 'list pagination'],
  ['/changelogs subscribe x', '/changelogs subscribe x'],
])('%j searches for %j', (typed, words) => {
  expect(read(typed)).toEqual({ kind: 'search', words });
});

test.each([
  ['subscribe', '', ''],
  ['subscribe releases', 'releases', ''],
  [
    'Subscribe releases stable package:node ">= 2" daily 9:00',
    'releases',
    'stable package:node ">= 2" daily 9:00',
  ],
  ['subscribe "Node SDK" breaking', 'Node SDK', 'breaking'],
  ['subscribe “Node SDK” „two words“', 'Node SDK', '"two words"'],
  ['subscribe "" stable', '', 'stable'],
  ['subscribe "unclosed phrase', '"unclosed', 'phrase'],
])('%j wants %j with the terms %j', (typed, feed, terms) => {
  expect(read(typed)).toEqual({ kind: 'subscribe', wish: { feed, terms } });
});

test.each([
  ['unsubscribe', { kind: 'unsubscribe', feed: '' }],
  ['unsubscribe "Node SDK"', { kind: 'unsubscribe', feed: 'Node SDK' }],
  ['preview releases', { kind: 'preview', feed: 'releases' }],
  [' /changelog  list ', { kind: 'list' }],
])('%j is %j', (typed, command) => {
  expect(read(typed)).toEqual(command);
});

test('60 kB of anything are read', () => {
  for (const part of ['"', '“ ', 'subscribe ', ' ', 'latest "'])
    expect(() => read(part.repeat(60_000 / part.length))).not.toThrow();
});

const PLACE: ChangelogPlace = {
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  seen: ['releases'],
  by: 'U1',
};

test.each<[RunnableChangelogCommand, string, readonly unknown[]]>([
  [{ kind: 'latest', feed: 'a' }, 'latest', ['a', PLACE]],
  [{ kind: 'search', words: 'b c' }, 'search', ['b c', PLACE]],
  [
    { kind: 'subscribe', wish: { feed: 'a', terms: 'stable' } },
    'subscribe',
    [{ feed: 'a', terms: 'stable' }, PLACE],
  ],
  [{ kind: 'unsubscribe', feed: 'a' }, 'unsubscribe', ['a', PLACE]],
  [{ kind: 'list' }, 'list', [PLACE]],
  [{ kind: 'preview', feed: 'a' }, 'preview', ['a', PLACE]],
])('%j asks the changelog, and says what it says', async (command, name, values) => {
  const calls: [string, readonly unknown[]][] = [];
  const result = await runChangelog(command, recording(calls), PLACE);
  expect(calls).toEqual([[name, values]]);
  expect(result).toEqual({ kind: 'unsubscribed', feed: name });
});

function recording(calls: [string, readonly unknown[]][]): Changelog {
  const called =
    (name: string) =>
    async (...values: readonly unknown[]) => {
      calls.push([name, values]);
      return { kind: 'unsubscribed', feed: name } as const;
    };
  return {
    feeds: [],
    latest: called('latest'),
    search: called('search'),
    preview: called('preview'),
    subscribe: called('subscribe'),
    unsubscribe: called('unsubscribe'),
    list: called('list'),
  };
}
