import { Locale } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { LIMITS as DISCORD } from '../../src/platforms/discord/render/limits.ts';
import { LIMITS as SLACK } from '../../src/platforms/slack/render/limits.ts';
import { BRAZILIAN_PORTUGUESE } from '../../src/platforms/words/brazilian-portuguese.ts';
import { CHINESE } from '../../src/platforms/words/chinese.ts';
import { changelogName, commandName } from '../../src/platforms/words/command-name.ts';
import { ENGLISH } from '../../src/platforms/words/english.ts';
import { FRENCH } from '../../src/platforms/words/french.ts';
import { GERMAN } from '../../src/platforms/words/german.ts';
import { JAPANESE } from '../../src/platforms/words/japanese.ts';
import { localizations } from '../../src/platforms/words/localizations.ts';
import { SPANISH } from '../../src/platforms/words/spanish.ts';
import { LOCALES, wordsFor } from '../../src/platforms/words/words-for.ts';
import type { Words } from '../../src/platforms/words/words.ts';

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const DESCRIPTION = 100;
const COMMAND = 32;
const CHOICE = 100;

/** The same in every language: Slack's own manifest is in English. */
const SAME_EVERYWHERE = ['buttons.helpful.label', 'buttons.unhelpful.label', 'help.slack.shortcut'];

/** What happens to be the same word. */
const SAME_IN: Readonly<Record<string, readonly string[]>> = {
  de: ['changelog.filters.join', 'changelog.options.feed.name', 'commands.version.name'],
  'es-ES': ['changelog.filters.join'],
  fr: ['changelog.filters.join', 'commands.collection.name', 'commands.version.name'],
  'pt-BR': ['changelog.filters.join'],
};

type Leaf = string | ((...values: never[]) => string);

/** Every text, and every function that makes one, by its path: `buttons.share.label`. */
function leavesOf(node: unknown, path = ''): [string, Leaf][] {
  if (typeof node === 'string' || typeof node === 'function') return [[path, node as Leaf]];
  if (typeof node !== 'object' || node === null) throw new Error(`${path} is neither text nor more of them`);
  return Object.entries(node).flatMap(([key, value]) =>
    leavesOf(value, path === '' ? key : `${path}.${key}`),
  );
}

/** Every text; functions get what can be told from other text. */
function textsOf(words: Words): [string, string][] {
  return leavesOf(words).map(([path, leaf]) => [path, textOf(leaf)]);
}

function textOf(leaf: Leaf): string {
  if (typeof leaf === 'string') return leaf;
  const call = leaf as (...values: (string | number)[]) => string;
  return call(41, 42, 43);
}

/** Which are text, and how many values the functions take. */
function kindsOf(words: Words): [string, string][] {
  return leavesOf(words).map(([path, leaf]) => [
    path,
    typeof leaf === 'string' ? 'text' : `of ${leaf.length}`,
  ]);
}

/** What is drawn after something that is typed. */
const AFTER = new Set([
  'help.within',
  'help.ofVersion',
  'help.more',
  'help.slack.byCommand',
  'help.discord.byCommand',
]);

/** What is drawn before the name of something. */
const BEFORE = new Set(['help.slack.byShortcut', 'help.discord.byShortcut']);

const LANGUAGES = LOCALES.map(({ words, locales: [locale = ''] }) => ({ locale, words }));
const TRANSLATIONS = LANGUAGES.slice(1);

describe.each(TRANSLATIONS)('$locale', ({ locale, words }) => {
  test('has every text that English has, and no other', () => {
    expect(kindsOf(words)).toEqual(kindsOf(ENGLISH));
  });

  test('is not English', () => {
    const english = new Map(textsOf(ENGLISH));
    const same = textsOf(words).flatMap(([path, text]) => (text === english.get(path) ? [path] : []));
    expect(same.toSorted()).toEqual([...SAME_EVERYWHERE, ...(SAME_IN[locale] ?? [])].toSorted());
  });
});

