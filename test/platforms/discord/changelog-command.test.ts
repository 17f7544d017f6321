import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { ChangelogResult } from '../../../src/core/changelog.ts';
import { PATIENCE } from '../../../src/platforms/discord/changelog-slash-command.ts';
import type { DiscordSettings } from '../../../src/platforms/discord/settings.ts';
import { ENGLISH } from '../../../src/platforms/words/english.ts';
import { GERMAN } from '../../../src/platforms/words/german.ts';
import { fakeChangelog } from '../../fakes/changelog.ts';
import type { FakeChangelog } from '../../fakes/changelog.ts';
import type { CommandDoing } from '../../fakes/discord/interaction-payloads.ts';
import { IDS } from '../../fakes/discord/ids.ts';
import { announced, subscriptionView } from '../changelog-texts.ts';
import { coreOf, PAGES } from '../example.ts';
import { startDiscord, textIn } from './start-discord.ts';
import type { Started } from './start-discord.ts';

const { ManageChannels, SendMessages } = PermissionFlagsBits;

const WORDS = ENGLISH.changelog;
const FEEDS = [
  { name: 'releases', title: 'Releases' },
  { name: 'api', title: 'API changes' },
  { name: 'secret', title: 'Plans' },
];

interface Own {
  readonly settings?: Partial<DiscordSettings>;
  readonly result?: ChangelogResult | undefined;
  readonly feeds?: typeof FEEDS;
}

interface Changelogging extends Started {
  readonly changelog: FakeChangelog;
  /** Types `/changelog` with a subcommand; resolves with what its answer says. */
  readonly type: (subcommand: string, doing?: CommandDoing) => Promise<string>;
}

async function start({ settings = {}, feeds = FEEDS, ...own }: Own = {}): Promise<Changelogging> {
  const changelog = fakeChangelog(feeds);
  if ('result' in own) changelog.answer(own.result);
  const core = coreOf(PAGES, []);
  const { collections } = core.help();
  const known = feeds.map((feed) => ({ ...feed, url: '', versions: [], locales: ['en'], examples: [] }));
  const help = { kind: 'help', collections: [...collections, ...known] } as const;
  const options = { changelog, core: { ...core, help: () => help } };
  const started = await startDiscord({ settings, options });
  const type = async (subcommand: string, doing: CommandDoing = {}): Promise<string> => {
    const outcome = await started.discord.command({ name: 'changelog', subcommand, ...doing });
    expect(outcome.callback).toMatchObject({ type: 4, accepted: true });
    expect(outcome.callback.data['allowed_mentions']).toMatchObject({ parse: [] });
    expect(outcome.message?.ephemeralFor).toBe(doing.user ?? IDS.ana);
    return textIn(outcome.message);
  };
  return { ...started, changelog, type };
}

const PLACE = { platform: 'discord', workspace: IDS.guild, channel: IDS.text, by: IDS.ana };
const ENTRIES = { kind: 'entries', occasion: 'latest', query: '', entries: [announced()] } as const;
const SUBSCRIBED = { kind: 'subscribed', subscription: subscriptionView(), isNew: true } as const;
const MANAGER = { memberPermissions: ManageChannels };

