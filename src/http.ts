import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import type { Response } from 'undici';
import { CHECK_ADDRESS, failureOfError, failureOfStatus, HttpFailure, PRIVATE } from './http/http-failure.ts';
import type { Failure } from './http/http-failure.ts';
import { parseUrl } from './http/parse-url.ts';
import { addressOf, isPublicAddress, publicLookup } from './http/public-address.ts';
import { retryAfterOf } from './http/retry-after.ts';
import { shownUrl } from './http/shown-url.ts';

export interface HttpOptions {
  /** `Signpost/<version> (+contact)`. */
  readonly userAgent: string;
  /** From the call to the last byte. */
  readonly timeoutMs?: number;
  /** Of the body, decompressed. */
  readonly maxBytes?: number;
  /** How host names become addresses; the system's by default. */
  readonly lookup?: LookupFunction;
  /** Whether an IP address is of the internet; `isPublicAddress` by default. */
  readonly isPublic?: (address: string) => boolean;
}

export interface GetOptions {
  /** Those that say who asks do not go to another origin. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Whether addresses of private networks are allowed, also after a redirect. */
  readonly allowPrivate: boolean;
  /** Whether a redirect to this address is followed; all are by default. */
  readonly mayFollow?: (url: URL) => boolean;
  /** Of the body, decompressed; as all of the client's by default. */
  readonly maxBytes?: number;
}

export type HttpAnswer = OkAnswer | NotModifiedAnswer | FailedAnswer;

export interface OkAnswer {
  readonly kind: 'ok';
  /** 200 to 299. */
  readonly status: number;
  /** Where it was found in the end, without user and password. */
  readonly url: string;
  /** Each empty where it was not sent. */
  readonly headers: {
    readonly etag: string;
    readonly lastModified: string;
    readonly contentType: string;
  };
  /** Decompressed. */
  readonly body: Uint8Array;
}

/** To a question with `If-None-Match` or `If-Modified-Since`. */
export interface NotModifiedAnswer {
  readonly kind: 'not-modified';
}

export interface FailedAnswer {
  readonly kind: 'failed';
  /** What the server answered; 0 where it did not. */
  readonly status: number;
  /** Names the address without its secrets, says what is wrong and, in parentheses, what to do. */
  readonly reason: string;
  /** Whole seconds that the server asks to wait; 0 where it does not say. */
  readonly retryAfter: number;
}

export interface Http {
  /** Never rejects. */
  get(url: string, options: GetOptions): Promise<HttpAnswer>;
  /** Ends the connections. */
  close(): Promise<void>;
}

const TIMEOUT_MS = 15_000;
const MAX_BYTES = 5_000_000;
const MAX_REDIRECTS = 5;

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Headers that are for the origin that they were written for. */
const PERSONAL: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

