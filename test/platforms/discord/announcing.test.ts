import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { Announcer, Post } from '../../../src/core/announcer.ts';
import type { AnnouncedEntry } from '../../../src/core/reply.ts';
import type { ChannelPlace } from '../../../src/core/subscription.ts';
import { createLog } from '../../../src/log.ts';
import { createDiscordAnnouncer } from '../../../src/platforms/discord/announcing.ts';
import { ENGLISH } from '../../../src/platforms/words/english.ts';
import { html, httpStatus, lost } from '../../fakes/answers.ts';
import type { Answer } from '../../fakes/answers.ts';
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import type { FakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { IDS } from '../../fakes/discord/ids.ts';
import { discordError, rateLimited } from '../../fakes/discord/rest-api.ts';
import { announced } from '../changelog-texts.ts';
import { startDiscord, textIn } from './start-discord.ts';

const POST = 'POST /channels/:channel/messages';
const LIST = 'GET /channels/:channel/messages';
const PATCH = 'PATCH /channels/:channel/messages/:message';
const CROSSPOST = 'POST /channels/:channel/messages/:message/crosspost';

const { ReadMessageHistory, SendMessages, ViewChannel } = PermissionFlagsBits;

interface Announcing {
  readonly discord: FakeDiscord;
  readonly announcer: Announcer;
  readonly lines: string[];
}

interface Own {
  readonly publish?: boolean;
  readonly userId?: string | undefined;
  readonly token?: string;
}

async function start({ publish = false, token, ...own }: Own = {}): Promise<Announcing> {
  const discord = await startFakeDiscord();
  const lines: string[] = [];
  const announcer = createDiscordAnnouncer({
    token: token ?? discord.token,
    apiUrl: discord.apiUrl,
    settings: { publish },
    userId: () => ('userId' in own ? own.userId : IDS.app),
    wordsOf: () => ENGLISH,
    nameOf: () => '#general',
    log: createLog({ level: 'debug', secrets: [], destination: { write: (line) => lines.push(line) } }),
  });
  return { discord, announcer, lines };
}

function nodeEntry(own: Partial<AnnouncedEntry> = {}): AnnouncedEntry {
  return announced({ title: 'Node 2.0.0', url: 'https://docs.example/node-2', ...own });
}

function place(channel: string): ChannelPlace {
  return { platform: 'discord', workspace: IDS.guild, channel };
}

function postOf(own: Partial<Post> = {}): Post {
  const announcement = { kind: 'entry', entry: nodeEntry() } as const;
  return { id: '0123456789abcdef0123456789abcdef', place: place(IDS.text), announcement, ...own };
}

async function startNews(own: Own = { publish: true }): Promise<Announcing & { readonly news: Post }> {
  const started = await start(own);
  const { id } = started.discord.state.addChannel({ name: 'news', type: ChannelType.GuildAnnouncement });
  return { ...started, news: postOf({ place: place(id) }) };
}

const LONG_AGO = new Date(Date.now() - 3_600_000);
const PICTURED = postOf({
  announcement: { kind: 'entry', entry: nodeEntry({ image: 'https://docs.example/a.png' }) },
});

describe('a post', () => {
  test('is one message that shows the entry, and pings nobody', async () => {
    const { discord, announcer } = await start();
    const sent = await announcer.post(postOf());
    const [message, ...others] = discord.state.postsIn(IDS.text);
    expect(sent).toEqual({ kind: 'sent', message: message?.id });
    expect(others).toEqual([]);
    expect(textIn(message)).toContain('### [Node 2.0.0](<https://docs.example/node-2>)');
    const [call] = discord.callsOf(POST);
    expect(call?.body).toMatchObject({
      enforce_nonce: true,
      nonce: expect.stringMatching(/^[\w-]{20,25}$/u),
      allowed_mentions: { parse: [] },
    });
  });

  test('that is made twice within minutes is there once', async () => {
    const { discord, announcer } = await start();
    const [one, other] = [await announcer.post(postOf()), await announcer.post(postOf())];
    expect(one).toEqual(other);
    expect(discord.state.postsIn(IDS.text)).toHaveLength(1);
  });

  test('of another id is another one, in every channel', async () => {
    const { discord, announcer } = await start();
    await announcer.post(postOf());
    await announcer.post(postOf({ id: 'f'.repeat(32) }));
    await announcer.post(postOf({ place: place(IDS.thread) }));
    expect(discord.state.postsIn(IDS.text)).toHaveLength(2);
    expect(discord.state.postsIn(IDS.thread)).toHaveLength(1);
  });

  test('waits for Discord to be connected', async () => {
    const { discord, announcer } = await start({ userId: undefined });
    const expected = { kind: 'again', reason: 'Discord is not connected yet' };
    expect(await announcer.post(postOf())).toEqual(expected);
    expect(await announcer.update(postOf(), '1')).toEqual(expected);
    expect(await announcer.find(postOf(), LONG_AGO)).toEqual(expected);
    expect(discord.calls).toEqual([]);
  });

  test.each<[string, Answer, object]>([
    ['a limit of the channel', rateLimited(7), { kind: 'wait', seconds: expect.any(Number) }],
    ['a limit of the bot', rateLimited(3, { isGlobal: true }), { kind: 'wait', seconds: expect.any(Number) }],
    ['HTTP 500', httpStatus(500), { kind: 'again', reason: expect.stringContaining('HTTP 500') }],
    ['a page of a proxy', html(502), { kind: 'again', reason: expect.stringContaining('HTTP 502') }],
    ['a page that a proxy forbids', html(403), { kind: 'again', reason: expect.any(String) }],
    ['an address without an API', discordError(404, 0), { kind: 'again', reason: expect.any(String) }],
    ['a broken connection', lost, { kind: 'again', reason: expect.stringContaining('cannot be reached') }],
    [
      'Missing Access',
      discordError(403, 50_001),
      { kind: 'refused', reason: expect.stringContaining('View Channel') },
    ],
    [
      'Missing Permissions',
      discordError(403, 50_013),
      { kind: 'refused', reason: expect.stringContaining('50013') },
    ],
    [
      'Unknown Channel',
      discordError(404, 10_003),
      { kind: 'refused', reason: expect.stringContaining('gone') },
    ],
    [
      'a locked thread',
      discordError(400, 160_005),
      { kind: 'refused', reason: expect.stringContaining('locked') },
    ],
    [
      'an archived thread',
      discordError(400, 50_083),
      { kind: 'refused', reason: expect.stringContaining('50083') },
    ],
    ['a forum', discordError(400, 50_008), { kind: 'refused', reason: expect.stringContaining('50008') }],
  ])('after %s comes to what the deliveries make of it', async (_what, answer, expected) => {
    const { discord, announcer } = await start();
    discord.answerNext(POST, answer);
    expect(await announcer.post(postOf())).toEqual(expected);
    expect(discord.callsOf(POST)).toHaveLength(1);
  });

  test('has to wait for as long as Discord says, without asking again', async () => {
    const { discord, announcer } = await start();
    discord.answerNext(POST, rateLimited(700, { isGlobal: true }));
    for (const call of [1, 2]) {
      const waits = await announcer.post(postOf());
      expect(waits.kind === 'wait' && waits.seconds >= 600 && waits.seconds <= 701, String(call)).toBe(true);
    }
    expect(discord.callsOf(POST)).toHaveLength(1);
  });

  test('with a token that is no longer valid waits for another one, and is refused by Discord itself', async () => {
    const { discord, announcer } = await start({ token: 'MTEw.old.token' });
    for (const _ of [1, 2])
      expect(await announcer.post(postOf())).toMatchObject({
        kind: 'again',
        reason: expect.stringContaining('DISCORD_TOKEN'),
      });
    expect(discord.callsOf(POST)).toHaveLength(2);
  });

  test('that Discord does not take is told with what was sent, and without the token', async () => {
    const { discord, announcer } = await start();
    const answer = httpStatus(400, {
      code: 50_035,
      message: 'Invalid Form Body',
      errors: { components: { _errors: [{ code: 'X', message: 'Not so' }] } },
    });
    discord.answerNext(POST, answer);
    const result = await announcer.post(postOf());
    expect(result).toMatchObject({ kind: 'invalid', reason: expect.stringContaining('Not so') });
    const payload = result.kind === 'invalid' ? result.payload : '';
    expect(textIn(JSON.parse(payload))).toContain('Node 2.0.0');
    expect(payload).not.toContain(discord.token);
  });

  test('whose picture Discord does not take is posted without it', async () => {
    const { discord, announcer } = await start();
    discord.answerNext(POST, discordError(400, 50_035));
    expect(await announcer.post(PICTURED)).toMatchObject({ kind: 'sent' });
    const [first, second] = discord.callsOf(POST);
    expect(JSON.stringify(first?.body)).toContain('a.png');
    expect(JSON.stringify(second?.body)).not.toContain('a.png');
    expect(discord.state.postsIn(IDS.text)).toHaveLength(1);
  });
});

describe('an earlier attempt', () => {
  test('that got through is found, also once Discord has forgotten its nonce', async () => {
    const { discord, announcer } = await start();
    const before = new Date();
    discord.answerNext(POST, lost);
    expect(await announcer.post(postOf())).toMatchObject({ kind: 'again' });
    discord.state.forgetNonces();
    const [message] = discord.state.postsIn(IDS.text);
    expect(await announcer.find(postOf(), before)).toEqual({ kind: 'found', message: message?.id });
    expect(await announcer.find(postOf({ id: 'f'.repeat(32) }), before)).toEqual({ kind: 'none' });
  });

  test('is found among hundreds of messages', async () => {
    const { discord, announcer } = await start();
    const before = new Date();
    const write = (): void => {
      for (let number = 0; number < 250; number += 1) discord.state.addMessage({ content: 'chat' });
    };
    write();
    const sent = await announcer.post(postOf());
    write();
    expect(await announcer.find(postOf(), before)).toEqual({ ...sent, kind: 'found' });
    expect(discord.callsOf(LIST)).toHaveLength(3);
  });

  test('is not looked for without end', async () => {
    const { discord, announcer } = await start();
    const before = new Date();
    for (let number = 0; number < 1_100; number += 1) discord.state.addMessage({ content: 'chat' });
    expect(await announcer.find(postOf(), before)).toMatchObject({ kind: 'unknown' });
    expect(discord.callsOf(LIST)).toHaveLength(10);
  });

  test('of somebody else with the same number is none', async () => {
    const { discord, announcer } = await start();
    await announcer.post(postOf());
    const [own] = discord.state.postsIn(IDS.text);
    discord.state.addMessage({ authorId: IDS.ben, components: own?.components ?? [] });
    discord.state.messages.delete(own?.id ?? '');
    expect(await announcer.find(postOf(), LONG_AGO)).toEqual({ kind: 'none' });
  });

  test('was none where nothing was written since', async () => {
    const { announcer } = await start();
    expect(await announcer.find(postOf(), new Date(Date.now() + 120_000))).toEqual({ kind: 'none' });
  });

  test('cannot be known where the history may not be read', async () => {
    const { discord, announcer } = await start();
    await announcer.post(postOf());
    discord.deny(IDS.text, ReadMessageHistory);
    expect(await announcer.find(postOf(), LONG_AGO)).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining('Read Message History'),
    });
    discord.deny(IDS.text, ViewChannel);
    expect(await announcer.find(postOf(), LONG_AGO)).toMatchObject({ kind: 'unknown' });
  });

  test.each([
    ['HTTP 500', httpStatus(500)],
    ['a limit', rateLimited(2)],
    ['a broken connection', lost],
  ])('is looked for later after %s', async (_what, answer) => {
    const { discord, announcer } = await start();
    discord.answerNext(LIST, answer);
    expect(await announcer.find(postOf(), LONG_AGO)).toMatchObject({ kind: 'again' });
  });
});

