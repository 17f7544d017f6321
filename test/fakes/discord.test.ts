import { DiscordAPIError, Events, PermissionFlagsBits, REST, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { html, lost } from './answers.ts';
import { startEcho } from './discord/echo-bot.ts';
import { startFakeDiscord } from './discord/fake-discord.ts';
import type { FakeDiscord } from './discord/fake-discord.ts';
import { IDS } from './discord/ids.ts';
import { rateLimited } from './discord/rest-api.ts';

const QUIET = { parse: [] };
const MESSAGES = 'POST /channels/:channel/messages';
const CALLBACK = 'POST /interactions/:interaction/:token/callback';

describe('interactions', () => {
  test('a command is answered, and what was said is kept', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const { callback, message } = await discord.command({
      options: { query: 'log in', for: { user: IDS.ben } },
    });
    expect(callback).toMatchObject({ type: 4, accepted: true });
    expect(JSON.stringify(message?.components)).toContain('You said log in ben');
    const [call] = await discord.called(CALLBACK);
    expect(call?.query).toEqual({ with_response: 'true' });
  });

  test('a deferred command thinks until it is edited, and keeps to itself', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const outcome = await discord.command({ name: 'slow', options: { query: 'x' } });
    expect(outcome.callback).toMatchObject({ type: 5, data: { flags: 64 } });
    await discord.until(() => outcome.edits.length === 1);
    expect(outcome.isLoading).toBe(false);
    expect(outcome.message).toMatchObject({ ephemeralFor: IDS.ana, editedAt: null });
  });

  test('what follows a reply is kept beside it', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const outcome = await discord.command({ name: 'twice' });
    await discord.until(() => outcome.followUps.length === 1);
    expect(discord.messagesIn(IDS.text)).toHaveLength(3);
  });

  test('autocomplete gets choices for what is typed', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const { callback } = await discord.autocomplete({ options: { query: 'sso' } });
    expect(callback).toMatchObject({ type: 8, data: { choices: [{ name: 'Ask: sso', value: 'sso' }] } });
  });

  test('a message command is given the message', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const { message } = await discord.messageCommand({ message: IDS.thread });
    expect(JSON.stringify(message?.components)).toContain('How do I log in with SSO?');
    expect(message?.ephemeralFor).toBe(IDS.ana);
  });

  test('a click changes the message of the button', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const { message } = await discord.command();
    const outcome = await discord.click({ message: message?.id ?? '', label: 'Again', user: IDS.ben });
    expect(outcome.callback.type).toBe(7);
    expect(outcome.message?.id).toBe(message?.id);
    expect(JSON.stringify(outcome.message?.components)).toContain('Once more');
    await expect(discord.click({ customId: 'again' })).resolves.toMatchObject({ callback: { type: 7 } });
  });

  test('an interaction in a direct conversation is a user’s', async () => {
    const discord = await startFakeDiscord();
    const client = await startEcho(discord);
    const seen: unknown[] = [];
    client.on(Events.InteractionCreate, ({ user, member, context }) => seen.push([user.id, member, context]));
    await discord.command({ channel: IDS.direct });
    expect(seen).toEqual([[IDS.ana, null, 1]]);
  });

  test('a late answer is refused with 10062', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const { callback } = await discord.command({}, { isLate: true });
    expect(callback.accepted).toBe(false);
  });

  test('a second answer is refused with 40060, and an expired token with 50027', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    await startEcho(discord);
    const outcome = await discord.command();
    const { id, token } = outcome.interaction;
    const rest = restOf(discord);
    const body = { type: 4, data: { content: 'again', allowed_mentions: QUIET } };
    const again = rest.post(Routes.interactionCallback(id, token), { body, auth: false });
    await expect(again).rejects.toMatchObject({ code: 40060, status: 400 });
    outcome.expire();
    const late = rest.patch(Routes.webhookMessage(IDS.app, token), { body: body.data, auth: false });
    await expect(late).rejects.toMatchObject({ code: 50027 });
  });

  test('what nobody answers is told', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const unheard = discord.command({ name: 'silent' }, { timeout: 100 });
    await expect(unheard).rejects.toThrow('was not answered within 100 ms');
  });
});

