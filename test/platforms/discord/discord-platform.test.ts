import { GatewayIntentBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { hang, html, httpStatus, slow } from '../../fakes/answers.ts';
import { startFakeDiscord } from '../../fakes/discord/fake-discord.ts';
import { IDS } from '../../fakes/discord/ids.ts';
import { discordError } from '../../fakes/discord/rest-api.ts';
import { platformContract } from '../../contracts/platform.ts';
import { customIdOf, startDiscord, textIn } from './start-discord.ts';

platformContract(async () => (await startDiscord({ starts: false })).platform);

const POST = 'POST /channels/:channel/messages';
const PUT = 'PUT /applications/:application/commands';

async function answers(discord: Awaited<ReturnType<typeof startDiscord>>['discord']): Promise<boolean> {
  return textIn((await discord.command({ options: { query: 'zebra' } })).message).includes('stripes');
}

describe('the connection', () => {
  test('asks for no privileged intent', async () => {
    const { discord } = await startDiscord();
    const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
    expect(discord.gateway.identifies.map(({ intents }) => intents)).toEqual([
      Guilds | GuildMessages | DirectMessages,
    ]);
  });

  test('asks for the content of messages where forums are configured', async () => {
    const { discord } = await startDiscord({ settings: { forums: [{ id: IDS.forum, solvedTag: '' }] } });
    expect((discord.gateway.identifies[0]?.intents ?? 0) & GatewayIntentBits.MessageContent).not.toBe(0);
  });

  test('has as many shards as Discord recommends, or as the config says', async () => {
    const two = await startFakeDiscord({ shards: 2 });
    await startDiscord({ discord: two });
    expect(two.gateway.identifies.map(({ shard }) => shard)).toEqual(
      expect.arrayContaining([
        [0, 2],
        [1, 2],
      ]),
    );
    const { discord } = await startDiscord({ settings: { shards: 1 } });
    expect(discord.gateway.identifies).toHaveLength(1);
  });

  test.each([
    ['is lost', (discord: Awaited<ReturnType<typeof startFakeDiscord>>) => discord.gateway.drop()],
    [
      'is to be made anew',
      (discord: Awaited<ReturnType<typeof startFakeDiscord>>) => discord.gateway.reconnect(),
    ],
    [
      'is closed for a moment',
      (discord: Awaited<ReturnType<typeof startFakeDiscord>>) => discord.gateway.close(4000),
    ],
  ])('that %s is resumed, and what came meanwhile is answered once', async (_what, act) => {
    const { discord, platform } = await startDiscord();
    act(discord);
    discord.message({ content: `<@${IDS.app}> zebra` });
    await discord.called(POST);
    await discord.connected();
    expect(await answers(discord)).toBe(true);
    expect(discord.callsOf(POST)).toHaveLength(1);
    expect(platform.state).toBe('ready');
  });

  test('that is lost in the middle of a command leaves it answered, and its buttons working', async () => {
    const { discord } = await startDiscord();
    discord.answerNext('POST /interactions/:interaction/:token/callback', slow(100));
    const answering = discord.command({ options: { query: 'zebra' } });
    discord.gateway.drop();
    const { message } = await answering;
    await discord.connected();
    await discord.click({ message: message!.id, customId: customIdOf(message, 'more') });
    expect(textIn(discord.state.message(message!.id))).toContain('Results 6 to 10');
  });

  test('that falls silent is noticed, told of, and made anew', async () => {
    const discord = await startFakeDiscord({ heartbeatInterval: 200 });
    const { platform } = await startDiscord({ discord });
    discord.gateway.acknowledges = false;
    // It does not take long to connect again.
    await expect.poll(() => platform.state, { interval: 2 }).toBe('connecting again');
    discord.gateway.acknowledges = true;
    await expect.poll(() => platform.state).toBe('ready');
    expect(await answers(discord)).toBe(true);
  });

  test.each([
    ['whose token is refused', 4004, 'DISCORD_TOKEN'],
    ['whose intent is taken away', 4014, 'Privileged Gateway Intents'],
  ])('%s while it runs ends with what to do', async (_what, code, advice) => {
    const { discord, platform, lines } = await startDiscord();
    discord.gateway.close(code);
    await expect.poll(() => platform.state).toContain(advice);
    expect(lines.join('')).toContain('Discord is not answered any more');
    expect(lines.join('')).not.toContain(discord.token);
  });
});

describe('the start', () => {
  test('with a token that Discord does not take ends with what to do, and without the token', async () => {
    const { platform, lines } = await startDiscord({ starts: false, options: { token: 'MTEw.wrong.token' } });
    await expect(platform.start()).rejects.toThrow('reset the token');
    expect(lines.join('')).not.toContain('MTEw.wrong.token');
  });

  test('without the intent that forums need names it, and where to turn it on', async () => {
    const discord = await startFakeDiscord();
    discord.application.flags = 0;
    const settings = { forums: [{ id: IDS.forum, solvedTag: '' }] };
    const { platform } = await startDiscord({ discord, settings, starts: false });
    await expect(platform.start()).rejects.toThrow('Message Content');
    expect(platform.state).toContain('Privileged Gateway Intents');
  });

  test.each([
    ['HTTP 500', httpStatus(500)],
    ['a page of HTML', html(502)],
  ])('is tried again after %s', async (_what, answer) => {
    const discord = await startFakeDiscord();
    discord.answerNext('GET /gateway/bot', answer, answer, answer, answer);
    const { platform } = await startDiscord({ discord });
    expect(platform.state).toBe('ready');
  });

  test('that is under way ends when it is told to end', async () => {
    const discord = await startFakeDiscord();
    discord.answer('GET /gateway/bot', hang);
    const { platform } = await startDiscord({ discord, starts: false });
    const starting = platform.start().catch(() => 'ended');
    await platform.stop();
    discord.answerNormally();
    await discord.stop();
    expect(await starting).toBe('ended');
  });
});

describe('commands', () => {
  test('are registered on the first start, and not again where nothing differs', async () => {
    const { discord, platform } = await startDiscord();
    await discord.called(PUT);
    await platform.stop();
    await startDiscord({ discord });
    expect(discord.callsOf(PUT)).toHaveLength(1);
    const names = discord.state.commands.get('global')?.map(({ name }) => name);
    expect(names).toEqual(['docs', 'Find in docs']);
  });

  test('that cannot be registered leave mentions to be answered', async () => {
    const discord = await startFakeDiscord();
    discord.answer(PUT, discordError(403, 50001));
    const { lines } = await startDiscord({ discord });
    discord.message({ content: `<@${IDS.app}> zebra` });
    await discord.called(POST);
    expect(lines.join('')).toContain('the commands cannot be registered');
  });
});

test('what makes no sense harms nothing', async () => {
  const { discord } = await startDiscord();
  discord.gateway.sendRaw('no JSON');
  discord.gateway.sendRaw('{"op":0,"t":"UNHEARD_OF","s":99,"d":null}');
  expect(await answers(discord)).toBe(true);
});
