import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Answers } from '../answers.ts';
import { asAnswer } from './answers.ts';
import type { ApiCall, SlackScripted } from './answers.ts';
import { createHttpSender } from './http-sender.ts';
import { inWorkspace } from './in-workspace.ts';
import type { InWorkspace } from './in-workspace.ts';
import { checkStrictly, Inspector } from './inspector.ts';
import type { OnMessage, Violation } from './inspector.ts';
import { walkInstall } from './oauth.ts';
import type { Walk, WalkOptions } from './oauth.ts';
import type { PayloadContext } from './payloads.ts';
import { ResponseUrls } from './response-urls.ts';
import type { Response, ResponsePlace } from './response-urls.ts';
import { overHttp, overSocket } from './senders.ts';
import type { SlackOverHttp, SlackOverSocket } from './senders.ts';
import { SlackState } from './slack-state.ts';
import type { Grant, Message, Workspace } from './slack-state.ts';
import { SocketMode } from './socket-mode.ts';
import { WebApi } from './web-api.ts';

const EVENTS_PATH = '/slack/events';

export interface FakeSlackOptions {
  /** Looks at everything that the app sends for people to see; the rules of Block Kit and Signpost's own where it is left out. */
  readonly onMessage?: OnMessage;
  /** Whether it ends with the test; otherwise the caller stops it. */
  readonly stopsItself?: boolean;
}

export interface HttpOptions {
  /** What the app was given; right where it is left out. */
  readonly signingSecret?: string;
  readonly path?: string;
  /** Whose events are sent; the first where it is left out. */
  readonly workspace?: Workspace;
}

/** Slack on loopback. */
export interface FakeSlack extends InWorkspace {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The first; its `scopes` and `refusal` may be changed. */
  readonly workspace: Workspace;
  /** Workspaces, channels, people, messages, home tabs, assistant threads. */
  readonly state: SlackState;
  /** Every call of the Web API, in order. */
  readonly calls: readonly ApiCall[];
  callsOf(method: string): ApiCall[];
  /** Resolves with the calls of a method once there are so many. */
  called(method: string, times?: number): Promise<ApiCall[]>;
  /** What Slack says to a method from now on; `*` for all, `response_url` for what is sent to one. */
  answer(method: string, scripted: SlackScripted): void;
  /** What it says to the next calls, one each. */
  answerNext(method: string, ...scripted: readonly SlackScripted[]): void;
  /** Back to what Slack says. */
  answerNormally(method?: string): void;
  /** What is in a channel, oldest first; private ones, too. */
  messagesIn(channel: string): Message[];
  readonly responses: readonly Response[];
  /** Resolves with what was sent to any `response_url` once there are so many. */
  responded(times?: number): Promise<readonly Response[]>;
  responseUrl(place?: ResponsePlace): string;
  expire(responseUrl: string): void;
  http(baseUrl: string, options?: HttpOptions): SlackOverHttp;
  readonly socket: SlackOverSocket;
  /** Events and clicks of another workspace. */
  in(workspace: Workspace): InWorkspace;
  /** Lets a code be exchanged for the token of a workspace, which becomes known by that. */
  grant(code: string, grant?: Partial<Grant>): Grant;
  /** Installs the app as a browser does. */
  walkInstall(baseUrl: string, options?: WalkOptions): Promise<Walk>;
  readonly violations: readonly Violation[];
  /** Resolves once nothing is open; rejects if something was sent that should not have been. */
  stop(): Promise<void>;
}

