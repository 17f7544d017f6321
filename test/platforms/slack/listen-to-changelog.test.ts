import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import type { ChangelogResult, SubscriptionView } from '../../../src/core/changelog.ts';
import { NO_FILTER } from '../../../src/core/subscription.ts';
import type { Handling } from '../../../src/platforms/slack/handling.ts';
import { listenToChangelog } from '../../../src/platforms/slack/listen-to-changelog.ts';
import { ENGLISH } from '../../../src/platforms/words/english.ts';
import { fakeChangelog } from '../../fakes/changelog.ts';
import { rateLimited } from '../../fakes/slack/answers.ts';
import { coreOf, PAGES } from '../example.ts';
import { entries, entry } from './entries.ts';
import { buttonsIn, startOverHttp, startOverSocket, textIn } from './start-slack.ts';
import type { StartOptions } from './start-slack.ts';

const words = ENGLISH.changelog;
const FEEDS = [
  { name: 'releases', title: 'Releases' },
  { name: 'internal-news', title: 'Internal news' },
];
const SUBSCRIPTION: SubscriptionView = {
  feed: 'Releases',
  filter: { ...NO_FILTER, releases: 'stable' },
  schedule: { kind: 'daily', hour: 9, zone: 'Europe/Berlin' },
  origin: 'chat',
  by: 'U0ANA',
  paused: '',
};
const SUBSCRIBED: ChangelogResult = { kind: 'subscribed', subscription: SUBSCRIPTION, isNew: true };

/** Options with a changelog of two feeds, which the core knows as it does collections. */
function withChangelog(own: StartOptions = {}) {
  const changelog = fakeChangelog(FEEDS);
  const core = coreOf(PAGES, []);
  const feeds = FEEDS.map((feed) => ({ ...feed, url: '', versions: [], locales: ['en'], examples: [] }));
  const help = { kind: 'help', collections: [...core.help().collections, ...feeds] } as const;
  const options = { changelog, core: { ...core, help: () => help }, ...own.options };
  return { changelog, options: { ...own, options } };
}

async function start(own: StartOptions = {}) {
  const { changelog, options } = withChangelog(own);
  const started = await startOverHttp(options);
  const run = async (text: string, fields: object = {}) => {
    const { body } = await started.http.command({ command: '/changelog', text, ...fields });
    return body;
  };
  return { ...started, changelog, run };
}

describe('what is typed after /changelog', () => {
  test.each([
    ['latest', { method: 'latest', asked: '' }],
    ['latest Releases', { method: 'latest', asked: 'Releases' }],
    ['search single &amp; sign-on', { method: 'search', asked: 'single & sign-on' }],
    ['single sign-on', { method: 'search', asked: 'single sign-on' }],
    ['preview releases', { method: 'preview', asked: 'releases' }],
    ['list', { method: 'list', asked: '' }],
    [
      'subscribe releases stable “two words” daily 9:00',
      { method: 'subscribe', asked: { feed: 'releases', terms: 'stable "two words" daily 9:00' } },
    ],
    ['unsubscribe', { method: 'unsubscribe', asked: '' }],
    ['/changelog unsubscribe releases', { method: 'unsubscribe', asked: 'releases' }],
  ])('%s', async (text, expected) => {
    const { run, changelog } = await start();
    await run(text, { channel_id: 'C0SUPPORT', user_id: 'U0BEN' });
    const at = {
      platform: 'slack',
      workspace: 'T024BE7LD',
      channel: 'C0SUPPORT',
      seen: ['releases', 'internal-news'],
      by: 'U0BEN',
    };
    expect(changelog.calls).toEqual([{ ...expected, at }]);
  });

  test.each(['', 'help', '?'])('%j is answered with how to use it', async (text) => {
    const { run, changelog } = await start();
    expect(textIn(await run(text))).toBe(words.usage('/changelog'));
    expect(changelog.calls).toEqual([]);
  });

  test('is answered over Socket Mode, too', async () => {
    const { changelog, options } = withChangelog();
    changelog.answer(entries(2, { occasion: 'latest' }));
    const { slack } = await startOverSocket(options);
    const { payload } = await slack.socket.command({ command: '/changelog', text: 'latest' });
    expect(textIn(payload)).toContain('The newest entries:Zebra 1.2.0');
  });

  test('may have another name', async () => {
    const { http } = await start({ options: { changelogCommand: 'changes' } });
    expect(textIn((await http.command({ command: '/changes', text: '' })).body)).toContain('/changes latest');
  });
});

