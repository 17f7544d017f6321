import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { httpStatus, lost } from '../../fakes/answers.ts';
import { IDS } from '../../fakes/discord/ids.ts';
import { rateLimited } from '../../fakes/discord/rest-api.ts';
import { buttonsIn, customIdOf, startDiscord, textIn } from './start-discord.ts';
import type { Started } from './start-discord.ts';

const BOT = `<@${IDS.app}>`;
const POST = 'POST /channels/:channel/messages';

/** Long enough for a reply to come, if there were one. */
async function settled({ platform }: Started): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 60));
  await platform.stop();
}

describe('a mention', () => {
  test.each([
    ['in a channel', IDS.text],
    ['in the chat of a voice channel', IDS.voice],
    ['in a thread', IDS.thread],
  ])('%s is answered once, with a reply to that message that pings nobody', async (_where, channel) => {
    const { discord, asked } = await startDiscord();
    const message = discord.message({ channel, content: `${BOT} how do I log in?` });
    const [call] = await discord.called(POST);
    expect(call?.body).toMatchObject({
      message_reference: { message_id: message.id },
      allowed_mentions: { parse: [], replied_user: false },
    });
    expect(textIn(call?.body)).toContain('(<https://docs.example/login>)');
    expect(buttonsIn(call?.body)).toEqual(['helpful', 'unhelpful', 'delete']);
    expect(asked[0]).toMatchObject({ text: 'how do I log in?', asker: IDS.ana, visibility: 'public' });
  });

  test('without a question in a thread asks what the thread is about', async () => {
    const { discord, asked } = await startDiscord();
    discord.message({ channel: IDS.thread, content: BOT });
    const [call] = await discord.called(POST);
    expect(textIn(call?.body)).toContain('Log in');
    expect(['How do I log in with SSO?', 'Logging in']).toContain(asked[0]?.text);
  });

  test('without a question elsewhere is answered with how to ask', async () => {
    const { discord } = await startDiscord();
    discord.message({ content: BOT });
    const [call] = await discord.called(POST);
    expect(textIn(call?.body)).toContain('/docs');
  });

  test('is not answered in a channel where that is turned off', async () => {
    const channels = [{ id: IDS.text, collections: [], mentions: false }];
    const started = await startDiscord({ settings: { channels } });
    started.discord.message({ content: `${BOT} zebra` });
    started.discord.message({ channel: IDS.thread, content: `${BOT} zebra` });
    await settled(started);
    expect(started.discord.callsOf(POST)).toEqual([]);
  });

  test('"more" goes on with the last reply to the same person', async () => {
    const { discord } = await startDiscord();
    discord.message({ content: `${BOT} zebra` });
    await discord.called(POST);
    discord.message({ content: `${BOT} how do I log in?`, author: IDS.ben });
    await discord.called(POST, 2);
    discord.message({ content: `${BOT} more` });
    const calls = await discord.called(POST, 3);
    expect(textIn(calls[2]?.body)).toContain('Results 6 to 10');
  });

  test('that cannot be answered there is: the asker is told, and the log says what to do', async () => {
    const { discord, lines } = await startDiscord();
    discord.deny(IDS.text, PermissionFlagsBits.SendMessages);
    discord.message({ content: `${BOT} zebra` });
    const calls = await discord.called(POST, 2);
    expect(calls[1]?.path).toContain(IDS.direct);
    expect(textIn(calls[1]?.body)).toContain('50013');
    expect(lines.find((line) => line.includes('50013'))).toContain('signpost check');
  });
});

describe('nobody is answered who did not ask:', () => {
  test.each([
    ['a message that mentions nobody', { content: 'zebra' }],
    ['a mention of somebody else', { content: `<@${IDS.ben}> zebra` }],
    ['a mention of everybody', { content: '@everyone zebra' }],
    ['the bot itself', { content: `${BOT} zebra`, author: IDS.app }],
  ])('%s', async (_what, doing) => {
    const started = await startDiscord();
    started.discord.message(doing);
    await settled(started);
    expect(started.asked).toEqual([]);
    expect(started.discord.callsOf(POST)).toEqual([]);
  });

  test('a reply to the bot that does not name it, and an edit', async () => {
    const started = await startDiscord();
    const { discord } = started;
    discord.message({ content: `${BOT} zebra` });
    await discord.called(POST);
    const own = discord.messagesIn(IDS.text).at(-1)!;
    const message = discord.message({ content: 'thank you', reply: own });
    discord.messageUpdate(message, `${BOT} zebra`);
    await settled(started);
    expect(discord.callsOf(POST)).toHaveLength(1);
  });
});

describe('in a direct message', () => {
  test('every message is a question', async () => {
    const { discord, asked } = await startDiscord();
    discord.message({ channel: IDS.direct, content: 'zebra' });
    const [call] = await discord.called(POST);
    expect(textIn(call?.body)).toContain('stripes');
    expect(buttonsIn(call?.body)).toEqual(['more', 'helpful', 'unhelpful']);
    expect(asked[0]).toMatchObject({ workspace: '', visibility: 'private' });
  });

  test('"more" pages on, and says when that was all', async () => {
    const { discord } = await startDiscord();
    discord.message({ channel: IDS.direct, content: 'zebra' });
    await discord.called(POST);
    const shown: string[] = [];
    for (let reply = 2; reply <= 4; reply += 1) {
      discord.message({ channel: IDS.direct, content: 'more' });
      shown.push(textIn((await discord.called(POST, reply)).at(-1)?.body));
    }
    expect(shown[0]).toContain('Results 6 to 10');
    expect(shown[1]).toContain('Results 11 to 13');
    expect(shown[2]).toBe('The docs have nothing more on that.');
  });

  test('nothing is answered where that is turned off', async () => {
    const started = await startDiscord({ settings: { directMessages: false } });
    started.discord.message({ channel: IDS.direct, content: 'zebra' });
    await settled(started);
    expect(started.discord.callsOf(POST)).toEqual([]);
  });
});