/** Starts it on a free port; it ends with the test, which fails if the app sent what Slack or Signpost's rules forbid. */
export async function startFakeSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  const parts = createParts(options);
  const { server, state, answers, inspector, urls, socket, api, ending, client } = parts;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const contextOf = (workspace: Workspace): PayloadContext => ({
    state,
    workspace,
    responseUrl: (place) => urls.create(place),
  });
  const context = contextOf(state.workspace);
  const signingSecret = '8f742231b10e8888abcd99yyyzzz85a5';
  const slack: FakeSlack = {
    ...inWorkspace(context),
    apiUrl: `${originOf(server)}/api/`,
    appToken: [...state.appTokens.keys()][0] ?? '',
    signingSecret,
    ...client,
    workspace: state.workspace,
    state,
    calls: api.calls,
    callsOf: (method) => api.calls.filter((call) => call.method === method),
    called: (method, times = 1) =>
      until(server, () => {
        const found = slack.callsOf(method);
        return found.length >= times ? found : undefined;
      }),
    answer: (method, scripted) => answers.always(method, asAnswer(scripted)),
    answerNext: (method, ...scripted) => answers.next(method, scripted.map(asAnswer)),
    answerNormally: (method) => answers.forget(method),
    messagesIn: (channel) => state.messages.filter((message) => message.channel === channel),
    responses: urls.responses,
    responded: (times = 1) =>
      until(server, () => (urls.responses.length >= times ? urls.responses : undefined)),
    responseUrl: (place) => urls.create(place),
    expire: (url) => urls.expire(url),
    http: (baseUrl, { workspace = state.workspace, path = EVENTS_PATH, ...own } = {}) => {
      const sender = createHttpSender({ baseUrl, path, inspector, signingSecret, ...own });
      return overHttp(sender, contextOf(workspace));
    },
    socket: overSocket(socket, context),
    in: (workspace) => inWorkspace(contextOf(workspace)),
    grant: (code, grant) => keepGrant(state, code, grant),
    walkInstall,
    violations: inspector.violations,
    stop: async () => {
      if (ending.signal.aborted) return;
      ending.abort();
      await stop(parts);
      report(inspector.violations);
    },
  };
  if (options.stopsItself !== false) onTestFinished(slack.stop);
  return slack;
}

interface Parts {
  readonly server: Server;
  readonly state: SlackState;
  readonly answers: Answers<ApiCall>;
  readonly inspector: Inspector;
  readonly urls: ResponseUrls;
  readonly socket: SocketMode;
  readonly api: WebApi;
  readonly ending: AbortController;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
}

function createParts({ onMessage = checkStrictly }: FakeSlackOptions): Parts {
  const state = new SlackState();
  const answers = new Answers<ApiCall>();
  const inspector = new Inspector(onMessage);
  const ending = new AbortController();
  const client = { clientId: '24750000000.1111111111111', clientSecret: '4b39e9-752c4' };
  const server = createServer((request, response) => void handle(request, response));
  const origin = (): string => originOf(server);
  const common = { state, answers, inspector, ending: ending.signal };
  const urls = new ResponseUrls({ ...common, origin });
  const socket = new SocketMode({ state, inspector, host: () => new URL(origin()).host });
  const api = new WebApi({ ...common, client, openSocket: () => socket.createUrl() });
  server.on('upgrade', (request, duplex, head) => socket.upgrade(request, duplex, head));

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    const done = path.startsWith('/api/') ? api.handle(request, response) : respond(path, request, response);
    await done.catch((error: unknown) => {
      response.destroy();
      if (!ending.signal.aborted) throw error;
    });
  }

  async function respond(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (/^\/(?:actions|commands)\//u.test(path)) await urls.handle(request, response);
    else response.writeHead(404).end();
  }

  return { server, state, answers, inspector, urls, socket, api, ending, client };
}

function originOf(server: Server): string {
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** Looks again and again; a test that waits in vain is ended by its own time limit. */
async function until<Value>(server: Server, find: () => Value | undefined): Promise<Value> {
  for (;;) {
    const found = find();
    if (found !== undefined) return found;
    if (!server.listening) throw new Error('the fake Slack was stopped before that came');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

function keepGrant(state: SlackState, code: string, own: Partial<Grant> = {}): Grant {
  const grant: Grant = {
    workspace: state.workspace,
    installer: 'U0ANA',
    isEnterpriseInstall: false,
    redirectUri: undefined,
    isUsed: false,
    ...own,
  };
  state.grants.set(code, grant);
  return grant;
}

async function stop({ server, socket }: Parts): Promise<void> {
  await socket.stop();
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
