import { ExpressReceiver, SocketModeReceiver, webApi } from '@slack/bolt';
import type { Authorize } from '@slack/bolt';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Announcer } from '../../core/announcer.ts';
import type { Changelog } from '../../core/changelog.ts';
import type { Platform } from '../../core/platform.ts';
import type { QueryCore } from '../../core/query.ts';
import type { Claims, FeedbackLog, Installations } from '../../core/store.ts';
import type { Log } from '../../log.ts';
import { Allowance } from '../allowance.ts';
import type { AllowanceOptions } from '../allowance.ts';
import { keepTrying } from '../keep-trying.ts';
import { Once } from '../once.ts';
import { createSlackAnnouncer } from './announcing.ts';
import { createSlackAnswering } from './slack-answering.ts';
import { authorizeMany, authorizeOne, identify } from './authorize.ts';
import type { Identity } from './authorize.ts';
import { botOfMany, oneBot } from './bot-access.ts';
import type { FindBot } from './bot-access.ts';
import { clientOptions, createBolt, EVENTS_PATH } from './bolt-app.ts';
import type { Bolt } from './bolt-app.ts';
import type { SlackCredentials } from './credentials.ts';
import type { Handling } from './handling.ts';
import { createInstallPages } from './install-pages.ts';
import type { InstallPages } from './install-pages.ts';
import { SlackInstallations } from './installations.ts';
import { listen } from './listen.ts';
import { createIsOutside } from './membership.ts';
import { needsOf } from './needs.ts';
import type { SlackSettings } from './settings.ts';
import { describeError, isFinal } from './slack-errors.ts';
import { SocketConnection } from './socket-connection.ts';
import { UnderWay } from '../under-way.ts';
import { listenToUninstalls } from './uninstalls.ts';

/** How long answers that are under way may take once Slack is stopped, in milliseconds. */
const GRACE = 2_000;

const READY = 'ready';

export interface SlackOptions {
  readonly core: QueryCore;
  readonly log: Log;
  readonly settings: SlackSettings;
  readonly credentials: SlackCredentials;
  /** Name of the slash command, without the slash. */
  readonly command: string;
  readonly changelog: Changelog;
  /** Name of the slash command of changelogs, without the slash; empty for none. */
  readonly changelogCommand: string;
  /** Whose docs these are. */
  readonly title: string;
  /** Address of the Web API, with a slash at the end. */
  readonly apiUrl: string;
  /** Public address of the HTTP server; empty where it has none. */
  readonly url: string;
  readonly limit: AllowanceOptions;
  readonly claims: Claims;
  readonly feedback: FeedbackLog;
  readonly installations: Installations;
  readonly now: () => Date;
}

export interface SlackPlatform extends Platform {
  /** Posts of Signpost's own accord; before Slack is connected, it says to try again. */
  readonly announcer: Announcer;
  /** Answers what Slack sends over HTTP, and the pages of an installation; everything else goes to `next`. */
  handle(request: IncomingMessage, response: ServerResponse, next: () => void): void;
  /** How it is, in a few words: `ready`, or why not. */
  readonly state: string;
}

/** What changes while it runs. */
interface Changing {
  state: string;
  identity: Identity | undefined;
}

interface Running extends Bolt {
  readonly options: SlackOptions;
  readonly changing: Changing;
  readonly socket: SocketConnection | undefined;
  readonly ending: AbortController;
}

