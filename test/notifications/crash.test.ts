import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/log.ts';
import { plan } from '../../src/notifications/plan.ts';
import { openStore } from '../../src/store/open-store.ts';
import { hang } from '../fakes/answers.ts';
import { startFakeDiscord } from '../fakes/discord/fake-discord.ts';
import { IDS } from '../fakes/discord/ids.ts';
import { startFakeSlack } from '../fakes/slack/fake-slack.ts';
import { newFolder } from '../folders.ts';
import { startPostgres } from '../store/postgres-servers.ts';
import type { Delivery, Step } from './deliver-program.ts';
import { entryNumber, subscription } from './examples.ts';

// Before everything that the fakes make, so that what was posted since is found.
const NOW = Date.UTC(2020, 5, 1, 12);
/** By then, what a process has left that died is taken up. */
const LATER = NOW + 10 * 60_000;

/** Milliseconds: each process takes a second to load, and more on a machine that does much else. */
const SLOW = 600_000;

const ROOT = join(import.meta.dirname, '../..');

/** Where the program is built, which starts in a third of the time that its source takes. */
let built = '';
beforeAll(async () => {
  built = await newFolder();
  await symlink(join(ROOT, 'node_modules'), join(built, 'node_modules'));
  const ssr = join(import.meta.dirname, 'deliver-program.ts');
  await build({ configFile: false, logLevel: 'error', root: ROOT, build: { ssr, outDir: built } });
});
afterAll(() => rm(built, { recursive: true, force: true }));

type Database = 'SQLite' | 'PostgreSQL';
type Where = Pick<Delivery, 'url' | 'file'>;
type Bot = Pick<Delivery, 'platform' | 'apiUrl' | 'token' | 'botId' | 'userId'>;

interface Platform {
  readonly bot: Bot;
  readonly channel: string;
  /** Titles that stand in the channel, in the order of the posts. */
  titles(): string[];
  /** Calls back once a post has come through whose answer is never sent. */
  onUnheard(died: () => void): void;
}

describe.each<Database>(['SQLite', 'PostgreSQL'])('on %s', (database) => {
  describe.each(['slack', 'discord'] as const)('a process that posts on %s', (platform) => {
    const steps: Step[] = ['before claim', 'after claim', 'after send', 'before settle'];

    test('and is killed at any step leaves nothing lost and nothing twice', { timeout: SLOW }, async () => {
      const where = await openDatabase(database);
      const there = await startPlatform(platform);
      await recordEntries(where, there, steps.length + 1);
      for (const [number, killAt] of steps.entries()) {
        const at = NOW + number * 20 * 60_000;
        expect(await run({ ...where, ...there.bot, now: iso(at), killAt })).toBe('SIGKILL');
      }
      expect(await run({ ...where, ...there.bot, now: iso(NOW + 200 * 60_000) })).toBe(0);
      expect(there.titles()).toEqual([1, 2, 3, 4, 5].map((number) => `Release ${number}`));
    });

    test(
      'and is killed before it hears that a post came through does not post it again',
      { timeout: SLOW },
      async () => {
        const where = await openDatabase(database);
        const there = await startPlatform(platform);
        await recordEntries(where, there, 2);
        const first = start({ ...where, ...there.bot, now: iso(NOW) });
        there.onUnheard(() => first.kill('SIGKILL'));
        expect(await ended(first)).toBe('SIGKILL');
        expect(there.titles()).toEqual(['Release 1']);
        expect(await run({ ...where, ...there.bot, now: iso(LATER) })).toBe(0);
        expect(there.titles()).toEqual(['Release 1', 'Release 2']);
      },
    );
  });
});

async function openDatabase(database: Database): Promise<Where> {
  if (database === 'SQLite') return { url: '', file: join(await newFolder(), 'signpost.sqlite') };
  const server = await startPostgres();
  onTestFinished(() => server.stop());
  return { url: server.url, file: '' };
}

async function recordEntries({ url, file }: Where, { bot, channel }: Platform, count: number): Promise<void> {
  const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });
  const store = await openStore({ url: url === '' ? undefined : url, file, key: undefined, log });
  const place = { platform: bot.platform, workspace: '', channel };
  await store.subscriptions.save(subscription({ place, at: new Date(0) }));
  const now = new Date(NOW);
  const edits = { days: 7, times: 0 };
  const entries = Array.from({ length: count }, (_, number) => entryNumber(number + 1));
  await store.entries.merge(entries, { at: now, isOld: false });
  await plan({ ...store, edits, now: () => now });
  await store.close();
}

async function startSlack(): Promise<Platform> {
  const slack = await startFakeSlack();
  const { botToken, botId, botUserId } = slack.workspace;
  const channel = 'C0GENERAL';
  const method = 'chat.postMessage';
  return {
    bot: { platform: 'slack', apiUrl: slack.apiUrl, token: botToken, botId, userId: botUserId },
    channel,
    titles: () => slack.messagesIn(channel).map(({ blocks }) => titleIn(blocks)),
    onUnheard: (died) => {
      slack.answerNext(method, hang);
      void slack.called(method).then(died, () => undefined);
    },
  };
}

async function startDiscord(): Promise<Platform> {
  const discord = await startFakeDiscord();
  const channel = IDS.text;
  const route = 'POST /channels/:channel/messages';
  return {
    bot: {
      platform: 'discord',
      apiUrl: discord.apiUrl,
      token: discord.token,
      botId: IDS.app,
      userId: IDS.app,
    },
    channel,
    titles: () =>
      discord
        .messagesIn(channel)
        .filter(({ authorId }) => authorId === IDS.app)
        .map(({ components }) => titleIn(components)),
    onUnheard: (died) => {
      discord.answerNext(route, hang);
      // Discord does not keep nonces for long.
      const forget = (): void => discord.state.forgetNonces();
      void discord
        .called(route)
        .then(forget)
        .then(died, () => undefined);
    },
  };
}

function titleIn(shown: unknown): string {
  return /Release \d+/u.exec(JSON.stringify(shown))?.[0] ?? '';
}

function startPlatform(platform: Bot['platform']): Promise<Platform> {
  return platform === 'slack' ? startSlack() : startDiscord();
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function start(delivery: Delivery): ChildProcess {
  const args = [join(built, 'deliver-program.js'), JSON.stringify(delivery)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** The exit code, or the signal that ended it. */
async function ended(child: ChildProcess): Promise<unknown> {
  const [code, signal] = (await once(child, 'close')) as unknown[];
  return code ?? signal;
}

function run(delivery: Delivery): Promise<unknown> {
  return ended(start(delivery));
}
