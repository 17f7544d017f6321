import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import { objectsOf } from '../../fakes/slack/fields.ts';
import type { Fields } from '../../fakes/slack/fields.ts';
import { decodeButton, encodeButton } from '../../../src/platforms/discord/render/buttons.ts';
import type { Message } from '../../fakes/discord/discord-state.ts';
import { IDS } from '../../fakes/discord/ids.ts';
import { memoryStore } from '../example.ts';
import { versionedCore } from '../versioned.ts';
import { customIdOf, startDiscord, textIn } from './start-discord.ts';
import type { Started, StartOptions } from './start-discord.ts';

const POST = 'POST /channels/:channel/messages';

async function startVersioned(own: StartOptions = {}): Promise<Started> {
  const asked: Question[] = [];
  const started = await startDiscord({ ...own, options: { core: versionedCore(asked), ...own.options } });
  return { ...started, asked };
}

interface Pressing {
  readonly message: Message;
  readonly locale?: string;
}

function click(discord: Started['discord'], action: string, { message, locale = 'en-US' }: Pressing) {
  return discord.click({ message: message.id, customId: customIdOf(message, action), locale });
}

const PUT = 'PUT /applications/:application/commands';

async function registeredOptions(discord: Started['discord'], times = 1): Promise<Fields[]> {
  await discord.called(PUT, times);
  const [command] = discord.state.commands.get('global') ?? [];
  return objectsOf(command?.['options']);
}

describe('the option for a version', () => {
  test('is registered with the versions that there are, in every language', async () => {
    const { discord } = await startVersioned();
    const options = await registeredOptions(discord);
    expect(options.map(({ name }) => name)).toEqual(['query', 'collection', 'version', 'share', 'for']);
    expect(options[2]).toMatchObject({
      type: 3,
      description: 'Ask this version of the docs',
      name_localizations: { 'pt-BR': 'versão', ja: 'バージョン' },
      choices: ['v3', 'v2', 'v1'].map((version) => ({ name: version, value: version })),
    });
  });

  test('is not there where docs have no versions', async () => {
    const { discord } = await startDiscord();
    const options = await registeredOptions(discord);
    expect(options.map(({ name }) => name)).not.toContain('version');
  });

  test('is registered anew where there are other versions, and else not', async () => {
    const { discord, platform } = await startVersioned();
    await registeredOptions(discord);
    await platform.stop();
    const same = await startVersioned({ discord });
    await same.platform.stop();
    expect(discord.callsOf(PUT)).toHaveLength(1);
    await startDiscord({ discord });
    expect((await registeredOptions(discord, 2)).map(({ name }) => name)).not.toContain('version');
  });

  test('asks that version, which is told beside the trail', async () => {
    const { discord, asked } = await startVersioned();
    const { message } = await discord.command({ options: { query: 'quota', version: 'v2' } });
    expect(asked[0]).toMatchObject({ text: 'quota', version: 'v2' });
    expect(textIn(message)).toContain('-# `v2` · Limits');
    expect(textIn(message)).toContain('  `v2` · *Limits*');
    expect(textIn(message)).toContain('in v2.');
    expect(textIn(message)).not.toContain('v3');
  });

  test('counts more than what is typed', async () => {
    const { discord, asked } = await startVersioned();
    await discord.command({ options: { query: 'v1: quota', version: 'v2' } });
    expect(asked[0]).toMatchObject({ text: 'quota', version: 'v2' });
  });

  test('completes with sections of that version, and so does a version that is typed', async () => {
    const { discord } = await startVersioned();
    const chosen = await discord.autocomplete({
      options: { query: 'quota 1', version: 'v2' },
      focused: 'query',
    });
    const typed = await discord.autocomplete({ options: { query: 'v2: quota 1' } });
    for (const { callback } of [chosen, typed]) {
      const [, { value } = { value: '' }] = callback.data['choices'] as { value: string }[];
      expect(value).toBe('#v2/quota-1-0');
    }
  });
});

describe('a version that is typed', () => {
  test.each(['v2: quota', 'version:v2 quota', '--version v2 quota', 'in:docs 2: quota'])(
    'is asked: %s',
    async (query) => {
      const { discord, asked } = await startVersioned();
      const { message } = await discord.command({ options: { query } });
      expect(asked[0]).toMatchObject({ text: 'quota', version: 'v2' });
      expect(textIn(message)).toContain('in v2');
    },
  );

  test('is asked in a mention and in a direct message', async () => {
    const { discord, asked } = await startVersioned();
    discord.message({ content: `<@${IDS.app}> v2: quota` });
    discord.message({ channel: IDS.direct, content: 'v1: quota' });
    await discord.called(POST, 2);
    expect(asked.map(({ version }) => version).toSorted()).toEqual(['v1', 'v2']);
  });

  test('that there is not is told in the language of the person, with those that there are', async () => {
    const { discord } = await startVersioned();
    const ask = async (locale: string) =>
      textIn((await discord.command({ options: { query: '--version v9 quota' }, locale })).message);
    expect(await ask('en-US')).toBe('The docs have no version v9. They have v3, v2, v1.');
    expect(await ask('de')).toBe('Die Version v9 gibt es in der Doku nicht. Es gibt v3, v2, v1.');
  });

  test('of no docs is part of the question', async () => {
    const { discord, asked } = await startVersioned();
    await discord.command({ options: { query: 'v9: quota' } });
    expect(asked[0]).toMatchObject({ text: 'v9: quota', version: '' });
  });
});