describe('messages', () => {
  test('a mention is answered with a reply', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    const asked = discord.message({ content: `<@${IDS.app}> help`, channel: IDS.thread });
    await discord.called(MESSAGES);
    expect(discord.messagesIn(IDS.thread).at(-1)).toMatchObject({ replyTo: asked.id, authorId: IDS.app });
  });

  test('a direct message is answered', async () => {
    const discord = await startFakeDiscord();
    await startEcho(discord);
    discord.message({ content: 'help', channel: IDS.direct });
    const [call] = await discord.called(MESSAGES);
    expect(call?.params).toEqual({ channel: IDS.direct });
  });

  test('what people write is empty without the intent, unless the app is mentioned', async () => {
    const discord = await startFakeDiscord();
    const heard: string[] = [];
    await startEcho(discord, { heard });
    discord.message({ content: 'secret' });
    discord.message({ content: 'for you', mentions: [IDS.app] });
    discord.message({ content: 'between us', channel: IDS.direct });
    await discord.until(() => heard.length >= 3);
    expect(heard.slice(0, 3)).toEqual(['ana: ', 'ana: for you', 'ana: between us']);
  });

  test('a post of a forum begins with its message', async () => {
    const discord = await startFakeDiscord();
    const heard: string[] = [];
    await startEcho(discord, { heard, client: { intents: 1 | (1 << 9) | (1 << 15) } });
    const { thread, message } = discord.threadCreate({ tags: [IDS.bugTag] });
    await discord.until(() => heard.length === 2);
    expect(heard).toEqual(['new thread Logging in', 'ana: How do I log in?']);
    expect(message.id).toBe(thread.id);
  });

  test('a nonce that was used returns the earlier message', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    const rest = restOf(discord);
    const body = { content: 'once', nonce: '7', enforce_nonce: true, allowed_mentions: QUIET };
    const [first, second] = [await send(rest, body), await send(rest, body)];
    expect(second).toMatchObject({ id: (first as { id: string }).id });
    expect(discord.messagesIn(IDS.text)).toHaveLength(2);
  });

  test.each([
    [
      'no permission',
      50013,
      (discord: FakeDiscord) => discord.deny(IDS.text, PermissionFlagsBits.SendMessages),
    ],
    ['no access', 50001, (discord: FakeDiscord) => discord.deny(IDS.text, PermissionFlagsBits.ViewChannel)],
    ['no channel', 10003, (discord: FakeDiscord) => discord.deleteChannel(IDS.text)],
  ])('%s is refused with %i', async (_name, code, change) => {
    const discord = await startFakeDiscord({ onMessage: anything });
    change(discord);
    const refused = send(restOf(discord), { content: 'a', allowed_mentions: QUIET });
    await expect(refused).rejects.toMatchObject({ code });
  });

  test('discord.js sees what the app may not do in a channel', async () => {
    const discord = await startFakeDiscord();
    discord.deny(IDS.text, PermissionFlagsBits.SendMessages);
    const client = await startEcho(discord);
    const channel = await client.channels.fetch(IDS.text);
    const may = channel !== null && !channel.isDMBased() && channel.permissionsFor(IDS.app);
    expect(may && [may.has('SendMessages'), may.has('ViewChannel')]).toEqual([false, true]);
  });

  test('what is too long is refused, and told where', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    const button = { type: 2, style: 2, label: 'x'.repeat(81), custom_id: 'a' };
    const body = { components: [{ type: 1, components: [button] }], allowed_mentions: QUIET };
    const error = await send(restOf(discord), body).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DiscordAPIError);
    expect(String(error)).toContain('components[0].components[0].label[BASE_TYPE_MAX_LENGTH]');
  });

  test.each([
    ['allowed_mentions', { content: 'hi' }],
    ['allowed_mentions.parse', { content: 'hi', allowed_mentions: { parse: ['users'] } }],
    ['too loud', { content: 'HI', allowed_mentions: QUIET }],
  ])('a message against the rules fails the test: %s', async (reason, body) => {
    const discord = await startFakeDiscord({ onMessage: requireCalm, stopsItself: false });
    await send(restOf(discord), body);
    await expect(discord.stop()).rejects.toThrow(reason);
  });
});

