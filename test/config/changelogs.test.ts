import { describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import type { FeedConfig } from '../../src/config/schema.ts';
import { configIn, LEAST, withFeed, withSubscription } from './configs.ts';

function feedIn(text: string): FeedConfig {
  const [feed] = configIn(text).feeds;
  if (feed === undefined) throw new Error('no feed');
  return feed;
}

describe('a good config of changelogs', () => {
  test('needs none', () => {
    expect(configIn(LEAST)).toMatchObject({
      changelog: {
        command: 'changelog',
        mention: 90,
        edits: { days: 7, times: 3 },
        burst: 5,
        contact: '',
      },
      feeds: [],
      slack: { managers: [] },
      discord: { managers: [], publish: false },
    });
  });

  test('has defaults for all of a feed but its name and source', () => {
    expect(feedIn(withFeed())).toEqual({
      name: 'releases',
      title: 'releases',
      source: { kind: 'url', url: 'https://a.b/feed/', private: false },
      format: 'auto',
      link: '',
      map: {
        entries: '',
        id: 'guid',
        title: 'title',
        date: 'date',
        notes: 'changes',
        url: 'url',
        version: 'version',
        package: 'package',
        image: 'image',
      },
      package: '',
      every: 15,
      maxAge: 30,
      subscriptions: [],
    });
  });

  test.each([
    [
      '{url: "http://10.0.0.1/x?a=b", private: true}',
      { kind: 'url', url: 'http://10.0.0.1/x?a=b', private: true },
    ],
    ['{file: ../CHANGELOG.md}', { kind: 'file', file: '../CHANGELOG.md' }],
    ["{package: '@acme/sdk'}", { kind: 'package', package: '@acme/sdk', path: 'CHANGELOG.md' }],
    ['{package: sdk, path: docs}', { kind: 'package', package: 'sdk', path: 'docs' }],
  ])('reads the source %s', (source, expected) => {
    expect(feedIn(withFeed('', source)).source).toEqual(expected);
  });

  test('may leave out keys of a JSON, and rename others', () => {
    const { map } = feedIn(withFeed("    map: {title: version, version: '', entries: data.items}\n"));
    expect(map).toMatchObject({ title: 'version', version: '', entries: 'data.items', id: 'guid' });
  });

  test('tells the platform of a subscription by its channel, and has everything posted at once', () => {
    const everything = { packages: [], words: [], releases: 'all', range: '', breaking: false };
    const text = withFeed("    subscriptions: [{channel: C024BE91L}, {channel: '1094012345678901235'}]\n");
    expect(feedIn(text).subscriptions).toEqual([
      {
        platform: 'slack',
        workspace: '',
        channel: 'C024BE91L',
        filter: everything,
        schedule: { kind: 'now' },
      },
      {
        platform: 'discord',
        workspace: '',
        channel: '1094012345678901235',
        filter: everything,
        schedule: { kind: 'now' },
      },
    ]);
  });

  test('filters', () => {
    const keys =
      "packages: [node], words: [sso, magic link], releases: stable, versions: '>=2 <3', breaking: true";
    const text = withSubscription(`channel: G024BE91L, workspace: T024BE7LD, ${keys}`);
    expect(feedIn(text).subscriptions[0]).toMatchObject({
      workspace: 'T024BE7LD',
      filter: {
        packages: ['node'],
        words: ['sso', 'magic link'],
        releases: 'stable',
        range: '>=2 <3',
        breaking: true,
      },
    });
  });

  test.each([
    ['digest: daily', { kind: 'daily', hour: 9, zone: 'UTC' }],
    ['digest: daily, day: friday, hour: 0', { kind: 'daily', hour: 0, zone: 'UTC' }],
    ['digest: weekly', { kind: 'weekly', day: 1, hour: 9, zone: 'UTC' }],
    [
      'digest: weekly, day: sunday, hour: 23, zone: Europe/Berlin',
      { kind: 'weekly', day: 7, hour: 23, zone: 'Europe/Berlin' },
    ],
    ['day: friday, zone: Asia/Kolkata', { kind: 'now' }],
  ])('has entries posted as %s says', (keys, schedule) => {
    expect(feedIn(withSubscription(`channel: C024BE91L, ${keys}`)).subscriptions[0]).toMatchObject({
      schedule,
    });
  });

  test.each(['', '^1.4', '1.x || >=2.5.0 <3', '>=1.2.3beta'])('has the range “%s”', (range) => {
    const text = withSubscription(`channel: C024BE91L, versions: '${range}'`);
    expect(feedIn(text).subscriptions[0]?.filter.range).toBe(range);
  });

  test('has places that see feeds, as they see collections', () => {
    const places = `slack:
  workspaces: [{id: T024BE7LD, collections: [releases]}]
  channels: [{id: C024BE91L, collections: [docs, releases]}]
discord:
  guilds: [{id: '1094012345678901234', collections: [releases]}]
  channels: [{id: '1094012345678901235', collections: [releases]}]
`;
    expect(configIn(withFeed(places)).discord.guilds[0]?.collections).toEqual(['releases']);
  });

  test('has a command that is called as the changelogs’ by default, while there is no feed', () => {
    expect(configIn(`${LEAST}command: changelog\n`).command).toBe('changelog');
  });

  test.each(['docs@acme.com', 'https://acme.com/contact?a=b', ''])('has the contact “%s”', (contact) => {
    expect(configIn(`${LEAST}changelog: {contact: '${contact}'}`).changelog.contact).toBe(contact);
  });

  test('is that of the WorkOS changelog', async () => {
    expect(await loadConfig('config/workos.yaml')).toMatchObject({
      config: { feeds: [{ name: 'workos', format: 'json', map: { title: 'version', version: '' } }] },
    });
  });
});
