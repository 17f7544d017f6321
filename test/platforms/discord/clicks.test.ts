import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { encodeButton } from '../../../src/platforms/discord/render/buttons.ts';
import type { Message } from '../../fakes/discord/discord-state.ts';
import { IDS } from '../../fakes/discord/ids.ts';
import { memoryStore, PAGES } from '../example.ts';
import { buttonsIn, customIdOf, startDiscord, textIn } from './start-discord.ts';
import type { Started, StartOptions } from './start-discord.ts';

/** Signpost, and its reply to a command of Ana's. */
async function withReply(
  query: string,
  { share = false, ...options }: StartOptions & { share?: boolean } = {},
): Promise<Started & { message: Message }> {
  const started = await startDiscord(options);
  const { message } = await started.discord.command({ options: { query, share } });
  return { ...started, message: message! };
}

interface Pressing {
  readonly message: Message;
  readonly user?: string;
}

function click(discord: Started['discord'], action: string, { message, user = IDS.ana }: Pressing) {
  return discord.click({ message: message.id, customId: customIdOf(message, action), user });
}

describe('Share', () => {
  test('posts the reply for everybody, says who shared it, and takes the private one away', async () => {
    const { discord, message } = await withReply('how do I log in?');
    const outcome = await click(discord, 'share', { message });
    await discord.until(() => !discord.state.messages.has(message.id));
    const shared = discord.messagesIn(IDS.text).at(-1);
    expect(shared?.ephemeralFor).toBeUndefined();
    expect(textIn(shared)).toContain('Shared by Ana Silva');
    expect(textIn(shared)).toContain('(<https://docs.example/login>)');
    expect(outcome.followUps[0]?.['allowed_mentions']).toMatchObject({ parse: [] });
  });

  test('pressed twice at once shares once', async () => {
    const { discord, message, platform } = await withReply('zebra');
    await Promise.all([click(discord, 'share', { message }), click(discord, 'share', { message })]);
    await discord.until(() => !discord.state.messages.has(message.id));
    await platform.stop();
    const own = discord.messagesIn(IDS.text).filter(({ authorId }) => authorId === IDS.app);
    expect(own.filter(({ ephemeralFor }) => ephemeralFor === undefined)).toHaveLength(1);
  });

  test('of a section that is gone says so, and shares nothing', async () => {
    const { discord, message, platform } = await withReply('how do I log in?');
    await platform.stop();
    await startDiscord({ discord, pages: PAGES.slice(2) });
    const outcome = await click(discord, 'share', { message });
    expect(textIn(outcome.callback.data)).toContain('no longer in the docs');
  });
});

describe('More', () => {
  test('shows the next results in place, until there are no more', async () => {
    const { discord, message } = await withReply('zebra');
    const first = await click(discord, 'more', { message });
    expect(first.callback.type).toBe(7);
    const second = discord.state.message(message.id);
    expect(textIn(second)).toContain('Results 6 to 10');
    await click(discord, 'more', { message: second });
    const third = discord.state.message(message.id);
    expect(textIn(third)).toContain('Results 11 to 13');
    expect(buttonsIn(third)).not.toContain('more');
  });

  test('works after a restart and on another replica, by way of the store', async () => {
    const { store } = memoryStore();
    const started = await startDiscord({ store });
    const { discord } = started;
    const { message } = await discord.command({ options: { query: 'zebra', collection: 'docs' } });
    await store.questions.record({
      id: started.asked[0]!.id,
      platform: 'discord',
      workspace: '',
      place: '',
      text: 'zebra',
      collections: ['docs'],
      outcome: 'answered',
      confidence: 1,
      sections: [],
      at: new Date(),
    });
    await started.platform.stop();
    await startDiscord({ discord, store });
    await click(discord, 'more', { message: message! });
    expect(textIn(discord.state.message(message!.id))).toContain('Results 6 to 10');
  });

  test('whose question nobody knows any more says so', async () => {
    const { discord, message, platform } = await withReply('zebra');
    await platform.stop();
    await startDiscord({ discord });
    const outcome = await click(discord, 'more', { message });
    expect(outcome.callback.type).toBe(4);
    expect(textIn(outcome.callback.data)).toContain('do not remember');
  });

  test('is answered while the store hangs', async () => {
    const questions = { record: async () => undefined, find: () => new Promise<never>(() => {}) };
    const { discord, message, platform } = await withReply('zebra', { store: { questions } });
    await platform.stop();
    await startDiscord({ discord, store: { questions } });
    const outcome = await click(discord, 'more', { message });
    expect(outcome.callback.accepted).toBe(true);
  });

  test('on a reply that all see answers others privately', async () => {
    const { discord, message } = await withReply('zebra', { share: true });
    const outcome = await click(discord, 'more', { message, user: IDS.ben });
    expect(outcome.callback.type).toBe(4);
    expect(outcome.message?.ephemeralFor).toBe(IDS.ben);
    expect(textIn(discord.state.message(message.id))).not.toContain('Results 6');
  });
});