describe('REST', () => {
  test('commands keep their ids when they are registered again', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    const rest = restOf(discord);
    const names = { name_localizations: { de: 'doku' } };
    const body = [{ name: 'docs', description: 'Ask', ...names }];
    const [first] = (await rest.put(Routes.applicationCommands(IDS.app), { body })) as { id: string }[];
    const [second] = (await rest.put(Routes.applicationCommands(IDS.app), { body })) as { id: string }[];
    expect(second?.id).toBe(first?.id);
    const query = new URLSearchParams({ with_localizations: 'true' });
    const listed = await rest.get(Routes.applicationCommands(IDS.app), { query });
    expect(listed).toMatchObject([{ ...names, default_member_permissions: null }]);
    expect(await rest.get(Routes.applicationCommands(IDS.app))).not.toMatchObject([names]);
  });

  test('a 429 is waited for', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    discord.answerNext(MESSAGES, rateLimited(0.05));
    await send(restOf(discord), { content: 'a', allowed_mentions: QUIET });
    expect(discord.callsOf(MESSAGES)).toHaveLength(2);
  });

  test('what was done is not always told', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    discord.answerNext(MESSAGES, lost);
    const rest = restOf(discord, 0);
    await expect(send(rest, { content: 'a', allowed_mentions: QUIET })).rejects.toThrow();
    expect(discord.messagesIn(IDS.text)).toHaveLength(2);
  });

  test('HTML comes with 502 as from a proxy', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    discord.answer('GET /users/@me', html(502));
    await expect(restOf(discord, 0).get(Routes.user())).rejects.toMatchObject({ status: 502 });
  });

  test('discord.js reads, changes and removes what it wrote', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    const client = await startEcho(discord);
    const { ana, text, thread, voice } = IDS;
    const member = await client.guilds.cache.get(IDS.guild)?.members.fetch(ana);
    expect([member?.displayName, (await client.application.fetch()).flags.toArray()]).toEqual([
      'Ana Silva',
      ['GatewayMessageContentLimited'],
    ]);
    for (const id of [text, thread, voice, (await client.users.createDM(ana)).id]) {
      const channel = await client.channels.fetch(id, { force: true });
      if (channel?.isSendable() !== true) throw new Error('nothing can be sent');
      await channel.sendTyping();
      const sent = await channel.send({ content: 'One', allowedMentions: QUIET });
      await sent.edit({ content: 'Two', allowedMentions: QUIET });
      expect((await channel.messages.fetch({ message: sent.id, force: true })).content).toBe('Two');
      await sent.delete();
      await expect(channel.messages.fetch(sent.id)).rejects.toMatchObject({ code: 10008 });
    }
  });

  test('what others wrote is not the app’s to change or remove', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    const rest = restOf(discord);
    const path = Routes.channelMessage(IDS.text, IDS.thread);
    const changed = rest.patch(path, { body: { content: 'a', allowed_mentions: QUIET } });
    await expect(changed).rejects.toMatchObject({ code: 50005 });
    await expect(rest.delete(path)).rejects.toMatchObject({ code: 50013 });
  });

  test('tags of a post need the permission to manage threads', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    const rest = restOf(discord);
    const { thread } = discord.threadCreate();
    const tag = () => rest.patch(Routes.channel(thread.id), { body: { applied_tags: [IDS.solvedTag] } });
    await expect(tag()).rejects.toMatchObject({ code: 50013 });
    const { ManageThreads } = PermissionFlagsBits;
    discord.permit(IDS.forum, discord.state.permissionsIn(thread) | ManageThreads);
    expect(await tag()).toMatchObject({ applied_tags: [IDS.solvedTag] });
  });

  test('who may not read what people write does not read it here either', async () => {
    const discord = await startFakeDiscord({ onMessage: anything });
    const path = Routes.channelMessage(IDS.text, IDS.thread);
    expect(await restOf(discord).get(path)).toMatchObject({ content: 'How do I log in with SSO?' });
    discord.application.flags = 0;
    expect(await restOf(discord).get(path)).toMatchObject({ content: '' });
  });
});

/** What tests of REST send is not drawn as Signpost draws. */
function anything(): void {
  // Everything is let through.
}

function requireCalm({ content }: { readonly content?: unknown }): void {
  if (content === 'HI') throw new Error('too loud');
}

function restOf(discord: FakeDiscord, retries = 3): REST {
  return new REST({ api: discord.apiUrl, version: '10', retries }).setToken(discord.token);
}

function send(rest: REST, body: unknown): Promise<unknown> {
  return rest.post(Routes.channelMessages(IDS.text), { body });
}
