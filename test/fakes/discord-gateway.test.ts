import { expect, test } from 'vitest';
import { createClient, startEcho } from './discord/echo-bot.ts';
import { startFakeDiscord } from './discord/fake-discord.ts';
import { IDS } from './discord/ids.ts';

const CALLBACK = 'POST /interactions/:interaction/:token/callback';

test('what happened while the connection was lost comes with the resume', async () => {
  const discord = await startFakeDiscord();
  await startEcho(discord);
  discord.gateway.drop();
  const { callback } = await discord.command();
  expect(callback.accepted).toBe(true);
  expect(discord.gateway.resumes).toMatchObject([{ replayed: 1 }]);
  expect([discord.gateway.connections, discord.gateway.identifies.length]).toEqual([2, 1]);
});

test('a connection that acknowledges no heartbeat is given up, and resumed', async () => {
  const discord = await startFakeDiscord({ heartbeatInterval: 100 });
  await startEcho(discord);
  await discord.until(() => discord.gateway.heartbeats > 1);
  discord.gateway.acknowledges = false;
  await discord.until(() => discord.gateway.resumes.length > 0);
  discord.gateway.acknowledges = true;
  await discord.connected();
});

test('op 7 is followed by a resume', async () => {
  const discord = await startFakeDiscord();
  await startEcho(discord);
  discord.gateway.reconnect();
  await discord.until(() => discord.gateway.resumes.length === 1);
  await discord.command();
  expect(discord.gateway.identifies).toHaveLength(1);
});

test('op 9 is followed by a new session', async () => {
  const discord = await startFakeDiscord();
  await startEcho(discord);
  discord.gateway.invalidate(false);
  await discord.until(() => discord.gateway.identifies.length === 2);
  // Destroyed before it heard READY, discord.js waits for ever.
  expect((await discord.command()).callback.accepted).toBe(true);
  expect(discord.gateway.resumes).toEqual([]);
});

test.each([4000, 4009])('a session that was closed with %i is resumed', async (code) => {
  const discord = await startFakeDiscord();
  await startEcho(discord);
  discord.gateway.close(code);
  await discord.until(() => discord.gateway.resumes.length === 1);
  await discord.connected();
});

test('an intent that the application was not granted is refused with 4014', async () => {
  const discord = await startFakeDiscord();
  discord.application.flags = 0;
  const client = createClient(discord, { intents: 1 | (1 << 15) });
  await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
});

test('a wrong token is refused by REST', async () => {
  const discord = await startFakeDiscord();
  await expect(createClient(discord).login('wrong')).rejects.toThrow('invalid token');
});

test.each([4004, 4014])('a session that is refused with %i is not begun again', async (code) => {
  const discord = await startFakeDiscord();
  discord.gateway.refusals.push(code);
  await expect(createClient(discord).login(discord.token)).rejects.toThrow();
  expect(discord.gateway.connections).toBe(1);
});

test('a connection that falls silent is given up, and what it missed comes with the resume', async () => {
  const discord = await startFakeDiscord({ heartbeatInterval: 150 });
  await startEcho(discord);
  discord.gateway.silence();
  const { callback } = await discord.command({ options: { query: 'there' } });
  expect(callback.accepted).toBe(true);
  expect(discord.gateway.resumes).toContainEqual(expect.objectContaining({ replayed: 1 }));
});

test('events without their intent stay away', async () => {
  const discord = await startFakeDiscord();
  const heard: string[] = [];
  await startEcho(discord, { heard, client: { intents: 1 } });
  discord.message({ mentions: [IDS.app] });
  await discord.command();
  expect(heard).toEqual([]);
});

test('guilds come and go', async () => {
  const discord = await startFakeDiscord();
  const client = await startEcho(discord);
  const { id } = discord.state.addGuild({ name: 'New' });
  discord.joinGuild(id);
  await discord.until(() => client.guilds.cache.get(id)?.name === 'New');
  discord.leaveGuild(id);
  await discord.until(() => !client.guilds.cache.has(id));
});

test('an event can come twice', async () => {
  const discord = await startFakeDiscord();
  await startEcho(discord);
  await discord.command();
  discord.gateway.replay(2);
  const calls = await discord.called(CALLBACK, 2);
  // The second is refused with 40060.
  expect(calls[1]?.params).toEqual(calls[0]?.params);
  expect(discord.messagesIn(IDS.text)).toHaveLength(2);
});

test('each shard hears of its guilds', async () => {
  const discord = await startFakeDiscord({ shards: 2 });
  const client = await startEcho(discord, { client: { shards: 'auto' } });
  const shards = discord.gateway.identifies.map(({ shard }) => shard);
  expect(shards.toSorted(([one], [other]) => one - other)).toEqual([
    [0, 2],
    [1, 2],
  ]);
  expect([IDS.guild, IDS.otherGuild].map((id) => client.guilds.cache.get(id)?.shardId)).toEqual([0, 1]);
  expect((await discord.command({ channel: IDS.otherText })).callback.accepted).toBe(true);
});