describe('a message is answered once', () => {
  test('though it comes again after a resume', async () => {
    const started = await startDiscord();
    const { discord } = started;
    discord.message({ content: `${BOT} zebra` });
    await discord.called(POST);
    discord.gateway.redeliver();
    discord.gateway.drop();
    await discord.connected();
    discord.gateway.redeliver();
    await settled(started);
    expect(discord.callsOf(POST)).toHaveLength(1);
  });

  test('though two replicas hear of it', async () => {
    const claimed = new Set<string>();
    const claims = { claim: async (key: string) => !claimed.has(key) && Boolean(claimed.add(key)) };
    const one = await startDiscord({ store: { claims } });
    const two = await startDiscord({ store: { claims }, discord: one.discord });
    one.discord.message({ content: `${BOT} zebra` });
    await one.discord.called(POST);
    await Promise.all([settled(one), settled(two)]);
    expect(one.discord.callsOf(POST)).toHaveLength(1);
  });

  test('though the answer to the post is lost', async () => {
    const { discord } = await startDiscord();
    discord.answerNext(POST, lost);
    discord.message({ content: `${BOT} zebra` });
    await discord.called(POST, 2);
    await discord.until(() => discord.messagesIn(IDS.text).some(({ authorId }) => authorId === IDS.app));
    expect(discord.messagesIn(IDS.text).filter(({ authorId }) => authorId === IDS.app)).toHaveLength(1);
  });
});

describe('a mention is answered in the end', () => {
  test.each([
    ['when Discord asks to wait', rateLimited(0.2)],
    ['when Discord fails for a moment', httpStatus(502)],
  ])('%s', async (_what, answer) => {
    const { discord } = await startDiscord();
    discord.answerNext(POST, answer);
    discord.message({ content: `${BOT} zebra` });
    await discord.called(POST, 2);
    await discord.until(() => discord.messagesIn(IDS.text).some(({ authorId }) => authorId === IDS.app));
  });

  test('while the store is down', async () => {
    const claims = { claim: () => Promise.reject(new Error('no connection')) };
    const { discord } = await startDiscord({ store: { claims } });
    discord.message({ content: `${BOT} zebra` });
    await discord.called(POST);
  });
});

describe('a new post of a forum', () => {
  const FORUMS = { settings: { forums: [{ id: IDS.forum, solvedTag: IDS.solvedTag }] } };

  test('gets the likely sections, where the docs answer it', async () => {
    const { discord, asked } = await startDiscord(FORUMS);
    const { thread } = discord.threadCreate({ title: 'log in', content: 'How do I log in?' });
    const [call] = await discord.called(POST);
    expect(call?.path).toContain(thread.id);
    expect(textIn(call?.body)).toContain('(<https://docs.example/login>)');
    expect(buttonsIn(call?.body)).toEqual(['solved', 'wrong']);
    expect(asked[0]?.text).toBe('log in How do I log in?');
  });

  test.each([
    [
      'where they may not',
      FORUMS,
      { title: 'Recipes', content: 'Who has a recipe for goulash soup with dumplings?' },
    ],
    ['in a forum that is not configured', {}, { title: 'log in', content: 'How do I log in?' }],
  ])('is left alone %s', async (_where, options, post) => {
    const started = await startDiscord(options);
    started.discord.threadCreate(post);
    await settled(started);
    expect(started.discord.callsOf(POST)).toEqual([]);
  });

  test('later messages of it are left alone', async () => {
    const started = await startDiscord(FORUMS);
    const { discord } = started;
    const { thread } = discord.threadCreate();
    await discord.called(POST);
    discord.message({ channel: thread.id, content: 'zebra' });
    await settled(started);
    expect(discord.callsOf(POST)).toHaveLength(1);
  });

  test('that is solved says by whom, and gets its tag; only its author says so', async () => {
    const { discord } = await startDiscord(FORUMS);
    const forum = discord.state.channel(IDS.forum);
    discord.permit(IDS.forum, discord.state.permissionsIn(forum) | PermissionFlagsBits.ManageThreads);
    const { thread } = discord.threadCreate();
    await discord.called(POST);
    const suggestion = discord.messagesIn(thread.id).at(-1)!;
    const customId = customIdOf(suggestion, 'solved');
    const passer = discord.state.addUser({ username: 'passer' });
    const others = await discord.click({ message: suggestion.id, customId, user: passer.id });
    expect(others.callback).toMatchObject({ type: 4 });
    await discord.click({ message: suggestion.id, customId, user: IDS.ana });
    await discord.until(() => discord.state.channel(thread.id).appliedTags.length > 0);
    expect(discord.state.channel(thread.id).appliedTags).toEqual([IDS.solvedTag]);
    const solved = discord.state.message(suggestion.id);
    expect(textIn(solved)).toContain('Ana Silva');
    expect(buttonsIn(solved)).toEqual([]);
  });

  test('loses a suggestion that does not help', async () => {
    const { discord } = await startDiscord(FORUMS);
    const { thread } = discord.threadCreate();
    await discord.called(POST);
    const suggestion = discord.messagesIn(thread.id).at(-1)!;
    const customId = customIdOf(suggestion, 'wrong');
    await discord.click({ message: suggestion.id, customId, user: IDS.ana });
    await discord.until(() => !discord.state.messages.has(suggestion.id));
  });
});