describe.each(LANGUAGES)('$locale', ({ words }) => {
  test('has no text that is empty, and spaces only towards what stands beside it', () => {
    for (const [path, text] of textsOf(words)) {
      expect(text, path).not.toContain('${');
      expect(text.trim(), path).not.toBe('');
      expect(text.startsWith(' '), path).toBe(AFTER.has(path));
      if (!BEFORE.has(path)) expect(text, path).toBe(text.trimEnd());
    }
  });

  test('says what it is told to say', () => {
    for (const [path, leaf] of leavesOf(words)) {
      if (typeof leaf === 'string') continue;
      const text = textOf(leaf);
      expect(text, path).toContain('41');
      if (leaf.length > 1) expect(text, path).toContain('42');
      if (leaf.length > 2) expect(text, path).toContain('43');
    }
  });

  test('fits on the buttons of Slack and Discord', () => {
    for (const [name, { label, spoken }] of Object.entries(words.buttons)) {
      expect(label.length, name).toBeLessThanOrEqual(Math.min(DISCORD.label, SLACK.button));
      expect(spoken.length, name).toBeLessThanOrEqual(SLACK.button);
    }
    expect(words.home.placeholder.length).toBeLessThanOrEqual(150);
  });

  test('names commands as Discord lets them be named', () => {
    const { find, ...named } = words.commands;
    for (const { name, description } of Object.values(named)) {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
      expect(description.length, description).toBeLessThanOrEqual(DESCRIPTION);
    }
    expect(find.length).toBeLessThanOrEqual(COMMAND);
  });

  test('gives no two options one name', () => {
    const { query, collection, version, share, for: whom } = words.commands;
    const names = [query, collection, version, share, whom].map(({ name }) => name);
    expect(new Set(names).size).toBe(5);
  });

  test('names the changelog command, what it can do and its options as Discord lets them be named', () => {
    const { command, actions, options, choices } = words.changelog;
    for (const { name, description } of [command, ...Object.values(actions), ...Object.values(options)]) {
      expect(name).toMatch(NAME);
      expect(name).toBe(name.toLowerCase());
      expect(description.length, description).toBeLessThanOrEqual(DESCRIPTION);
    }
    for (const choice of Object.values(choices)) expect(choice.length).toBeLessThanOrEqual(CHOICE);
    for (const siblings of [actions, options]) {
      const names = Object.values(siblings).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(new Set(Object.values(choices)).size).toBe(Object.values(choices).length);
    expect(command.name).not.toBe(words.commands.docs.name);
  });

  test('tells a feed that is named from none', () => {
    const { whichFeed, notSubscribed, nothingPosted } = words.changelog;
    expect(whichFeed('', 'a, b')).toContain('a, b');
    expect(whichFeed('', 'a, b')).not.toContain(whichFeed('c', 'a, b'));
    expect(whichFeed('c', 'a, b')).toMatch(/[“„«「]\u00A0?c\u00A0?[”“»」]/u);
    expect(notSubscribed('c', 'a, b')).toMatch(/[“„«「]\u00A0?c\u00A0?[”“»」]/u);
    expect(notSubscribed('', 'a, b')).toContain('a, b');
    expect(notSubscribed('c', '')).toBe(nothingPosted);
  });

  test('says on Slack what can be typed there, as it is understood', () => {
    const lines = words.changelog.usage('/changelog').split('\n');
    const typed = lines.slice(0, -2).map((line) => /^\/changelog (\w+)/u.exec(line)?.[1]);
    expect(typed).toEqual(Object.keys(words.changelog.actions));
    expect(lines.at(-2)).toMatch(/stable.*prerelease.*breaking.*package:node.*">=2\.1"/u);
    expect(lines.at(-1)).toMatch(/now.*daily 9:00 \w+\/\w+.*weekly monday 9:00/u);
  });

  test('names buttons and commands as they are named where it speaks of them', () => {
    const { notices, buttons, help, commands } = words;
    expect(notices.useMore).toContain(buttons.more.label);
    expect(notices.unreadable).toContain(buttons.more.label);
    expect(help.discord.shortcut).toMatch(new RegExp(` → ${commands.find}$`, 'u'));
    expect(help.slack.shortcut).toBe(ENGLISH.commands.find);
  });

  test('tells one result from several', () => {
    const { results } = words;
    expect(results(2, 2).match(/2/gu)).toHaveLength(1);
    expect(results(2, 2)).not.toBe(results(2, 3).replace('3', '2'));
  });
});

test.each([
  { words: ENGLISH, one: ' a second.', two: ' 2 seconds.' },
  { words: GERMAN, one: ' einer Sekunde ', two: ' 2 Sekunden ' },
  { words: SPANISH, one: ' un segundo.', two: ' 2 segundos.' },
  { words: FRENCH, one: ' une seconde.', two: ' 2 secondes.' },
  { words: JAPANESE, one: '1 秒', two: '2 秒' },
  { words: BRAZILIAN_PORTUGUESE, one: ' um segundo.', two: ' 2 segundos.' },
  { words: CHINESE, one: ' 1 秒', two: ' 2 秒' },
])('seconds are counted:$one,$two', ({ words: { notices }, one, two }) => {
  expect(notices.tooMany(1)).toContain(one);
  expect(notices.tooMany(2)).toContain(two);
});

test.each([
  [ENGLISH, '1 new entry:', '2 new entries:'],
  [GERMAN, '1 neuer Eintrag:', '2 neue Einträge:'],
  [SPANISH, '1 entrada nueva:', '2 entradas nuevas:'],
  [FRENCH, '1 nouvelle entrée\u00A0:', '2 nouvelles entrées\u00A0:'],
  [JAPANESE, '新しい項目 1 件：', '新しい項目 2 件：'],
  [BRAZILIAN_PORTUGUESE, '1 nova entrada:', '2 novas entradas:'],
  [CHINESE, '1 条新条目：', '2 条新条目：'],
])('new entries are counted', ({ changelog }, one, two) => {
  expect(changelog.digest(1)).toBe(one);
  expect(changelog.digest(2)).toBe(two);
});

describe('the words for a locale', () => {
  test.each([
    ['de', GERMAN],
    ['es-ES', SPANISH],
    ['es-419', SPANISH],
    ['fr', FRENCH],
    ['ja', JAPANESE],
    ['pt-BR', BRAZILIAN_PORTUGUESE],
    ['zh-CN', CHINESE],
    ['zh-TW', CHINESE],
    ['en-US', ENGLISH],
    ['en-GB', ENGLISH],
    ['ko', ENGLISH],
    ['', ENGLISH],
  ])('%s', (locale, words) => {
    expect(wordsFor(locale).unsure).toBe(words.unsure);
  });

  test('are for locales that Discord has, each in one language', () => {
    const locales = LOCALES.flatMap((language) => language.locales);
    expect(new Set(locales).size).toBe(locales.length);
    expect(Object.values<string>(Locale)).toEqual(expect.arrayContaining(locales));
  });
});

test('localizations are for every locale but the English ones', () => {
  expect(localizations(({ commands }) => commands.docs.name)).toEqual({
    de: 'doku',
    'es-ES': 'documentos',
    'es-419': 'documentos',
    fr: 'documentation',
    ja: 'ドキュメント',
    'pt-BR': 'documentação',
    'zh-CN': '文档',
    'zh-TW': '文档',
  });
});

test('the slash command is translated unless it has a name of its own', () => {
  expect(commandName('docs', GERMAN)).toBe('doku');
  expect(commandName('ask', GERMAN)).toBe('ask');
  expect(commandName('docs', ENGLISH)).toBe('docs');
});

test('the changelog command is translated unless it has a name of its own', () => {
  expect(changelogName('changelog', GERMAN)).toBe('änderungen');
  expect(changelogName('news', GERMAN)).toBe('news');
});

test('what the changelog command says in its longest languages leaves room in 8,000 characters', () => {
  const { command, actions, options, choices } = ENGLISH.changelog;
  const texts = (words: Words): string[] =>
    leavesOf({
      command: words.changelog.command,
      actions: words.changelog.actions,
      options: words.changelog.options,
      choices: words.changelog.choices,
    }).map(([, text]) => textOf(text));
  const longest = leavesOf({ command, actions, options, choices }).map((_, place) =>
    Math.max(...LOCALES.map(({ words }) => texts(words)[place]?.length ?? 0)),
  );
  // Five of the subcommands name a feed.
  expect(longest.reduce((sum, length) => sum + length, 0)).toBeLessThan(2_500);
});