describe('/changelog', () => {
  test('shows the newest entries, of one feed or of all that are seen', async () => {
    const { changelog, type } = await start({ result: ENTRIES });
    expect(await type('latest')).toContain('[Pagination](<https://example.com/changelog/pagination>)');
    await type('latest', { options: { feed: 'api' } });
    const at = { ...PLACE, seen: ['releases', 'api', 'secret'] };
    expect(changelog.calls).toEqual([
      { method: 'latest', asked: '', at },
      { method: 'latest', asked: 'api', at },
    ]);
  });

  test('finds entries about something', async () => {
    const found = { ...ENTRIES, occasion: 'found', query: 'sso' } as const;
    const { changelog, type } = await start({ result: found });
    expect(await type('search', { options: { words: 'sso' } })).toContain('Entries about “sso”');
    expect(changelog.calls[0]).toMatchObject({ method: 'search', asked: 'sso' });
  });

  test('shows how an entry would be posted, and that it is not', async () => {
    const { type } = await start({ result: { kind: 'entry', entry: announced() } });
    const text = await type('preview', { options: { feed: 'releases' } });
    expect(text).toContain(WORDS.preview);
    expect(text).toContain('Adds **pagination**.');
  });

  test('lists what is posted, and names who subscribed it without pinging them', async () => {
    const subscriptions = [
      subscriptionView({ by: IDS.ben }),
      subscriptionView({ feed: 'API changes', origin: 'config', by: '' }),
      subscriptionView({ by: '1100000000000000999' }),
    ];
    const { type } = await start({ result: { kind: 'subscriptions', subscriptions } });
    const lines = (await type('list')).split('\n');
    expect(lines[1]).toMatch(/^- Releases.*by Ben Okri$/u);
    expect(lines[2]).toMatch(/^- API changes.*from my config$/u);
    expect(lines[3]).not.toContain('by');
  });

  test('says where nothing is posted', async () => {
    const { type } = await start({ result: { kind: 'subscriptions', subscriptions: [] } });
    expect(await type('list')).toBe(WORDS.nothingPosted);
  });

  test.each<[ChangelogResult, string]>([
    [{ kind: 'no-feeds' }, WORDS.noFeeds],
    [{ kind: 'failed' }, WORDS.failed],
    [{ kind: 'no-entry', feed: 'API' }, WORDS.noEntry('API')],
  ])('says in a sentence what came of it: %j', async (result, text) => {
    const { type } = await start({ result });
    expect((await type('latest')).replaceAll('\\', '')).toBe(text);
  });

  test('speaks the language of the person', async () => {
    const { type } = await start({ result: { kind: 'no-feeds' } });
    expect(await type('latest', { locale: 'de' })).toBe(GERMAN.changelog.noFeeds);
  });

  test('is answered in time where the changelog is slow, and the log knows', async () => {
    const { type, lines } = await start({ result: undefined });
    expect(await type('latest')).toBe(WORDS.failed);
    expect(lines.join('')).toContain('a command about changelogs was not answered');
    // Discord's three seconds; the fake waits longer, since a machine that runs tests may be slow.
    expect(PATIENCE).toBeLessThan(3_000);
  });

  test('sees the feeds of its guild only', async () => {
    const guilds = [{ id: IDS.otherGuild, collections: ['secret'] }];
    const { changelog, type, discord } = await start({ settings: { guilds }, result: ENTRIES });
    await type('latest');
    await type('latest', { channel: IDS.otherText });
    await type('latest', { channel: IDS.direct });
    expect(changelog.calls.map(({ at }) => at.seen)).toEqual([
      ['releases', 'api'],
      ['releases', 'api', 'secret'],
      ['releases', 'api'],
    ]);
    const { callback } = await discord.autocomplete({
      name: 'changelog',
      subcommand: 'latest',
      options: { feed: '' },
    });
    expect(JSON.stringify(callback.data)).not.toContain('secret');
  });
});