/** Signpost on Slack. Starting it rejects with what to do about a token that Slack does not take. */
export function createSlackPlatform(options: SlackOptions): SlackPlatform {
  const { log, credentials } = options;
  const changing: Changing = { state: 'starting', identity: undefined };
  const installations = new SlackInstallations(options);
  const access = accessOf(options, installations, changing);
  const bolt = createBolt({ ...options, transport: credentials.transport, authorize: access.authorize });
  const underWay = new UnderWay();
  listen(bolt.app, handlingOf(options, access), underWay);
  if (credentials.workspace.kind === 'many') listenToUninstalls(bolt.app, installations, log);
  const socket = socketOf(bolt, changing, log);
  const running = { ...bolt, options, changing, socket, ending: new AbortController() };
  return {
    name: 'slack',
    announcer: createSlackAnnouncer({ ...options, findBot: access.findBot }),
    get state() {
      const isLost = changing.state === READY && socket?.isConnected === false;
      return isLost ? 'connecting again' : changing.state;
    },
    handle: (request, response, next) => {
      const path = request.url?.split('?', 1)[0] ?? '';
      const page = access.routes[path];
      if (page !== undefined) page(request, response);
      else if (path === EVENTS_PATH) receive(running, { request, response, next });
      else next();
    },
    start: () => start(running),
    stop: async () => {
      running.ending.abort();
      await socket?.stop();
      await underWay.settled(GRACE);
    },
  };
}

/** Whose token is used, and what is shown to those who install the app. */
interface Access {
  readonly authorize: Authorize<boolean>;
  readonly findBot: FindBot;
  readonly routes: InstallPages['routes'];
}

function accessOf(options: SlackOptions, installations: SlackInstallations, changing: Changing): Access {
  const { workspace, transport } = options.credentials;
  if (workspace.kind === 'one') {
    const { botToken } = workspace;
    const identity = (): Identity | undefined => changing.identity;
    return { authorize: authorizeOne(botToken, identity), findBot: oneBot(botToken, identity), routes: {} };
  }
  const needs = needsOf(options.settings, {
    many: true,
    socket: transport.kind === 'socket',
    changelog: options.changelogCommand !== '',
  });
  const scopes = needs.scopes.map(({ name }) => name);
  const pages = { ...options, credentials: workspace, installations, scopes };
  const { installer, routes } = createInstallPages(pages);
  const findBot = botOfMany(installations, () => changing.state === READY);
  return { authorize: authorizeMany(installer, options.log), findBot, routes };
}

function handlingOf(options: SlackOptions, { findBot }: Access): Handling {
  const { workspaces, channels } = options.settings;
  const allowance = new Allowance(options.limit);
  const answering = createSlackAnswering({ ...options, platform: 'slack', workspaces, channels, allowance });
  const isOutside = createIsOutside({ ...options, findBot });
  return { ...options, answering, isOutside, once: new Once(options) };
}

function socketOf({ receiver }: Bolt, changing: Changing, log: Log): SocketConnection | undefined {
  if (!(receiver instanceof SocketModeReceiver)) return undefined;
  const onEnd = (reason: string): void => {
    changing.state = reason;
    log.error({ platform: 'slack' }, `Slack is not answered any more: ${reason}`);
  };
  return new SocketConnection({ client: receiver.client, log, onEnd });
}

async function start(running: Running): Promise<void> {
  const { options, changing, socket, ending } = running;
  const { log, apiUrl, credentials } = options;
  const { workspace } = credentials;
  try {
    if (workspace.kind === 'one') {
      const client = new webApi.WebClient(workspace.botToken, {
        ...clientOptions(apiUrl, log),
        retryConfig: { retries: 0 },
      });
      const trying = {
        what: 'signing in to Slack',
        describe: describeError,
        isFinal,
        signal: ending.signal,
        log,
      };
      changing.identity = await keepTrying(() => identify(client), trying);
    }
    await socket?.start();
    changing.state = READY;
  } catch (error) {
    if (!ending.signal.aborted) changing.state = error instanceof Error ? error.message : String(error);
    throw error;
  }
  const { workspaceName = 'many workspaces', botName = '' } = changing.identity ?? {};
  log.info(
    { platform: 'slack', workspace: workspaceName, bot: botName, by: credentials.transport.kind },
    'Slack is answered',
  );
}

interface Request {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly next: () => void;
}

/** Slack sends again what is not taken, so nothing is lost while it is not yet known who the bot is. */
function receive({ receiver, changing }: Running, { request, response, next }: Request): void {
  if (!(receiver instanceof ExpressReceiver)) next();
  else if (changing.state === READY) receiver.app(request, response);
  else response.writeHead(503, { 'Retry-After': '5' }).end();
}