describe('👍 and 👎', () => {
  test.each([
    ['helpful', true],
    ['unhelpful', false],
  ])('%s is recorded, and thanks stand in its place', async (action, helpful) => {
    const { discord, message, votes, asked } = await withReply('how do I log in?');
    await click(discord, action, { message });
    const after = discord.state.message(message.id);
    expect(textIn(after)).toContain('Thanks');
    expect(buttonsIn(after)).toEqual(['share']);
    expect(votes).toEqual([
      {
        platform: 'discord',
        workspace: IDS.guild,
        question: asked[0]?.id,
        text: 'how do I log in?',
        section: 'login-0',
        helpful,
        voter: IDS.ana,
        at: expect.any(Date),
      },
    ]);
  });

  test('on a reply that all see thank each one privately', async () => {
    const { discord, message, votes } = await withReply('zebra', { share: true });
    const outcome = await click(discord, 'helpful', { message, user: IDS.ben });
    expect(outcome.message?.ephemeralFor).toBe(IDS.ben);
    expect(textIn(outcome.message)).toContain('Thanks');
    expect(votes.map(({ voter }) => voter)).toEqual([IDS.ben]);
  });

  test('that cannot be saved say so', async () => {
    const feedback = { record: () => Promise.reject(new Error('no connection')) };
    const { discord, message, lines } = await withReply('zebra', { store: { feedback } });
    const outcome = await click(discord, 'helpful', { message });
    expect(textIn(outcome.callback.data)).toContain('could not save');
    expect(lines.join('')).toContain('no connection');
  });
});

describe('Delete', () => {
  test('is for the asker, and for who may manage messages', async () => {
    const { discord, message } = await withReply('zebra', { share: true });
    const passer = discord.state.addUser({ username: 'passer' });
    const refused = await click(discord, 'delete', { message, user: passer.id });
    expect(refused.message?.ephemeralFor).toBe(passer.id);
    expect(discord.state.messages.has(message.id)).toBe(true);
    await click(discord, 'delete', { message });
    await discord.until(() => !discord.state.messages.has(message.id));
  });

  test('is for moderators', async () => {
    const { discord, message } = await withReply('zebra', { share: true });
    const moderator = discord.state.addUser({ username: 'moderator' });
    const memberPermissions = PermissionFlagsBits.ManageMessages;
    const customId = customIdOf(message, 'delete');
    await discord.click({ message: message.id, customId, user: moderator.id, memberPermissions });
    await discord.until(() => !discord.state.messages.has(message.id));
  });
});

describe('a question that is offered', () => {
  test('as an example answers in place', async () => {
    const { discord, message } = await withReply('help');
    await click(discord, 'ask', { message });
    expect(textIn(discord.state.message(message.id))).toContain('(<https://docs.example/login>)');
  });

  test('as a better spelling answers in place', async () => {
    const { discord, message } = await withReply('teh zebra');
    await click(discord, 'ask', { message });
    expect(textIn(discord.state.message(message.id))).toContain('Zebra 1');
  });
});

test('a button that is none of ours is left alone', async () => {
  const { discord, lines } = await startDiscord();
  const strange = discord.click({ customId: 'other-program' }, { timeout: 100 });
  await expect(strange).rejects.toThrow('was not answered');
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
});

test('a button of another guild’s docs shows nothing of them here', async () => {
  const guilds = [{ id: IDS.otherGuild, collections: ['internal'] }];
  const { discord } = await startDiscord({ settings: { guilds } });
  const state = { id: 'unknown', section: 'oncall-0', offset: 0, asker: IDS.ana, version: '' };
  const components = (['more', 'helpful'] as const).map((action) => ({
    type: 2,
    style: 2,
    label: action,
    custom_id: encodeButton(action, state),
  }));
  const forged = discord.state.addMessage({
    channelId: IDS.text,
    authorId: IDS.app,
    components: [{ type: 1, components }],
  });
  for (const { custom_id: customId } of components) {
    const outcome = await discord.click({ message: forged.id, customId });
    expect(JSON.stringify(outcome.callback.data)).not.toContain('drawer');
  }
});