describe('/changelog subscribe', () => {
  test('hands on what somebody chose as it would be typed', async () => {
    const { changelog, type } = await start({ result: SUBSCRIBED });
    const options = {
      feed: 'releases',
      package: 'node, @acme/sdk',
      contains: 'sso “single sign-on” stable',
      releases: 'stable',
      versions: '>=2 <3',
      breaking: true,
      digest: 'weekly',
      day: 'monday',
      hour: 9,
      zone: 'europe/berlin',
    };
    expect(await type('subscribe', { ...MANAGER, options })).toContain('new entries of Releases are posted');
    expect(changelog.calls).toEqual([
      {
        method: 'subscribe',
        asked: {
          feed: 'releases',
          terms:
            'package:"node" package:"@acme/sdk" "sso" "single sign-on" "stable" stable version:">=2 <3" breaking weekly monday 9:00 Europe/Berlin',
        },
        at: { ...PLACE, seen: ['releases', 'api', 'secret'] },
      },
    ]);
  });

  test('in a thread or a post is for that thread alone', async () => {
    const { changelog, type } = await start({ result: SUBSCRIBED });
    await type('subscribe', { ...MANAGER, channel: IDS.thread, options: { feed: 'releases' } });
    expect(changelog.calls[0]?.at.channel).toBe(IDS.thread);
    expect(changelog.calls[0]?.asked).toEqual({ feed: 'releases', terms: '' });
  });

  test.each([
    ['knows a city', 'berlin', 'daily Europe/Berlin'],
    ['knows a zone with a space', 'America/New York', 'daily America/New_York'],
  ])('%s', async (_what, zone, terms) => {
    const { changelog, type } = await start({ result: SUBSCRIBED });
    await type('subscribe', { ...MANAGER, options: { feed: 'api', digest: 'daily', zone } });
    expect(changelog.calls[0]?.asked).toMatchObject({ terms });
  });

  test('says that there is no such time zone', async () => {
    const { changelog, type } = await start({ result: SUBSCRIBED });
    const text = await type('subscribe', { ...MANAGER, options: { feed: 'api', zone: 'Moon' } });
    expect(text).toContain('I do not understand “Moon”');
    expect(changelog.calls).toEqual([]);
  });

  test.each(['subscribe', 'unsubscribe'])(
    'and unsubscribe are for those who manage the channel: %s',
    async (what) => {
      const { changelog, type } = await start({ result: { kind: 'unsubscribed', feed: 'Releases' } });
      const options = { feed: 'releases' };
      expect(await type(what, { options })).toBe(WORDS.mayNotManage);
      expect(await type(what, { options, channel: IDS.direct })).toBe(WORDS.onlyInChannels);
      expect(changelog.calls).toEqual([]);
      expect(await type(what, { options, ...MANAGER })).toContain('Releases');
      expect(changelog.calls).toHaveLength(1);
    },
  );

  test('is for those who have a role of the config, too', async () => {
    const { discord, type } = await start({ settings: { managers: [IDS.editors] }, result: SUBSCRIBED });
    discord.state.guild(IDS.guild).rolesOf.set(IDS.ana, [IDS.editors]);
    expect(await type('subscribe', { options: { feed: 'releases' } })).toContain('From now on');
  });

  test('says where the bot cannot post', async () => {
    const { discord, type } = await start({ result: SUBSCRIBED });
    const options = { feed: 'releases' };
    expect(await type('subscribe', { ...MANAGER, options })).not.toContain(WORDS.invite);
    discord.deny(IDS.text, SendMessages);
    const text = await type('subscribe', { ...MANAGER, options });
    expect(text).toContain('From now on');
    expect(text).toContain(WORDS.invite);
    expect(await type('subscribe', { ...MANAGER, options, channel: IDS.thread })).not.toContain(WORDS.invite);
  });
});

async function offered(started: Changelogging, options: Record<string, string>): Promise<unknown> {
  const doing = { name: 'changelog', subcommand: 'subscribe', options };
  return (await started.discord.autocomplete(doing)).callback.data['choices'];
}

describe('autocomplete of /changelog', () => {
  test('offers feeds by title and name', async () => {
    const started = await start();
    expect(await offered(started, { feed: 'chang' })).toEqual([{ name: 'API changes', value: 'api' }]);
    expect(await offered(started, { feed: '' })).toHaveLength(3);
  });

  test('offers time zones that begin with what is typed, then others', async () => {
    const started = await start();
    expect(await offered(started, { zone: 'berl' })).toEqual([
      { name: 'Europe/Berlin', value: 'Europe/Berlin' },
    ]);
    expect(await offered(started, { zone: 'new y' })).toEqual([
      { name: 'America/New_York', value: 'America/New_York' },
    ]);
    expect(await offered(started, { zone: '' })).toHaveLength(25);
  });

  test('offers 25 of many feeds, with names that can be told apart', async () => {
    const feeds = Array.from({ length: 40 }, (_, number) => ({ name: `f${number}`, title: 'x'.repeat(200) }));
    const choices = (await offered(await start({ feeds }), { feed: '' })) as { name: string }[];
    expect(choices).toHaveLength(25);
    expect(new Set(choices.map(({ name }) => name)).size).toBe(25);
  });
});

describe('the command about changelogs', () => {
  test('is there where there are feeds', async () => {
    const { discord } = await start();
    const names = (): unknown[] => (discord.state.commands.get('global') ?? []).map(({ name }) => name);
    expect(names()).toEqual(['docs', 'Find in docs', 'changelog']);
    const without = await start({ feeds: [] });
    expect(without.discord.state.commands.get('global')).toHaveLength(2);
  });

  test('posts what was subscribed in an announcement channel as in any other', async () => {
    const { discord, changelog, type } = await start({ result: SUBSCRIBED });
    const { id } = discord.state.addChannel({ type: ChannelType.GuildAnnouncement });
    await type('subscribe', { ...MANAGER, channel: id, options: { feed: 'api' } });
    expect(changelog.calls[0]?.at.channel).toBe(id);
  });
});