interface Client {
  readonly agent: (allowPrivate: boolean) => Agent;
  readonly isPublic: (address: string) => boolean;
  readonly userAgent: string;
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

/** One address of the way to the answer. */
interface Hop {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Reads what is on the web, for addresses that may turn out to lead anywhere: http and https only, within a time and a
 * size, at most 5 redirects (none from https to http, since what comes over http may be anybody's), and, unless allowed,
 * no address of a private network.
 */
export function createHttp(options: HttpOptions): Http {
  const { lookup = systemLookup, isPublic = isPublicAddress } = options;
  const { userAgent, timeoutMs = TIMEOUT_MS, maxBytes = MAX_BYTES } = options;
  // A connection that was allowed for one address is never used for another that is not.
  const open = new Agent({ connect: { lookup, timeout: timeoutMs } });
  const guarded = new Agent({ connect: { lookup: publicLookup(lookup, isPublic), timeout: timeoutMs } });
  const client: Client = {
    agent: (allowPrivate) => (allowPrivate ? open : guarded),
    isPublic,
    userAgent,
    timeoutMs,
    maxBytes,
  };
  return {
    get: (url, options) => get(client, url, options),
    close: async () => {
      await Promise.all([open.destroy(), guarded.destroy()]);
    },
  };
}

async function get(client: Client, address: string, options: GetOptions): Promise<HttpAnswer> {
  const ending = new AbortController();
  const stop = (): void => ending.abort(new HttpFailure(STOPPED));
  const timer = setTimeout(() => ending.abort(new HttpFailure(tooSlow(client))), client.timeoutMs);
  if (options.signal.aborted) stop();
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    return await follow(client, firstHop(address, options), { ...options, signal: ending.signal });
  } catch (error) {
    const failure = failureOfError(ending.signal.aborted ? ending.signal.reason : error);
    return failed(address, failure);
  } finally {
    clearTimeout(timer);
    options.signal.removeEventListener('abort', stop);
    // Whatever is still coming, such as the rest of what is too large, need not come.
    ending.abort();
  }
}

const STOPPED: Failure = { what: 'was not read to its end, since Signpost stops', remedy: 'nothing to do' };

function tooSlow({ timeoutMs }: Client): Failure {
  return {
    what: `took longer than ${timeoutMs / 1000} seconds`,
    remedy: 'nothing to do unless it lasts; then ask who runs it',
  };
}

function firstHop(address: string, { headers = {} }: GetOptions): Hop {
  const url = parseUrl(address);
  if (url === undefined) throw new HttpFailure({ what: 'is no address', remedy: CHECK_ADDRESS });
  return signedIn({ url, headers: lowerCase(headers) });
}

/** User and password of an address are a header, since fetch takes no address that has them. */
function signedIn({ url, headers }: Hop): Hop {
  if (url.username === '' && url.password === '') return { url, headers };
  const pair = `${decoded(url.username)}:${decoded(url.password)}`;
  const authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  return { url: anonymous(url), headers: { ...headers, authorization } };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}

function anonymous(url: URL): URL {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare;
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

async function follow(client: Client, first: Hop, options: GetOptions): Promise<HttpAnswer> {
  const { mayFollow = () => true, maxBytes = client.maxBytes } = options;
  let hop = first;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await ask(client, hop, options);
    if (!REDIRECTS.has(response.status)) return answerOf(response, hop, maxBytes);
    // The connection may serve the next hop only once this answer is out of it.
    await response.body?.cancel();
    const next = nextHop(hop, response.headers.get('location'));
    if (!mayFollow(next.url))
      return { ...failed(hop.url, redirectedAway(next.url)), status: response.status };
    hop = next;
  }
  throw new HttpFailure({ what: `redirects more than ${MAX_REDIRECTS} times`, remedy: CHECK_ADDRESS });
}

function ask(client: Client, { url, headers }: Hop, { signal, allowPrivate }: GetOptions): Promise<Response> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new HttpFailure({
      what: `is or leads to ${url.protocol}, not http or https`,
      remedy: CHECK_ADDRESS,
    });
  const address = addressOf(url.hostname);
  if (address !== undefined && !allowPrivate && !client.isPublic(address)) throw new HttpFailure(PRIVATE);
  return fetch(url, {
    headers: { 'user-agent': client.userAgent, ...headers },
    redirect: 'manual',
    signal,
    dispatcher: client.agent(allowPrivate),
  });
}

function nextHop({ url, headers }: Hop, location: string | null): Hop {
  const target = location === null ? undefined : parseUrl(location, url);
  if (target === undefined)
    throw new HttpFailure({ what: 'redirects without saying where to', remedy: CHECK_ADDRESS });
  if (url.protocol === 'https:' && target.protocol === 'http:')
    throw new HttpFailure({
      what: `redirects from https to ${shownUrl(target)}, where anybody may change what it says`,
      remedy: 'put the address where it really is into the config',
    });
  const kept = target.origin === url.origin ? headers : impersonal(headers);
  return { url: anonymous(target), headers: kept };
}

function redirectedAway(target: URL): Failure {
  return { what: `redirects to ${shownUrl(target)}, which is not to be asked`, remedy: CHECK_ADDRESS };
}

function impersonal(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !PERSONAL.has(name)));
}

async function answerOf(response: Response, { url, headers }: Hop, maxBytes: number): Promise<HttpAnswer> {
  const wasAsked = 'if-none-match' in headers || 'if-modified-since' in headers;
  if (response.status === 304 && wasAsked) return { kind: 'not-modified' };
  if (!response.ok) {
    const retryAfter = retryAfterOf(response.headers.get('retry-after'), new Date());
    return { ...failed(url, failureOfStatus(response.status)), status: response.status, retryAfter };
  }
  const body = await bodyOf(response, maxBytes);
  if (body === undefined) return { ...failed(url, tooLarge(maxBytes)), status: response.status };
  return {
    kind: 'ok',
    status: response.status,
    url: url.href,
    headers: {
      etag: response.headers.get('etag') ?? '',
      lastModified: response.headers.get('last-modified') ?? '',
      contentType: response.headers.get('content-type') ?? '',
    },
    body,
  };
}

/** Undefined where it is too large: counted as it comes out of the decompression; what it says of its own length is only a reason not to begin. */
async function bodyOf(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maxBytes: number): Failure {
  return { what: `is larger than ${maxBytes / 1_000_000} MB`, remedy: 'use an address with less behind it' };
}

function failed(address: URL | string, { what, remedy }: Failure): FailedAnswer {
  return { kind: 'failed', reason: `${shownUrl(address)} ${what} (${remedy})`, status: 0, retryAfter: 0 };
}
