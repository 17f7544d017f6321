import { access, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app/docs-app.ts';
import type { App } from '../src/app/docs-app.ts';
import { loadConfig } from '../src/config/load.ts';
import type { AnswerPage } from '../src/core/query.ts';
import type { ResultsReply } from '../src/core/reply.ts';
import { createLog } from '../src/log.ts';
import { renderTerminal } from '../src/platforms/terminal/render.ts';
import { markdownOf } from './content/read.ts';

const SITE = 'https://github.com/signpost-bot/signpost/blob/main/docs/';

let app: App;

beforeAll(async () => {
  const result = await loadConfig('config/self.yaml');
  if (result.kind === 'problems') throw new Error(result.problems[0]?.message);
  const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });
  app = await createApp({
    ...result,
    log,
    snapshot: false,
    thread: false,
    mirrors: undefined,
    questions: undefined,
    entries: () => undefined,
    onProgress: () => undefined,
  });
  await app.open();
});

function ask(text: string, page?: AnswerPage): ResultsReply {
  const about = {
    id: '',
    platform: 'test',
    workspace: '',
    place: '',
    asker: '',
    visibility: 'private',
    collections: [],
    version: '',
    locale: '',
  } as const;
  const reply = app.core.ask({ text, ...about }, page);
  if (reply.kind !== 'results') throw new Error(`${text}: ${reply.kind}`);
  return reply;
}

describe('Signpost answers from its own docs', () => {
  test.each([
    ['how do I change the port', 'command-line.md#change-the-port'],
    ['what do the exit codes mean', 'command-line.md#exit-codes'],
    ['how can I ask many questions at once', 'command-line.md#ask-many-questions-at-once'],
    ['why is my page missing', 'writing-a-collection.md#when-a-page-is-missing'],
    ['how are anchors made', 'writing-a-collection.md#how-anchors-are-made'],
    ['how do I use my own docs', 'quick-start.md#use-your-own-docs'],
    ['how do I add another collection', 'writing-a-collection.md#add-another-collection'],
    ['what happens with broken mdx', 'writing-a-collection.md#broken-mdx'],
    ['which environment variables are there', 'configuration.md#environment-variables'],
    ['how do I add synonyms', 'search.md#synonyms'],
    ['how do I tune the confidence thresholds', 'search.md#tune-the-thresholds'],
    ['what happens when a file changes while it runs', 'architecture.md#what-happens-when-a-file-changes'],
    ['how do I add a platform', 'contributing.md#add-a-platform'],
    ['how do I run the tests', 'contributing.md#tests'],
    ['where is the index stored', 'architecture.md#where-the-index-is-stored'],
    ['can I use it in slack', 'slack.md#how-people-use-it-in-slack'],
    ['how do I install the slack app', 'slack.md#install-the-slack-app'],
    ['how do I set up slack over http', 'slack.md#set-up-slack-over-http'],
    ['can many workspaces install it', 'slack.md#install-it-in-many-workspaces'],
    ['what permissions does the slack app need', 'slack.md#permissions'],
    ['which docs do people see in a channel', 'slack.md#who-sees-what'],
    ['how many questions may a person ask on slack', 'slack.md#limits-per-person'],
    ['how do I run several replicas', 'slack.md#several-replicas-on-slack'],
    ['does it store what people ask', 'slack.md#what-it-stores-of-what-people-ask'],
    ['how do I update the slack manifest', 'slack.md#update-the-manifest-when-settings-change'],
    ['the bot does not answer in a channel', 'slack-troubleshooting.md#the-bot-does-not-answer-in-a-channel'],
    ['why does the bot answer twice in slack', 'slack-troubleshooting.md#the-bot-answers-twice'],
    ['dispatch_failed', 'slack-troubleshooting.md#dispatch_failed'],
    ['what is invalid_auth', 'slack-troubleshooting.md#invalid_auth'],
    ['can I use it on discord', 'discord.md#how-people-use-it-in-discord'],
    ['how do I add the bot to discord', 'discord.md#add-the-bot-to-discord'],
    ['does the discord bot need the message content intent', 'discord.md#discord-intents-and-permissions'],
    ['who sees what on discord', 'discord.md#who-sees-what-on-discord'],
    ['suggest docs in a forum', 'discord.md#suggestions-in-forums'],
    ['what permissions does the discord bot need', 'discord.md#discord-intents-and-permissions'],
    ['how many questions may a person ask on discord', 'discord.md#how-often-a-person-may-ask-on-discord'],
    ['how many shards', 'discord.md#many-guilds-and-shards'],
    ['why not an embed', 'discord.md#how-a-reply-looks-on-discord'],
    ['the application did not respond', 'discord-troubleshooting.md#the-application-did-not-respond'],
    ['error 4014', 'discord-troubleshooting.md#4014-the-message-content-intent'],
    ['50013 missing permissions', 'discord-troubleshooting.md#50013-missing-permissions'],
    [
      'the slash command is not shown on discord',
      'discord-troubleshooting.md#the-discord-commands-are-not-shown',
    ],
    ['how do I read a private repository', 'sources.md#a-private-repository'],
    ['how do I set up a webhook for git', 'sources.md#a-webhook-so-that-a-push-counts-at-once'],
    ['ask an older version of the docs', 'versions-and-languages.md#ask-for-a-version'],
    ['does it support docusaurus', 'sites.md#which-site-generators-are-supported'],
  ])('%s', (question, place) => {
    const { outcome, answers } = ask(question);
    expect(answers[0]?.url).toBe(SITE + place);
    expect(outcome).not.toBe('nothing');
  });

  test.each(['what is the capital of France', 'excel vlookup returns #N/A'])('but not %s', (question) => {
    expect(ask(question).outcome).toBe('nothing');
  });

  test('and to the questions that its help shows', async () => {
    const help = app.core.help();
    const examples = help.collections.flatMap((collection) => collection.examples);
    expect(examples.map((example) => [example, ask(example).outcome])).toEqual(
      examples.map((example) => [example, 'answered']),
    );
  });
});