describe('an update', () => {
  const changed = postOf({ announcement: { kind: 'entry', entry: nodeEntry({ title: 'Node 2.0.1' }) } });

  test('changes the message, which is still found, and pings nobody', async () => {
    const { discord, announcer } = await start();
    const sent = await announcer.post(postOf());
    const message = sent.kind === 'sent' ? sent.message : '';
    expect(await announcer.update(changed, message)).toEqual({ kind: 'sent', message });
    expect(textIn(discord.state.message(message))).toContain('Node 2.0.1');
    expect(discord.callsOf(PATCH)[0]?.body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(await announcer.find(postOf(), LONG_AGO)).toEqual({ kind: 'found', message });
  });

  test('of a message that somebody deleted is done', async () => {
    const { discord, announcer } = await start();
    expect(await announcer.update(changed, '1')).toEqual({ kind: 'sent', message: '1' });
    expect(discord.state.postsIn(IDS.text)).toEqual([]);
  });

  test('of a message that another bot wrote, or in a thread that was closed, leaves it as it is', async () => {
    const { discord, announcer } = await start();
    for (const code of [50_005, 50_083]) {
      discord.answerNext(PATCH, discordError(400, code));
      expect(await announcer.update(changed, '1')).toEqual({ kind: 'sent', message: '1' });
    }
  });

  test('that is refused says so', async () => {
    const { discord, announcer } = await start();
    discord.deny(IDS.text, ViewChannel);
    expect(await announcer.update(changed, '1')).toMatchObject({ kind: 'refused' });
  });
});

describe('a post in an announcement channel', () => {
  test('is published where the config says so', async () => {
    const { discord, announcer, news } = await startNews();
    await announcer.post(news);
    expect(discord.callsOf(CROSSPOST)).toHaveLength(1);
    expect((discord.state.postsIn(news.place.channel)[0]?.flags ?? 0) & 1).toBe(1);
    await announcer.post(postOf());
    expect(discord.callsOf(CROSSPOST)).toHaveLength(1);
  });

  test('is not published where the config does not say so', async () => {
    const { discord, announcer, news } = await startNews({ publish: false });
    await announcer.post(news);
    expect(discord.callsOf(CROSSPOST)).toEqual([]);
  });

  test.each([
    ['the limit of ten an hour', rateLimited(3_000)],
    ['a missing permission', discordError(403, 50_013)],
  ])('that cannot be published because of %s is posted all the same', async (_what, answer) => {
    const { discord, announcer, news, lines } = await startNews();
    discord.answer(CROSSPOST, answer);
    expect(await announcer.post(news)).toMatchObject({ kind: 'sent' });
    expect(discord.state.postsIn(news.place.channel)).toHaveLength(1);
    expect(lines.join('')).toContain('a post could not be published');
  });

  test('is published when it is found, once', async () => {
    const { discord, announcer, news } = await startNews();
    discord.answerNext(POST, lost);
    await announcer.post(news);
    expect(discord.callsOf(CROSSPOST)).toEqual([]);
    for (const _ of [1, 2]) expect(await announcer.find(news, LONG_AGO)).toMatchObject({ kind: 'found' });
    expect(discord.callsOf(CROSSPOST)).toHaveLength(1);
  });
});

describe('who subscribed a channel', () => {
  const PAUSE = { feed: 'Releases', reason: 'the bot cannot see the channel' };

  test('is told directly that it is paused', async () => {
    const { discord, announcer } = await start();
    await announcer.tell(IDS.ana, place(IDS.text), PAUSE);
    const [message] = discord.state.postsIn(IDS.direct);
    expect(textIn(message)).toContain('I no longer post Releases in #general');
  });

  test('and takes no messages is left alone, which the log knows', async () => {
    const { discord, announcer, lines } = await start();
    discord.state.user(IDS.ana).takesMessages = false;
    await announcer.tell(IDS.ana, place(IDS.text), PAUSE);
    expect(lines.join('')).toContain('nobody could be told of a pause: Discord says 50007');
  });
});

describe('Signpost on Discord', () => {
  test('posts once it is connected, in the language of the guild', async () => {
    const discord = await startFakeDiscord();
    Object.assign(discord.state.guild(IDS.guild), { locale: 'de' });
    const { platform } = await startDiscord({ discord, starts: false });
    expect(await platform.announcer.post(postOf())).toMatchObject({ kind: 'again' });
    await platform.start();
    const entries = [nodeEntry(), nodeEntry({ title: 'Node 2.0.1' })];
    const announcement = { kind: 'entries', occasion: 'digest', query: '', entries } as const;
    expect(await platform.announcer.post(postOf({ announcement }))).toMatchObject({ kind: 'sent' });
    const text = textIn(discord.state.postsIn(IDS.text)[0]);
    expect(text).toContain('Node 2.0.1');
    expect(text).not.toContain(ENGLISH.changelog.digest(2));
  });

  test('names a channel to who subscribed it, where the bot sees it', async () => {
    const { discord, platform } = await startDiscord();
    await platform.announcer.tell(IDS.ana, { ...place(IDS.text), workspace: '' }, { feed: 'R', reason: 'x' });
    expect(textIn(discord.state.postsIn(IDS.direct)[0])).toContain('#general');
    discord.deny(IDS.text, SendMessages);
    expect(await platform.announcer.post(postOf())).toMatchObject({ kind: 'refused' });
  });
});
