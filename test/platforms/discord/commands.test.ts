import { describe, expect, test } from 'vitest';
import { IDS } from '../../fakes/discord/ids.ts';
import { buttonsIn, startDiscord, textIn } from './start-discord.ts';

const EPHEMERAL = 64;

describe('/docs', () => {
  test('is answered privately in its first response', async () => {
    const { discord, asked } = await startDiscord();
    const { callback, message } = await discord.command({ options: { query: 'how do I log in?' } });
    expect(callback).toMatchObject({ type: 4, accepted: true });
    expect(message?.ephemeralFor).toBe(IDS.ana);
    expect(textIn(message)).toContain('(<https://docs.example/login>)');
    expect(textIn(message)).toContain('Open the page to');
    expect(buttonsIn(message)).toEqual(['share', 'helpful', 'unhelpful']);
    expect(asked).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{12}$/u),
        text: 'how do I log in?',
        platform: 'discord',
        workspace: IDS.guild,
        place: IDS.text,
        asker: IDS.ana,
        visibility: 'private',
        collections: [],
        version: '',
        locale: 'en-US',
      },
    ]);
  });

  test('is shared where the person says so, and nobody is pinged', async () => {
    const { discord } = await startDiscord();
    const { callback, message } = await discord.command({ options: { query: 'zebra', share: true } });
    expect(message?.ephemeralFor).toBeUndefined();
    expect(Number(callback.data['flags']) & EPHEMERAL).toBe(0);
    expect(callback.data['allowed_mentions']).toMatchObject({ parse: [] });
    expect(buttonsIn(message)).toEqual(['more', 'helpful', 'unhelpful', 'delete']);
  });

  test('for somebody is shared, and pings that one person', async () => {
    const { discord } = await startDiscord();
    const { callback, message } = await discord.command({
      options: { query: 'zebra', for: { user: IDS.ben } },
    });
    expect(message?.ephemeralFor).toBeUndefined();
    expect(textIn(message)).toContain(`<@${IDS.ben}>`);
    expect(callback.data['allowed_mentions']).toMatchObject({ parse: [], users: [IDS.ben] });
  });

  test('is shared where the config says so, and private where the person says so', async () => {
    const { discord } = await startDiscord({
      settings: { channels: [{ id: IDS.text, collections: [], private: false }] },
    });
    expect((await discord.command({ options: { query: 'zebra' } })).message?.ephemeralFor).toBeUndefined();
    const own = await discord.command({ options: { query: 'zebra', share: false } });
    expect(own.message?.ephemeralFor).toBe(IDS.ana);
  });

  test('searches the collection that is chosen', async () => {
    const { discord } = await startDiscord();
    const { message } = await discord.command({ options: { query: 'zebra', collection: 'api' } });
    expect(textIn(message)).toContain('GET /zebra');
    expect(textIn(message)).not.toContain('Zebra 1');
  });

  test('speaks the language of the person', async () => {
    const { discord } = await startDiscord();
    const german = await discord.command({ options: { query: 'goulash' }, locale: 'de' });
    const english = await discord.command({ options: { query: 'goulash' }, locale: 'nl' });
    expect(textIn(german.message)).not.toBe(textIn(english.message));
    expect(textIn(english.message)).toContain('The docs do not seem to answer that.');
  });

  test.each(['help', '?'])('%s is answered with how to ask', async (query) => {
    const { discord, asked } = await startDiscord();
    const { message } = await discord.command({ options: { query } });
    expect(textIn(message)).toContain('/docs');
    expect(buttonsIn(message)).toContain('ask');
    expect(asked).toEqual([]);
  });

  test('shows what docs say as it is written', async () => {
    const { discord } = await startDiscord();
    const { callback } = await discord.command({ options: { query: 'quagga', share: true } });
    expect(textIn(callback.data)).not.toMatch(/(?<!\\)<@\d/u);
    expect(callback.data['allowed_mentions']).toMatchObject({ parse: [] });
  });

  test('is answered in a direct message', async () => {
    const { discord } = await startDiscord();
    const { message } = await discord.command({ channel: IDS.direct, options: { query: 'zebra' } });
    expect(textIn(message)).toContain('stripes');
    expect(buttonsIn(message)).toEqual(['more', 'helpful', 'unhelpful']);
  });

  test('who asks too much is told when to ask again', async () => {
    const now = new Date('2026-01-01T00:00:00Z');
    const { discord } = await startDiscord({
      options: { limit: { burst: 1, perMinute: 4 }, now: () => now },
    });
    await discord.command({ options: { query: 'zebra' } });
    const { message } = await discord.command({ options: { query: 'zebra' } });
    expect(textIn(message)).toBe('That is a lot of questions at once. Ask again in 15 seconds.');
  });

  test('too late, or answered already, harms nothing', async () => {
    const { discord, lines } = await startDiscord();
    const { callback } = await discord.command({ options: { query: 'zebra' } }, { isLate: true });
    expect(callback.accepted).toBe(false);
    expect(textIn((await discord.command({ options: { query: 'zebra' } })).message)).toContain('stripes');
    expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

describe('the docs of a guild', () => {
  test('are not found in another, nor completed, nor opened by their id', async () => {
    const guilds = [{ id: IDS.otherGuild, collections: ['internal'] }];
    const { discord } = await startDiscord({ settings: { guilds } });
    for (const query of ['pager', 'in:internal pager', '#oncall-0'])
      expect(textIn((await discord.command({ options: { query } })).message)).not.toContain('drawer');
    const { callback } = await discord.autocomplete({ options: { query: 'on c' } });
    expect(JSON.stringify(callback.data)).not.toContain('On call');
  });

  test('are found in it', async () => {
    const guilds = [{ id: IDS.guild, collections: ['internal'] }];
    const { discord } = await startDiscord({ settings: { guilds } });
    expect(textIn((await discord.command({ options: { query: 'pager' } })).message)).toContain('drawer');
  });

  test('are narrowed by a channel, and by that of a thread', async () => {
    const channels = [{ id: IDS.text, collections: ['api'] }];
    const { discord } = await startDiscord({ settings: { channels } });
    for (const channel of [IDS.text, IDS.thread]) {
      const { message } = await discord.command({ channel, options: { query: 'zebra' } });
      expect(textIn(message)).toContain('GET /zebra');
      expect(textIn(message)).not.toContain('Zebra 1');
    }
  });
});

describe('autocomplete', () => {
  test('offers what is typed, then sections; picking one shows it', async () => {
    const { discord, asked } = await startDiscord();
    const { callback } = await discord.autocomplete({ options: { query: 'pass' } });
    const choices = callback.data['choices'] as { name: string; value: string }[];
    expect(choices[0]).toEqual({ name: 'pass', value: 'pass' });
    expect(choices[1]?.name).toBe('Log in › Passwords');
    const { message } = await discord.command({ options: { query: choices[1]!.value } });
    expect(textIn(message)).toContain('A password must have');
    expect(asked).toEqual([]);
  });

  test('offers at most 25 choices of at most 100 characters', async () => {
    const { discord } = await startDiscord();
    const { callback } = await discord.autocomplete({ options: { query: `z${'e'.repeat(300)}` } });
    const choices = callback.data['choices'] as { name: string; value: string }[];
    for (const { name, value } of choices)
      expect(Math.max(name.length, value.length)).toBeLessThanOrEqual(100);
    const { callback: many } = await discord.autocomplete({ options: { query: 'z' } });
    expect((many.data['choices'] as unknown[]).length).toBeLessThanOrEqual(25);
  });

  test('is answered for an empty field, too', async () => {
    const { discord } = await startDiscord();
    const { callback } = await discord.autocomplete({ options: { query: '' } });
    expect(callback).toMatchObject({ type: 8, accepted: true });
  });
});

describe('"Find in docs" on a message', () => {
  test('is answered privately', async () => {
    const { discord, asked } = await startDiscord();
    const { message } = await discord.messageCommand({ message: IDS.thread });
    expect(message?.ephemeralFor).toBe(IDS.ana);
    expect(textIn(message)).toContain('Log in');
    expect(asked[0]?.text).toBe('How do I log in with SSO?');
  });

  test('on a message without text says so', async () => {
    const { discord } = await startDiscord();
    const empty = discord.state.addMessage({ channelId: IDS.text, content: '' });
    const { message } = await discord.messageCommand({ message: empty.id });
    expect(textIn(message)).toContain('no text');
  });
});