test('the docs have no problems, and no dead link', () => {
  expect(app.problems()).toEqual([]);
});

const REPLY =
  /^\$ npx signpost ask --config config\/self\.yaml(?: --limit (\d+))? "([^"]+)"\n([\s\S]*?)\n```$/gmu;

test('the README shows what Signpost replies', async () => {
  const shown = Array.from((await readFile('README.md', 'utf8')).matchAll(REPLY));
  expect(shown.length).toBe(2);
  for (const [, limit = '5', question = '', text = ''] of shown) {
    const reply = ask(question, { offset: 0, limit: Number(limit) });
    const options = { width: 80, color: false, moreHint: 'More with --limit 10' };
    expect(text).toBe(renderTerminal(reply, options));
  }
});

test('the README links to every page of the docs, and to nothing that is not there', async () => {
  const links = (await readFile('README.md', 'utf8')).matchAll(/\]\(((?!https?:)[^)#]+)/gu);
  const targets = Array.from(links, ([, target = '']) => target);
  await Promise.all(targets.map((target) => access(target)));
  expect(app.pages.map(({ file }) => `docs/${file}`).filter((page) => !targets.includes(page))).toEqual([]);
});

test('every page of the docs says what it is about', () => {
  const bare = app.pages.filter(({ description, keywords }) => description === '' || keywords.length === 0);
  expect(bare.map(({ file }) => file)).toEqual([]);
});

const EXAMPLE = /^(`{3,})mdx\n([\s\S]*?)^\1\n\n(`{3,})md\n([\s\S]*?)^\3$/gmu;

/** Where the docs show how something is written, then how it is kept. */
const EXAMPLES = Array.from(
  (await readFile('docs/writing-a-collection.md', 'utf8')).matchAll(EXAMPLE),
  ([, , written = '', , kept = '']) => ({ written, kept }),
);

describe('what the docs show of Markdown and MDX is so', () => {
  test('for every example', () => {
    expect(EXAMPLES.length).toBeGreaterThan(5);
  });

  test.each(EXAMPLES)('$written', async ({ written, kept }) => {
    const shown = await markdownOf(written);
    expect(shown).not.toBe('');
    expect(shown).toBe(await markdownOf(kept));
  });
});
