import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { configIn, LEAST, problemsIn, problemsOf, withSite, withSource } from './configs.ts';

describe('a good config', () => {
  test('needs five keys, and has defaults for all others', () => {
    expect(configIn(LEAST)).toMatchObject({
      title: 'Acme docs',
      command: 'docs',
      data: '../data',
      collections: [
        {
          name: 'docs',
          title: 'docs',
          source: { kind: 'folder', folder: '../docs' },
          include: ['**/*.md', '**/*.mdx'],
          version: '',
          locale: 'en',
          locales: [],
          site: { preset: 'plain', url: 'https://docs.acme.com', base: '', anchors: {} },
          frontmatter: { keywords: ['keywords', 'tags'] },
          structured: [],
        },
      ],
      search: { synonyms: [], linkText: true },
      answers: { answered: 0.6, unsure: 0.27, shown: 5, excerpt: 600 },
      limit: { burst: 10, perMinute: 20 },
      slack: { url: '', mentions: true, visibility: 'thread', assistant: false, channels: [] },
      discord: {
        mentions: true,
        directMessages: true,
        private: true,
        commandGuilds: [],
        shards: 'auto',
        guilds: [],
        channels: [],
        forums: [],
      },
    });
  });

  test('says what differs in a workspace or channel of Slack, and only that', () => {
    const slack = `slack:
  url: https://signpost.acme.com/
  workspaces: [{id: E024BE7LD, collections: [docs]}]
  channels: [{id: C024BE91L, visibility: private}, {id: GAB12CD34, mentions: false, collections: [docs]}]
`;
    expect(configIn(`${LEAST}${slack}`).slack).toMatchObject({
      url: 'https://signpost.acme.com',
      workspaces: [{ id: 'E024BE7LD', collections: ['docs'] }],
      channels: [
        { id: 'C024BE91L', collections: [], visibility: 'private' },
        { id: 'GAB12CD34', collections: ['docs'], mentions: false },
      ],
    });
  });

  test('says what differs in a guild, channel or forum of Discord, and only that', () => {
    const discord = `discord:
  commandGuilds: ['1094012345678901234']
  shards: 4
  guilds: [{id: '1094012345678901234', collections: [docs], private: false}]
  channels: [{id: '1094012345678901235', mentions: false}]
  forums: [{id: '10940123456789012', solvedTag: '10940123456789012345'}, {id: '10940123456789013'}]
`;
    expect(configIn(`${LEAST}${discord}`).discord).toEqual({
      mentions: true,
      directMessages: true,
      private: true,
      commandGuilds: ['1094012345678901234'],
      shards: 4,
      managers: [],
      publish: false,
      guilds: [{ id: '1094012345678901234', collections: ['docs'], private: false }],
      channels: [{ id: '1094012345678901235', collections: [], mentions: false }],
      forums: [
        { id: '10940123456789012', solvedTag: '10940123456789012345' },
        { id: '10940123456789013', solvedTag: '' },
      ],
    });
  });

  test.each([
    ["{package: '@acme/docs'}", { kind: 'package', package: '@acme/docs', path: '.', main: '' }],
    ['{package: docs, path: md}', { kind: 'package', package: 'docs', path: 'md', main: '' }],
    ['{folder: /srv/docs}', { kind: 'folder', folder: '/srv/docs', main: '' }],
  ])('reads the source %s', (source, expected) => {
    expect(configIn(withSource(source)).collections[0]?.source).toEqual(expected);
  });

  test.each(['https://a.b/docs', 'https://a.b/docs/', 'https://a.b/docs///'])(
    'takes the slashes from the end of %s',
    (url) => {
      expect(configIn(withSite(`      url: ${url}`)).collections[0]?.site.url).toBe('https://a.b/docs');
    },
  );

  test('may share parts by aliases', () => {
    const shared = `${LEAST}answers: {unsure: &least 0.3, answered: *least}\n`;
    expect(configIn(shared).answers).toMatchObject({ unsure: 0.3, answered: 0.3 });
  });

  test('may ask about tokens in its examples', () => {
    const text = LEAST.replace(
      '    site',
      '    examples: [What is an xoxb- token?, How do I renew an xapp token?]\n    site',
    );
    expect(configIn(text).collections[0]?.examples).toHaveLength(2);
  });
});