describe('a reply', () => {
  test('with entries is for the asker, who can dismiss it', async () => {
    const { run, changelog, slack } = await start();
    changelog.answer(entries(2, { occasion: 'found', query: 'zebra' }));
    const body = await run('zebra');
    expect(body).toMatchObject({ response_type: 'ephemeral' });
    expect(textIn(body)).toContain('Entries about “zebra”:Zebra 1.2.0');
    expect(buttonsIn(body)).toEqual(['dismiss']);
    expect(slack.callsOf('chat.postMessage')).toEqual([]);
  });

  test('with a preview says that it is one', async () => {
    const { run, changelog } = await start();
    changelog.answer({ kind: 'entry', entry: entry() });
    const body = await run('preview');
    expect(textIn(body)).toContain(`${words.preview}Zebra 2.0.0`);
    expect(buttonsIn(body)).toEqual(['dismiss']);
  });

  test('lists what is posted, and mentions by whom', async () => {
    const { run, changelog } = await start();
    const inConfig: SubscriptionView = { ...SUBSCRIPTION, feed: 'News', origin: 'config', by: '' };
    changelog.answer({ kind: 'subscriptions', subscriptions: [SUBSCRIPTION, inConfig] });
    const body = await run('list');
    expect(textIn(body)).toContain('Releases: only stable releases, daily at 9:00 (Europe/Berlin) · by ');
    expect(JSON.stringify(body)).toContain('{"type":"user","user_id":"U0ANA"}');
    expect(textIn(body)).toContain('from my config');
  });

  test('lists nothing where nothing is posted', async () => {
    const { run, changelog } = await start();
    changelog.answer({ kind: 'subscriptions', subscriptions: [] });
    expect(textIn(await run('list'))).toBe(words.nothingPosted);
  });

  test.each<[ChangelogResult, string]>([
    [{ kind: 'unsubscribed', feed: 'Releases' }, 'Releases are no longer posted here'],
    [{ kind: 'which-feed', named: 'zebra', feeds: FEEDS }, 'Internal news (internal-news)'],
    [{ kind: 'not-subscribed', named: '', feeds: [] }, words.nothingPosted],
    [{ kind: 'in-config', feed: 'Releases' }, 'My config says'],
    [{ kind: 'no-entry', feed: 'Releases' }, 'has no entries yet'],
    [{ kind: 'bad-term', term: '>=x', reason: 'that is no range' }, 'that is no range'],
    [{ kind: 'no-feeds' }, words.noFeeds],
    [{ kind: 'failed' }, words.failed],
  ])('says %j in a sentence', async (result, said) => {
    const { run, changelog } = await start();
    changelog.answer(result);
    expect(textIn(await run('unsubscribe'))).toContain(said);
  });

  test('says that it failed where the changelog takes too long, before Slack gives up', async () => {
    const { run, changelog, lines } = await start();
    changelog.answer(undefined);
    expect(textIn(await run('latest'))).toBe(words.failed);
    expect(lines.join('')).toContain('a command about changelogs was not answered');
  });
});

describe('subscribing', () => {
  test('where the bot is a member says what is posted', async () => {
    const { run, changelog } = await start();
    changelog.answer(SUBSCRIBED);
    const said = textIn(await run('subscribe releases stable', { channel_id: 'C0GENERAL' }));
    expect(said).toContain('From now on, new entries of Releases are posted here');
    expect(said).not.toContain(words.invite);
  });

  test.each(['C0STRANGE', 'C0SECRET'])('where it is none says to invite it: %s', async (channel_id) => {
    const { run, changelog } = await start();
    changelog.answer(SUBSCRIBED);
    expect(textIn(await run('subscribe releases', { channel_id }))).toContain(words.invite);
  });

  test('where Slack does not say takes it for a member', async () => {
    const { run, changelog, slack } = await start();
    changelog.answer(SUBSCRIBED);
    slack.answer('conversations.history', rateLimited(60));
    const said = textIn(await run('subscribe releases', { channel_id: 'C0STRANGE' }));
    expect(said).toContain('From now on');
    expect(said).not.toContain(words.invite);
  });

  test.each(['subscribe releases', 'unsubscribe'])(
    'is for managers where there are some: %s',
    async (text) => {
      const { run, changelog } = await start({ settings: { managers: ['U0ANA'] } });
      changelog.answer(SUBSCRIBED);
      expect(textIn(await run(text, { user_id: 'U0BEN' }))).toBe(words.mayNotManage);
      expect(changelog.calls).toEqual([]);
      await run(text, { user_id: 'U0ANA' });
      expect(changelog.calls).toHaveLength(1);
    },
  );

  test('is for channels', async () => {
    const { run, changelog } = await start();
    for (const text of ['subscribe releases', 'unsubscribe releases'])
      expect(textIn(await run(text, { channel_id: 'D0ANA' }))).toBe(words.onlyInChannels);
    expect(changelog.calls).toEqual([]);
    await run('latest', { channel_id: 'D0ANA' });
    expect(changelog.calls).toHaveLength(1);
  });

  test('is for feeds that the workspace sees', async () => {
    const workspaces = [{ id: 'T0OTHER', collections: ['internal-news'] }];
    const { run, changelog } = await start({ settings: { workspaces } });
    await run('subscribe internal-news');
    expect(changelog.calls[0]?.at.seen).toEqual(['releases']);
  });
});

test.each([
  ['a name', { changelogCommand: 'changelog', changelog: fakeChangelog([]) }],
  ['feeds', { changelogCommand: '', changelog: fakeChangelog() }],
])('with no more than %s, there is no command', (_what, own) => {
  const app = { command: () => expect.unreachable() } as unknown as App;
  listenToChangelog(app, own as Partial<Handling> as Handling);
});

test('a question about what changed is answered with entries, which can be shared', async () => {
  const core = coreOf(PAGES, []);
  const reply = entries(2, { occasion: 'found', query: 'zebra' });
  const { http, slack } = await startOverHttp({ options: { core: { ...core, ask: () => reply } } });
  const { body } = await http.command({ text: 'what changed for zebra lately' });
  expect(textIn(body)).toContain('Entries about “zebra”');
  expect(buttonsIn(body)).toEqual(['share', 'dismiss']);
  const action = { blocks: body?.['blocks'], actionId: 'signpost_share' };
  await http.action(slack.clickInEphemeral({ action, user: 'U0BEN' }));
  const [shared] = await slack.responded(2);
  expect(shared?.body).toMatchObject({ response_type: 'in_channel', unfurl_links: false });
  expect(textIn(shared?.body)).toContain('Shared by ben · what changed for zebra lately');
  await http.event(slack.events.appMention({ text: '<@U0SIGNPOST> what changed for zebra' }));
  await slack.called('chat.postMessage');
  const message = slack.messagesIn('C0GENERAL').find(({ botId }) => botId !== undefined);
  expect(textIn(message)).toContain('Zebra 1.2.0');
  expect(buttonsIn(message)).toEqual(['dismiss']);
});
