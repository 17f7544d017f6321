import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import type { Store, Vote } from '../../../src/core/store.ts';
import { createLog } from '../../../src/log.ts';
import type { SlackSettings } from '../../../src/platforms/slack/settings.ts';
import { createSlackPlatform } from '../../../src/platforms/slack/slack-platform.ts';
import type { SlackOptions, SlackPlatform } from '../../../src/platforms/slack/slack-platform.ts';
import { fakeChangelog } from '../../fakes/changelog.ts';
import { startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';
import type { SlackOverHttp } from '../../fakes/slack/senders.ts';
import { coreOf, memoryStore, PAGES } from '../example.ts';
import { slackSettings } from './slack-settings.ts';

export interface StartOptions {
  readonly settings?: Partial<SlackSettings>;
  readonly options?: Partial<SlackOptions>;
  readonly store?: Partial<Store>;
  readonly pages?: typeof PAGES;
  /** Whether Signpost is started; otherwise the test does it. */
  readonly starts?: boolean;
  /** The fake Slack, where several replicas share one. */
  readonly slack?: FakeSlack;
}

/** Signpost on a fake Slack. */
export interface Started {
  readonly slack: FakeSlack;
  readonly platform: SlackPlatform;
  /** Where Signpost listens, and what Slack sends there. */
  readonly url: string;
  readonly http: SlackOverHttp;
  /** What it logged. */
  readonly lines: string[];
  readonly votes: Vote[];
  readonly asked: Question[];
}

/** Signpost over HTTP, on a fake Slack; both end with the test. */
export async function startOverHttp(own: StartOptions = {}): Promise<Started> {
  const slack = own.slack ?? (await startFakeSlack());
  const { signingSecret } = slack;
  return start(slack, { kind: 'http', signingSecret }, own);
}

/** Signpost over Socket Mode, on a fake Slack; both end with the test. */
export async function startOverSocket(own: StartOptions = {}): Promise<Started> {
  const slack = own.slack ?? (await startFakeSlack());
  return start(slack, { kind: 'socket', appToken: slack.appToken }, own);
}

type Transport = SlackOptions['credentials']['transport'];

async function start(slack: FakeSlack, transport: Transport, own: StartOptions): Promise<Started> {
  const lines: string[] = [];
  const asked: Question[] = [];
  const { store, votes } = memoryStore(own.store);
  const platform = createSlackPlatform({
    core: coreOf(own.pages ?? PAGES, asked),
    log: createLog({ level: 'debug', secrets: [], destination: { write: (line) => lines.push(line) } }),
    settings: slackSettings(own.settings),
    credentials: { transport, workspace: { kind: 'one', botToken: slack.workspace.botToken } },
    command: 'docs',
    changelog: fakeChangelog(),
    changelogCommand: 'changelog',
    title: 'Example docs',
    apiUrl: slack.apiUrl,
    url: '',
    limit: { burst: 1_000, perMinute: 60 },
    ...store,
    now: () => new Date(),
    ...own.options,
  });
  onTestFinished(() => platform.stop());
  const url = await serve(platform);
  if (own.starts !== false) await platform.start();
  return { slack, platform, url, http: slack.http(url), lines, votes, asked };
}

async function serve(platform: SlackPlatform): Promise<string> {
  const server = createServer((request, response) =>
    platform.handle(request, response, () => response.writeHead(404).end('elsewhere')),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Everything that a message says, without its buttons. */
export function textIn(message: unknown): string {
  const { blocks } = message as { blocks?: unknown };
  const texts: string[] = [];
  walk(blocks, texts);
  return texts.join('');
}

function walk(value: unknown, texts: string[]): void {
  if (Array.isArray(value)) for (const one of value) walk(one, texts);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'text' && typeof inner === 'string') texts.push(inner);
      else if (key === 'value') continue;
      else if (key !== 'accessibility_label') walk(inner, texts);
    }
}

/** The ids of a message's buttons. */
export function buttonsIn(message: unknown): string[] {
  const { blocks } = message as { blocks?: readonly { type: string; elements?: readonly object[] }[] };
  const elements = (blocks ?? [])
    .filter(({ type }) => type === 'actions')
    .flatMap((block) => block.elements ?? []);
  return elements.map((element) => (element as { action_id: string }).action_id.replace('signpost_', ''));
}
