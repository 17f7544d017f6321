import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { builtSignpost } from './built-signpost.ts';
import type { Running } from './built-signpost.ts';
import { hang } from './fakes/answers.ts';
import { startFakeSlack } from './fakes/slack/fake-slack.ts';
import type { FakeSlack } from './fakes/slack/fake-slack.ts';
import { CONFIG, ZEBRA, newFolder, write } from './folders.ts';

const CHANNEL = 'C0GENERAL';
const WAIT = { timeout: 120_000, interval: 20 };

const signpost = builtSignpost();

/** A changelog on the web whose items a test adds. */
interface Changelog {
  readonly url: string;
  add(title: string): void;
  /** How often it was read. */
  readings(): number;
}

async function serveChangelog(): Promise<Changelog> {
  const items: string[] = [];
  let readings = 0;
  const server: Server = createServer((_request, response) => {
    readings += 1;
    response.writeHead(200, { 'content-type': 'application/rss+xml' });
    response.end(`<rss version="2.0"><channel><title>Acme</title>${items.join('')}</channel></rss>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/changelog.xml`,
    add: (title) => void items.unshift(`<item><title>${title}</title><guid>${title}</guid></item>`),
    readings: () => readings,
  };
}

interface Place {
  readonly folder: string;
  readonly slack: FakeSlack;
  readonly changelog: Changelog;
  /** Runs until it is told to end. */
  start(): Running;
  /** Titles in the channel. */
  titles(): string[];
  /** As if time had gone by while the program was down: every feed is due, and what a dead process had claimed is free. */
  letTimePass(): void;
}

async function prepare(): Promise<Place> {
  const folder = await newFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const slack = await startFakeSlack();
  const changelog = await serveChangelog();
  const feeds = `feeds:
  - name: releases
    title: Releases
    source: {url: '${changelog.url}', private: true}
    subscriptions:
      - channel: ${CHANNEL}
`;
  await write(folder, { 'signpost.yaml': CONFIG + feeds, 'docs/zebra.md': ZEBRA });
  const env = {
    SLACK_BOT_TOKEN: slack.workspace.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
  const args = ['start', '--config', join(folder, 'signpost.yaml'), '--port', '0'];
  return {
    folder,
    slack,
    changelog,
    start: () => signpost.start(args, { env }),
    titles: () =>
      slack.messagesIn(CHANNEL).map(({ blocks }) => /Release \w+/u.exec(JSON.stringify(blocks))?.[0] ?? ''),
    letTimePass: () => {
      const db = new SqliteFile(join(folder, 'data/signpost.sqlite'));
      db.exec('update feeds set next_at = 0');
      db.exec('update channels set leased_until = 0, next_at = 0, ready_at = 0 where ready_at is not null');
      db.close();
    },
  };
}

/** Resolves once a start has read the changelog, kept what it has, and is ended. */
async function runUntil({ start }: Place, isDone: () => boolean, signal: NodeJS.Signals): Promise<void> {
  const running = start();
  await vi.waitFor(() => expect(isDone()).toBe(true), WAIT);
  running.process.kill(signal);
  await running.ended;
}

function kept({ folder }: Place, title: string): boolean {
  const db = new SqliteFile(join(folder, 'data/signpost.sqlite'), { fileMustExist: true });
  try {
    return db.prepare('select 1 from entries where title = ?').get(title) !== undefined;
  } catch {
    // The program has not made the table, or is writing.
    return false;
  } finally {
    db.close();
  }
}

test('what a changelog has is kept, and only what is new is posted, once, whatever becomes of the process', async () => {
  const place = await prepare();
  const { slack, changelog, titles, letTimePass } = place;
  changelog.add('Release one');
  await runUntil(place, () => changelog.readings() > 0 && kept(place, 'Release one'), 'SIGTERM');
  expect(titles()).toEqual([]);

  changelog.add('Release two');
  letTimePass();
  // Slack has posted it, and the process dies before it hears so.
  slack.answerNext('chat.postMessage', hang);
  await runUntil(place, () => titles().length > 0, 'SIGKILL');
  expect(titles()).toEqual(['Release two']);

  changelog.add('Release three');
  letTimePass();
  await runUntil(place, () => titles().includes('Release three'), 'SIGTERM');
  expect(titles()).toEqual(['Release two', 'Release three']);
  expect(slack.callsOf('conversations.history').length).toBeGreaterThan(0);
});

test('says how the feeds are, and what would be posted', async () => {
  const place = await prepare();
  const { changelog, folder, letTimePass } = place;
  changelog.add('Release one');
  await runUntil(place, () => kept(place, 'Release one'), 'SIGTERM');
  const run = (...args: string[]) =>
    signpost.run(['feeds', ...args, '--config', join(folder, 'signpost.yaml')]);
  const listed = await run();
  expect(listed).toMatchObject({ code: 0, stderr: '' });
  expect(listed.stdout).toContain('Releases (releases)');
  expect(listed.stdout).toContain(changelog.url);
  expect(listed.stdout).toMatch(/1 entry · read .* · next in/u);
  expect(listed.stdout).toContain(`slack ${CHANNEL}: everything`);

  changelog.add('Release two');
  letTimePass();
  const rehearsed = await run('--dry-run');
  expect(rehearsed).toMatchObject({ code: 0, stderr: '' });
  expect(rehearsed.stdout).toContain('Release two');
  expect(rehearsed.stdout).toContain(`slack ${CHANNEL}, at once`);
  expect(rehearsed.stdout).not.toContain('Release one');
  expect(kept(place, 'Release two')).toBe(false);
});

test('a feed that cannot be read is said with its address, by exit code, too', async () => {
  const folder = await newFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const feeds = 'feeds:\n  - name: releases\n    source: {file: CHANGES.md}\n';
  await write(folder, { 'signpost.yaml': CONFIG + feeds, 'docs/zebra.md': ZEBRA });
  for (const command of [['feeds', '--dry-run'], ['check']]) {
    const ran = await signpost.run([...command, '--config', join(folder, 'signpost.yaml')]);
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain('CHANGES.md');
  }
});

test('a question about what is new finds entries of a changelog that is a file', async () => {
  const folder = await newFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const feeds = 'feeds:\n  - name: releases\n    source: {file: CHANGELOG.md}\n';
  const changes = '# Changelog\n\n## [1.1.0] - 2026-05-30\n\n### Added\n\n- Zebras have stripes in colour.\n';
  await write(folder, {
    'signpost.yaml': CONFIG + feeds,
    'docs/zebra.md': ZEBRA,
    'CHANGELOG.md': changes,
  });
  const ask = (...args: string[]) =>
    signpost.run(['ask', ...args, '--config', join(folder, 'signpost.yaml')]);
  const { stdout, code } = await ask('what changed for zebras lately');
  expect(code).toBe(0);
  expect(stdout).toContain('1.1.0');
  const json = JSON.parse((await ask('--json', 'what changed for zebras lately')).stdout) as Record<
    string,
    unknown
  >;
  expect(json).toMatchObject({ outcome: 'answered', entries: [{ version: '1.1.0' }] });
  expect(json['hits']).toMatchObject([{ file: 'zebra.md' }]);
});