describe('secrets', () => {
  const BOT = 'xoxb-1234567890-abcdefSECRET';
  test.each([
    ['as a value', LEAST.replace('Acme docs', BOT), 'c:1: title holds what looks like a secret'],
    ['in a choice', `${LEAST}answers: {shown: ${BOT}}`, 'c:6: answers.shown holds'],
    ['as a key', `${LEAST}${BOT}: 1`, 'c:6: unknown key [secret]'],
    ['under an unknown key', `${LEAST}slackBotToken: ${BOT}`, 'c:6: slackBotToken holds'],
    ['below an unknown key', `${LEAST}slack:\n  bot: ${BOT}`, 'c:7: slack.bot holds'],
    ['of an app', `${LEAST}data: xapp-1-A12SECRET`, 'c:6: data holds'],
    ['in an address', withSite('      url: https://me:SECRET@a.b'), 'c:6: collections[0].site.url holds'],
    [
      'in a list',
      LEAST.replace('    site', `    examples: [${BOT}]\n    site`),
      'c:5: collections[0].examples[0] holds',
    ],
    ['in broken YAML', `title: [${BOT}\ncommand: }${BOT}`, 'c:2: '],
  ])('%s are found, and not repeated', (_, text, expected) => {
    const told = problemsIn(text).join('\n');
    expect(told).toContain(expected);
    expect(told).not.toContain('SECRET');
  });

  test.each(['token', 'discordToken', 'SLACK_SIGNING_SECRET', 'password', 'apiKey', 'databaseUrl'])(
    'the key %s sends to the environment',
    (key) => {
      expect(problemsIn(`${LEAST}${key}: x`)).toEqual([
        `c:6: unknown key ${key} (secrets come from the environment, such as SLACK_BOT_TOKEN; remove this, and renew it if others saw it)`,
      ]);
    },
  );
});

describe('the file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signpost-config-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is read, with the folder that its paths are relative to', async () => {
    const file = join(folder, 'good.yaml');
    await writeFile(file, `\uFEFF${LEAST}`);
    expect(await loadConfig(file)).toMatchObject({ kind: 'config', file, folder: resolve(folder) });
  });

  test.each([
    ['is missing', 'none.yaml', 'there is no such config file'],
    ['is below a file', 'latin1.yaml/x.yaml', 'there is no such config file'],
    ['is a folder', '.', 'the config is a folder, not a file'],
    ['is not UTF-8', 'latin1.yaml', 'the config file is not UTF-8'],
  ])('%s', async (_, name, message) => {
    await writeFile(join(folder, 'latin1.yaml'), Buffer.from('command: a\ntitle: Caf\xE9\n', 'latin1'));
    const file = join(folder, name);
    const result = await loadConfig(file);
    expect(result).toMatchObject({ problems: [{ severity: 'error', collection: '', file, message }] });
    expect(problemsOf(result).join('\n')).not.toContain('    at ');
  });

  test('tells the line that is not UTF-8', async () => {
    const file = join(folder, 'latin1.yaml');
    expect(problemsOf(await loadConfig(file))).toEqual([
      `${file}:2: the config file is not UTF-8 (save it as UTF-8)`,
    ]);
  });

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('may not be read', async () => {
    const file = join(folder, 'locked.yaml');
    await writeFile(file, LEAST);
    await chmod(file, 0o000);
    expect(problemsOf(await loadConfig(file))).toEqual([
      `${file}: the config file may not be read (allow this user to read it)`,
    ]);
  });
});
