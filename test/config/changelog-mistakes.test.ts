import { describe, expect, test } from 'vitest';
import { LEAST, problemsIn, URL_SOURCE, withFeed, withSubscription } from './configs.ts';

const CHANNEL = 'channel: C024BE91L';
const BOTH = `${LEAST}feeds:\n  - {name: a, source: ${URL_SOURCE}}\n  - {name: b, source: ${URL_SOURCE}}\n`;

describe('a mistake in a config of changelogs is told with its line, its key and a remedy', () => {
  test.each<[string, string, string[]]>([
    [
      'a mistyped key of a feed',
      withFeed('    max_age: 1\n    subscription: []\n'),
      [
        'c:9: unknown key feeds[0].max_age (did you mean maxAge?)',
        'c:10: unknown key feeds[0].subscription (did you mean subscriptions?)',
      ],
    ],
    [
      'a mistyped key of a subscription',
      withSubscription(`${CHANNEL}, version: '>=2'`),
      ['c:10: unknown key feeds[0].subscriptions[0].version (did you mean versions?)'],
    ],
    [
      'a feed without a name and source',
      `${LEAST}feeds:\n  - title: Releases\n`,
      [
        'c:7: feeds[0].name is missing (add it, such as name: releases)',
        'c:7: feeds[0].source is missing (add it, such as source: {url: https://github.com/acme/sdk/releases.atom})',
      ],
    ],
    [
      'a name that is no id',
      withFeed().replace('name: releases', 'name: My Releases'),
      [
        'c:7: feeds[0].name cannot be "My Releases" (use a to z, 0 to 9 and -, starting with a letter or digit)',
      ],
    ],
    [
      'a name of two feeds',
      BOTH.replace('name: b', 'name: a'),
      ['c:8: feeds[1].name is "a", as feeds[0].name is (give each feed a name of its own)'],
    ],
    [
      'a name of a collection and a feed',
      BOTH.replace('name: b', 'name: docs'),
      [
        'c:8: feeds[1].name is "docs", as collections[0].name is (give each feed and collection a name of its own)',
      ],
    ],
    [
      'a name of two commands, by default',
      `command: changelog\n${withFeed()}`,
      [
        'c:1: command is "changelog", as changelog.command is (give each of the two commands a name of its own)',
      ],
    ],
    [
      'a name of two commands',
      withFeed('changelog:\n  command: docs\n'),
      ['c:10: changelog.command is "docs", as command is (give each of the two commands a name of its own)'],
    ],
    [
      'no feed for a channel',
      withFeed('slack: {channels: [{id: C024BE91L, collections: [release]}]}\n'),
      [
        'c:9: slack.channels[0].collections[0] is "release", and no collection or feed is called so (did you mean releases?)',
      ],
    ],
    [
      'neither feed nor collection for a guild',
      withFeed("discord: {guilds: [{id: '1094012345678901234', collections: [handbook]}]}\n"),
      [
        'c:9: discord.guilds[0].collections[0] is "handbook", and no collection or feed is called so (use docs or releases)',
      ],
    ],
    [
      'another format',
      withFeed('    format: atom\n'),
      ['c:9: feeds[0].format cannot be "atom" (use auto, feed, markdown or json)'],
    ],
    [
      'a link that is none',
      withFeed('    link: CHANGELOG.md\n'),
      [
        'c:9: feeds[0].link is no address of the web (use a whole address with http or https and without #, such as https://acme.com/feed.xml)',
      ],
    ],
    [
      'a feed that is read all the time, and one that is never news',
      withFeed('    every: 0\n    maxAge: -1\n'),
      [
        'c:9: feeds[0].every cannot be 0 (use a whole number from 1 to 1440, such as 15)',
        'c:10: feeds[0].maxAge cannot be -1 (use a whole number from 0 to 3650, such as 30)',
      ],
    ],
    [
      'a channel that stands twice',
      withFeed(`    subscriptions:\n      - {${CHANNEL}}\n      - {${CHANNEL}, digest: daily}\n`),
      [
        'c:11: feeds[0].subscriptions[1].channel is "C024BE91L", as subscriptions[0].channel is (name each channel once for a feed, with all that it wants)',
      ],
    ],
    [
      'a channel without quotes',
      withSubscription('channel: 1094012345678901234'),
      [
        'c:10: feeds[0].subscriptions[0].channel cannot be a number without quotes (put it in quotes, since a number as long as this loses its last digits)',
      ],
    ],
    [
      'a subscription without a channel',
      withSubscription('digest: daily'),
      ['c:10: feeds[0].subscriptions[0].channel is missing (add it, such as channel: C024BE91L)'],
    ],
    [
      'a workspace of Discord',
      withSubscription("channel: '1094012345678901234', workspace: T024BE7LD, hour: 24"),
      [
        'c:10: feeds[0].subscriptions[0].hour cannot be 24 (use a whole number from 0 to 23, such as 9)',
        'c:10: feeds[0].subscriptions[0].workspace goes with a channel of Slack, and this one is Discord’s (remove workspace)',
      ],
    ],
    [
      'a workspace’s name for its id',
      withSubscription(`${CHANNEL}, workspace: acme`),
      [
        'c:10: feeds[0].subscriptions[0].workspace cannot be "acme" (use the id of the workspace, such as T024BE7LD; https://app.slack.com/client shows it in the address bar)',
      ],
    ],
    [
      'a version that is no range',
      withSubscription(`${CHANNEL}, versions: latest`),
      [
        "c:10: feeds[0].subscriptions[0].versions is no range of versions (use one that npm understands, such as '>=2 <3' or ^2.1.0, or leave it empty)",
      ],
    ],
    [
      'a version without quotes',
      withSubscription(`${CHANNEL}, versions: 2`),
      ["c:10: feeds[0].subscriptions[0].versions cannot be 2 (put it in quotes: '2')"],
    ],
    [
      'another digest, day and kind of releases',
      withSubscription(`${CHANNEL}, digest: monthly, day: mondy, releases: beta`),
      [
        'c:10: feeds[0].subscriptions[0].releases cannot be "beta" (use all, stable or prerelease)',
        'c:10: feeds[0].subscriptions[0].digest cannot be "monthly" (use now, daily or weekly)',
        'c:10: feeds[0].subscriptions[0].day cannot be "mondy" (did you mean monday?)',
      ],
    ],
    [
      'an hour as a time',
      withSubscription(`${CHANNEL}, hour: '9:00'`),
      ['c:10: feeds[0].subscriptions[0].hour cannot be "9:00" (use a whole number from 0 to 23, such as 9)'],
    ],
    [
      'a mistyped time zone',
      withSubscription(`${CHANNEL}, zone: Europe/Berln`),
      ['c:10: feeds[0].subscriptions[0].zone is no time zone (did you mean Europe/Berlin?)'],
    ],
    [
      'a mistyped command',
      `${LEAST}changelog: {command: /changelog}`,
      [
        'c:6: changelog.command cannot be "/changelog" (use 1 to 31 lower-case letters, digits, - or _, without a slash)',
      ],
    ],
    [
      'a burst of one, and edits for no day',
      `${LEAST}changelog: {burst: 1, edits: {days: 0}}`,
      [
        'c:6: changelog.edits.days cannot be 0 (use a whole number from 1 to 365, such as 7)',
        'c:6: changelog.burst cannot be 1 (use a whole number from 2 to 20, such as 5)',
      ],
    ],
    [
      'a name of a manager',
      `${LEAST}slack: {managers: ['@ada']}`,
      [
        'c:6: slack.managers[0] cannot be "@ada" (use the id of a person, such as U024BE7LH: Copy member ID in the menu of their profile)',
      ],
    ],
    [
      'a role without quotes',
      `${LEAST}discord: {managers: [1094012345678901234]}`,
      [
        'c:6: discord.managers[0] cannot be a number without quotes (put it in quotes, since a number as long as this loses its last digits)',
      ],
    ],
    [
      'publishing to one server',
      `${LEAST}discord: {publish: acme}`,
      ['c:6: discord.publish cannot be "acme" (use true or false)'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsIn(text)).toEqual(expected);
  });

  test.each([
    ['{}', 'has neither url nor file nor package'],
    ['{path: docs}', 'has neither url nor file nor package'],
    ['{private: true}', 'has neither url nor file nor package'],
    ['{url: https://a.b, file: a}', 'has both url and file (keep one of them)'],
    ['{url: https://a.b, package: a}', 'has both url and package (keep one of them)'],
    ['{file: a, package: b}', 'has both file and package (keep one of them)'],
    ['{file: a, path: b}', 'has path beside file, but path goes with package only'],
    ['{url: https://a.b, path: b}', 'has path beside url, but path goes with package only'],
    ['{file: a, private: true}', 'has private beside file, but private goes with url only'],
    ['{package: a, private: false}', 'has private beside package, but private goes with url only'],
    ['https://a.b', 'cannot be "https://a.b" (use a map, such as {url: '],
    ['', 'cannot be empty (use a map, such as {url: '],
  ])('the source %s', (source, message) => {
    const problems = problemsIn(withFeed('', source));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`c:8: feeds[0].source ${message}`);
  });

  test.each(['a.b/feed', 'ftp://a.b', 'file:///etc/passwd', 'https://', 'https://a.b/#x', 'https://[a', ''])(
    'the address “%s”',
    (url) => {
      expect(problemsIn(withFeed('', `{url: '${url}'}`))).toEqual([
        'c:8: feeds[0].source.url is no address of the web (use a whole address with http or https and without #, such as https://acme.com/feed.xml)',
      ]);
    },
  );

  test.each([
    'https://SECRET@a.b/feed',
    'https://me:SECRET@a.b/feed',
    'https://:SECRET@a.b',
    'https://a.b/private.atom?token=SECRET',
    'https://a.b/feed?x=1&API_KEY=SECRET',
  ])('a secret in the address %s, which is not repeated', (url) => {
    const problems = problemsIn(withFeed('', `{url: '${url}'}`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^c:8: feeds\[0\]\.source\.url holds .*\(secrets /);
    expect(problems[0]).not.toContain('SECRET');
  });

  test.each(['C0', '#releases', 'D024BE91L', 'U024BE91L', '109401234567890', 'c024be91l'])(
    'the channel “%s”',
    (id) => {
      const [problem] = problemsIn(withSubscription(`channel: '${id}'`));
      expect(problem).toContain(`feeds[0].subscriptions[0].channel cannot be "${id}" (use the id of`);
    },
  );

  test.each(['Berlin Time', '+01:00', '', 'Mars/Olympus_Mons'])('the time zone “%s”', (zone) => {
    const [problem] = problemsIn(withSubscription(`${CHANNEL}, zone: '${zone}'`));
    expect(problem).toContain('feeds[0].subscriptions[0].zone is no time zone (');
  });

  test.each(['acme', 'a b@c', 'docs@acme.com\r\nX: y', 'https://acme.com/(x)', 'ädä@acme.com'])(
    'the contact %j, which no header takes',
    (contact) => {
      const [problem] = problemsIn(`${LEAST}changelog: {contact: ${JSON.stringify(contact)}}`);
      expect(problem).toContain('c:6: changelog.contact cannot be ');
    },
  );

  test('feeds without a collection', () => {
    expect(problemsIn(`title: A\nfeeds: [{name: a, source: ${URL_SOURCE}}]\n`)).toEqual([
      'c:1: collections is missing (add it, as config/example.yaml does)',
    ]);
  });

  test.each([
    ['feeds: 1', 'c:6: feeds cannot be 1'],
    ['feeds: [1]', 'c:6: feeds[0] cannot be 1'],
    ['feeds: [{name: docs, source: {}}]', 'c:6: feeds[0].name is "docs", as collections[0].name is'],
    ['feeds: [{name: 1, subscriptions: [1]}]', 'c:6: feeds[0].subscriptions[0] cannot be 1'],
    ['changelog: x', 'c:6: changelog cannot be "x"'],
  ])('whatever else is wrong: %s', (line, expected) => {
    expect(problemsIn(`${LEAST}${line}`).join('\n')).toContain(expected);
  });
});
