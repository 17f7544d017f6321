import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { perform } from '../answers.ts';
import type { Answer, Answers, Reply } from '../answers.ts';
import { isFields, objectsOf, textOf } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import { APPLICATION_ROUTES } from './application-routes.ts';
import { CHANNEL_ROUTES } from './channel-routes.ts';
import { COMMAND_ROUTES } from './command-routes.ts';
import { DiscordError, refusal } from './discord-error.ts';
import type { Inspector } from './inspector.ts';
import { INTERACTION_ROUTES } from './interaction-routes.ts';
import { Created } from './route.ts';
import type { Route, RouteCall, World } from './route.ts';

const ROUTES = { ...APPLICATION_ROUTES, ...CHANNEL_ROUTES, ...COMMAND_ROUTES, ...INTERACTION_ROUTES };

/** `POST /channels/:channel/messages` */
export type RouteName = keyof typeof ROUTES;

/** One call, as it came. */
export interface RestCall {
  /** Empty where Discord has no such route, or the fake does not know it. */
  readonly route: RouteName | '';
  readonly method: string;
  /** Without `/api/v10` and the query. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** Decoded; empty where it is a list, or nothing. */
  readonly body: Fields;
  /** What the body lists, where it is a list. */
  readonly list: readonly Fields[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly at: Date;
}

export interface LimitOptions {
  /** Whether all routes are meant. */
  readonly isGlobal?: boolean;
  readonly bucket?: string;
}

/** HTTP 429 with what Discord says of the bucket, to be tried again after so many seconds. */
export function rateLimited(
  seconds: number,
  { isGlobal = false, bucket = 'fake' }: LimitOptions = {},
): Answer {
  const headers = {
    'retry-after': String(Math.ceil(seconds)),
    'x-ratelimit-limit': '5',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Date.now() / 1_000 + seconds),
    'x-ratelimit-reset-after': String(seconds),
    'x-ratelimit-bucket': bucket,
    'x-ratelimit-scope': isGlobal ? 'global' : 'user',
    ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
  };
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal };
  return { kind: 'reply', status: 429, headers, body };
}

/** A refusal such as 403 with 50013. */
export function discordError(status: number, code: number, message = 'Refused'): Answer {
  return { kind: 'reply', status, headers: {}, body: { message, code } };
}

export interface RestApiOptions {
  readonly world: World;
  readonly answers: Answers<RestCall>;
  readonly inspector: Inspector;
  /** Ends what hangs. */
  readonly ending: AbortSignal;
}

/** Discord's REST API: every call in order, and what it says to each. */
export class RestApi {
  readonly calls: RestCall[] = [];
  readonly #options: RestApiOptions;

  constructor(options: RestApiOptions) {
    this.#options = options;
  }

  /** Answers whatever is under `/api/v10`. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', 'http://fake');
    const path = url.pathname.replace(/^\/api\/v10/u, '');
    const method = request.method ?? '';
    const { route, params } = match(method, path);
    const read = await readBody(request);
    const { query, headers } = { query: Object.fromEntries(url.searchParams), headers: request.headers };
    const body = isFields(read) ? read : {};
    const call = { route, method, path, params, query, body, list: objectsOf(read), headers, at: new Date() };
    this.calls.push(call);
    const known: Route | undefined = route === '' ? undefined : ROUTES[route];
    const shown = known?.shown?.(body);
    if (shown !== undefined) this.#options.inspector.look(route, shown);
    const run = (): Reply => this.#run(call, { known, query: url.searchParams });
    await perform(this.#options.answers.take(route, call), { response, run, ending: this.#options.ending });
  }

  #run(call: RestCall, { known, query }: { known: Route | undefined; query: URLSearchParams }): Reply {
    const { world } = this.#options;
    const headers = bucketHeaders(call);
    try {
      if (known === undefined) throw refusal('notFound');
      if (known.isOpen !== true) this.#authorise(call);
      const { params, body, list } = call;
      const routeCall: RouteCall = { world, params, query, body, list };
      return reply(known.run(routeCall), headers);
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      const { status, code, message, errors } = error;
      const body = { message, code, ...(errors === undefined ? {} : { errors }) };
      return { status, headers, body };
    }
  }

  #authorise({ headers }: RestCall): void {
    if (headers['authorization'] !== `Bot ${this.#options.world.state.application.token}`)
      throw refusal('unauthorized');
  }
}

function reply(result: unknown, headers: Reply['headers']): Reply {
  if (result === undefined) return { status: 204, headers, body: '' };
  if (result instanceof Created) return { status: 201, headers, body: result.body };
  return { status: 200, headers, body: result };
}

/** As Discord sends with everything: https://docs.discord.com/developers/topics/rate-limits#header-format */
function bucketHeaders({ route }: RestCall): Readonly<Record<string, string>> {
  return {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-reset': String(Date.now() / 1_000 + 1),
    'x-ratelimit-reset-after': '1',
    'x-ratelimit-bucket': Buffer.from(route).toString('hex').slice(-32),
  };
}

interface Pattern {
  readonly name: RouteName;
  readonly method: string;
  readonly parts: readonly string[];
}

/** Those without placeholders first: `@me` is nobody's id. */
const PATTERNS: readonly Pattern[] = (Object.keys(ROUTES) as RouteName[])
  .sort((one, other) => one.split(':').length - other.split(':').length)
  .map((name) => {
    const [method = '', path = ''] = name.split(' ');
    return { name, method, parts: path.split('/') };
  });

function match(method: string, path: string): Pick<RestCall, 'route' | 'params'> {
  const parts = path.split('/').map(decodeURIComponent);
  const found = PATTERNS.find((one) => one.method === method && fits(one.parts, parts));
  if (found === undefined) return { route: '', params: {} };
  const named = found.parts.flatMap((part, index) =>
    part.startsWith(':') ? [[part.slice(1), parts[index] ?? '']] : [],
  );
  return { route: found.name, params: Object.fromEntries(named) as Record<string, string> };
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  return (
    pattern.length === parts.length &&
    pattern.every((part, index) => part.startsWith(':') || part === parts[index])
  );
}

/** JSON, or the JSON of a form that has files, too. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const raw = await buffer(request);
  const type = textOf(request.headers['content-type']);
  if (!type.startsWith('multipart/'))
    return raw.length === 0 ? undefined : (JSON.parse(String(raw)) as unknown);
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const json = form.get('payload_json');
  return typeof json === 'string' ? (JSON.parse(json) as unknown) : undefined;
}
