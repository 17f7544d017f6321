import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Answers } from '../answers.ts';
import type { Scripted } from '../answers.ts';
import { DiscordState } from './discord-state.ts';
import type { Application, Message } from './discord-state.ts';
import { Gateway } from './gateway.ts';
import { checkStrictly, Inspector } from './inspector.ts';
import type { OnMessage, Violation } from './inspector.ts';
import { Interactions } from './interactions.ts';
import { RestApi } from './rest-api.ts';
import type { RestCall, RouteName } from './rest-api.ts';
import type { World } from './route.ts';
import { createSenders } from './senders.ts';
import type { Senders } from './senders.ts';

export interface FakeDiscordOptions {
  /**
   * Looks at everything that the app sends for people to see, beside `allowed_mentions` and choices, which are always looked
   * at; the rules of components V2 and Signpost's own where it is left out.
   */
  readonly onMessage?: OnMessage;
  /** Whether it ends with the test; otherwise the caller stops it. */
  readonly stopsItself?: boolean;
  /** In milliseconds; 41,250 as Discord's where it is left out. */
  readonly heartbeatInterval?: number;
  /** What Discord recommends; 1 where it is left out. */
  readonly shards?: number;
  /** How many sessions may be begun at once; Discord lets most begin one in five seconds. */
  readonly maxConcurrency?: number;
  /** How many sessions may still be begun today. */
  readonly remainingStarts?: number;
}

/** Discord on loopback. */
export interface FakeDiscord extends Senders {
  /** For `DISCORD_API_URL`, and for `rest.api` of discord.js. */
  readonly apiUrl: string;
  readonly token: string;
  /** Its `flags` may be changed. */
  readonly application: Application;
  /** People, guilds, channels, messages, commands. */
  readonly state: DiscordState;
  readonly gateway: Gateway;
  /** Every call of the REST API, in order. */
  readonly calls: readonly RestCall[];
  callsOf(route: RouteName): RestCall[];
  /** Resolves with the calls of a route once there are so many. */
  called(route: RouteName, times?: number): Promise<RestCall[]>;
  /** Resolves with what is found once it is neither undefined nor false. */
  until<Value>(find: () => Value | undefined | false): Promise<Value>;
  /** Resolves once so many sessions are connected and ready. */
  connected(sessions?: number): Promise<void>;
  /** What Discord says to a route from now on; `*` for all. */
  answer(route: RouteName | '*', scripted: Scripted<RestCall>): void;
  /** What it says to the next calls, one each. */
  answerNext(route: RouteName | '*', ...scripted: readonly Scripted<RestCall>[]): void;
  /** Back to what Discord says. */
  answerNormally(route?: RouteName | '*'): void;
  /** What is in a channel, oldest first; ephemeral ones, too. */
  messagesIn(channel: string): Message[];
  readonly violations: readonly Violation[];
  /** Resolves once nothing is open; rejects if something was sent that should not have been. */
  stop(): Promise<void>;
}

/** Starts it on a free port; it ends with the test, which fails if the app sent what Discord or Signpost's rules forbid. */
export async function startFakeDiscord(options: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const parts = createParts(options);
  const { server, world, answers, inspector, api, ending } = parts;
  const { state, gateway } = world;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const discord: FakeDiscord = {
    ...createSenders(world),
    apiUrl: `http://${hostOf(server)}/api`,
    token: state.application.token,
    application: state.application,
    state,
    gateway,
    calls: api.calls,
    callsOf: (route) => api.calls.filter((call) => call.route === route),
    called: (route, times = 1) =>
      until(server, () => {
        const found = discord.callsOf(route);
        return found.length >= times && found;
      }),
    until: (find) => until(server, find),
    connected: async (sessions = 1) => void (await until(server, () => gateway.ready >= sessions)),
    answer: (route, scripted) => answers.always(route, scripted),
    answerNext: (route, ...scripted) => answers.next(route, scripted),
    answerNormally: (route) => answers.forget(route),
    messagesIn: (channel) => state.messagesIn(channel),
    violations: inspector.violations,
    stop: async () => {
      if (ending.signal.aborted) return;
      ending.abort();
      await stop(parts);
      report(inspector.violations);
    },
  };
  if (options.stopsItself !== false) onTestFinished(discord.stop);
  return discord;
}

interface Parts {
  readonly server: Server;
  readonly world: World;
  readonly answers: Answers<RestCall>;
  readonly inspector: Inspector;
  readonly api: RestApi;
  readonly ending: AbortController;
}

function createParts(options: FakeDiscordOptions): Parts {
  const { heartbeatInterval = 41_250, shards = 1, maxConcurrency = 16 } = options;
  const { onMessage = checkStrictly, remainingStarts: remaining = 1_000 } = options;
  const state = new DiscordState();
  const answers = new Answers<RestCall>();
  const inspector = new Inspector(onMessage);
  const ending = new AbortController();
  const gatewayUrl = (): string => `ws://${hostOf(server)}`;
  const gateway = new Gateway({ state, heartbeatInterval, url: gatewayUrl });
  const gatewayInfo = { shards, maxConcurrency, remaining };
  const world: World = { state, gateway, interactions: new Interactions(), gatewayUrl, gatewayInfo };
  const api = new RestApi({ world, answers, inspector, ending: ending.signal });
  const server = createServer((request, response) => {
    api.handle(request, response).catch((error: unknown) => {
      response.destroy();
      if (!ending.signal.aborted) throw error;
    });
  });
  server.on('upgrade', (request, duplex, head) => gateway.upgrade(request, duplex, head));
  return { server, world, answers, inspector, api, ending };
}

function hostOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `127.0.0.1:${port}`;
}

/** Looks again and again; a test that waits in vain is ended by its own time limit. */
async function until<Value>(server: Server, find: () => Value | undefined | false): Promise<Value> {
  for (;;) {
    const found = find();
    if (found !== undefined && found !== false) return found;
    if (!server.listening) throw new Error('the fake Discord was stopped before that came');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

async function stop({ server, world }: Parts): Promise<void> {
  await world.gateway.stop();
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

function report(violations: readonly Violation[]): void {
  const [first] = violations;
  if (first === undefined) return;
  const told = violations.map(
    ({ by, error, message }) => `${by}: ${error.message}\n${JSON.stringify(message)}`,
  );
  throw new Error(`sent and should not have been:\n${told.join('\n')}`, { cause: first.error });
}