test('the default version is not told', async () => {
  const { discord } = await startVersioned();
  const { message } = await discord.command({ options: { query: 'quota' } });
  expect(textIn(message)).toContain('in v3');
  expect(textIn(message)).not.toContain('`v3`');
});

describe('buttons', () => {
  test('keep the version and the language, whoever presses them', async () => {
    const { discord, asked } = await startVersioned();
    const { message } = await discord.command({
      options: { query: 'quota', version: 'v2', share: true },
      locale: 'de',
    });
    expect(textIn(message)).toContain('Das **quota** ist');
    await click(discord, 'more', { message: message!, locale: 'en-US' });
    expect(asked.at(-1)).toMatchObject({ version: 'v2', locale: 'de' });
    expect(textIn(discord.state.message(message!.id))).toContain('`v2`');
  });

  test('share the version that was asked', async () => {
    const { discord } = await startVersioned();
    const { message } = await discord.command({ options: { query: 'quota', version: 'v2' } });
    await click(discord, 'share', { message: message! });
    await discord.until(() => !discord.state.messages.has(message!.id));
    expect(textIn(discord.messagesIn(IDS.text).at(-1))).toContain('in v2');
  });

  test('ask a better spelling of that version', async () => {
    const { discord, asked } = await startVersioned();
    const { message } = await discord.command({ options: { query: 'teh quota', version: 'v2' } });
    await click(discord, 'ask', { message: message! });
    expect(asked.at(-1)).toMatchObject({ text: 'the quota', version: 'v2' });
  });

  test('keep to the language of a direct message, which is not known, when they are pressed in another', async () => {
    const { discord, asked } = await startVersioned();
    discord.message({ channel: IDS.direct, content: 'quota' });
    await discord.called(POST);
    await click(discord, 'more', { message: discord.messagesIn(IDS.direct).at(-1)!, locale: 'de' });
    expect(asked.map(({ locale }) => locale)).toEqual(['', '']);
  });

  test('hold the version after a restart, when only the store knows the question', async () => {
    const { store } = memoryStore();
    const { discord, platform, asked } = await startVersioned({ store });
    const { message } = await discord.command({ options: { query: 'quota', version: 'v2' } });
    expect(customIdOf(message, 'more')).toMatch(/^sp\|more\|[^|]+\|[^|]+\|5\|\d+\|\|v2$/u);
    await store.questions.record({
      id: asked[0]!.id,
      platform: 'discord',
      workspace: '',
      place: '',
      text: 'quota',
      collections: [],
      outcome: 'answered',
      confidence: 1,
      sections: [],
      at: new Date(),
    });
    await platform.stop();
    const other = await startVersioned({ store, discord });
    await click(discord, 'more', { message: message!, locale: 'de' });
    expect(other.asked[0]).toMatchObject({ text: 'quota', version: 'v2', locale: 'de' });
  });
});

describe('what a button holds', () => {
  const state = { id: 'q1', section: 's1', offset: 5, asker: '42', version: '' };

  test('is as it was before there were versions where there is none', () => {
    expect(encodeButton('more', state)).toBe('sp|more|q1|s1|5|42');
    expect(encodeButton('ask', state, 'meant')).toBe('sp|ask|q1|s1|5|42|meant');
    expect(decodeButton('sp|more|q1|s1|5|42')).toEqual({ action: 'more', state, ending: '' });
    expect(decodeButton('sp|ask|q1|s1|5|42|meant')).toEqual({ action: 'ask', state, ending: 'meant' });
  });

  test.each(['v2', '2.0', 'a|b', 'nächste 📚'])('comes back with its version: %s', (version) => {
    const versioned = { ...state, version };
    for (const ending of ['', 'meant'])
      expect(decodeButton(encodeButton('ask', versioned, ending))).toEqual({
        action: 'ask',
        state: versioned,
        ending,
      });
  });

  test('leaves out a version that there is no room for', () => {
    expect(encodeButton('more', { ...state, version: 'x'.repeat(100) })).toBe('sp|more|q1|s1|5|42');
  });
});

describe('the language', () => {
  test('is that of the person who gives a command', async () => {
    const { discord, asked } = await startVersioned();
    const { message } = await discord.command({ options: { query: 'quota' }, locale: 'de' });
    expect(asked[0]?.locale).toBe('de');
    expect(textIn(message)).toContain('Das **quota** ist');
  });

  test('is that of the channel where it has one', async () => {
    const { discord, asked } = await startVersioned({
      settings: { channels: [{ id: IDS.text, collections: [], locale: 'de' }] },
    });
    await discord.command({ options: { query: 'quota' }, locale: 'en-US' });
    expect(asked[0]?.locale).toBe('de');
  });

  test('of a mention is that of the guild', async () => {
    const { discord, asked } = await startVersioned();
    discord.message({ content: `<@${IDS.app}> quota` });
    await discord.called(POST);
    expect(asked[0]?.locale).toBe('en-US');
  });
});

test('help tells the versions of a collection, and how to ask one', async () => {
  const { discord } = await startVersioned();
  const text = textIn((await discord.command({ options: { query: 'help' } })).message);
  expect(text).toContain('`in:docs` · versions v3, v2, v1');
  expect(text).toContain('`version:v2` before a question asks that version of the docs');
  const other = await startDiscord();
  expect(textIn((await other.discord.command({ options: { query: 'help' } })).message)).not.toContain(
    'version',
  );
});
