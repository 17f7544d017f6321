import { setTimeout as wait } from 'node:timers/promises';
import type { FailedAnswer, GetOptions, Http, HttpAnswer } from '../http.ts';
import { decodeText } from '../http/decode-text.ts';
import { parseUrl } from '../http/parse-url.ts';
import { shownUrl } from '../http/shown-url.ts';
import { NO_ROBOTS, readRobots } from './robots.ts';
import type { Robots } from './robots.ts';

export interface PoliteHttpOptions {
  readonly http: Pick<Http, 'get'>;
  /** As `http` sends it; what stands before its slash is the name that rules are for. */
  readonly userAgent?: string;
  /** Whether addresses of private networks are allowed. */
  readonly allowPrivate: boolean;
  /** Lets seconds pass; rejects where the signal says to stop. */
  readonly sleep?: Sleep;
}

export type Sleep = (seconds: number, signal: AbortSignal) => Promise<void>;

export interface PoliteGetOptions extends Omit<GetOptions, 'allowPrivate' | 'mayFollow'> {
  /** Whether the config names this very address, so that nobody's robots.txt is asked. */
  readonly isNamed?: boolean;
}

export type PoliteAnswer = HttpAnswer | ForbiddenAnswer;

/** The site's robots.txt asks not to read it, and it was not read. */
export interface ForbiddenAnswer {
  readonly kind: 'forbidden';
}

export interface PoliteHttp {
  /** Never rejects. */
  get(url: string, options: PoliteGetOptions): Promise<PoliteAnswer>;
}

/** What a server may ask to wait before the very request is made again, in seconds; longer waits are the caller's to plan. */
const LONGEST_WAIT = 60;
const MOST_WAITS = 2;

/**
 * Reads many pages of a site as a guest should: one at a time, none that its robots.txt asks to leave alone, with the pause that it
 * asks for, later where it says so, and only where a redirect stays on the same host. It keeps each robots.txt for good: make a
 * new one for each round.
 */
export function createPoliteHttp(options: PoliteHttpOptions): PoliteHttp {
  const robots = new Map<string, Robots | FailedAnswer>();
  const { sleep = sleepFor, userAgent = 'Signpost' } = options;
  const guest: Guest = { ...options, sleep, userAgent, robots, hasAsked: new Set() };
  let last: Promise<unknown> = Promise.resolve();
  return {
    get: (url, getOptions) => {
      const next = last.then(() => get(url, getOptions, guest));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

interface Guest extends PoliteHttpOptions {
  readonly sleep: Sleep;
  readonly userAgent: string;
  /** By origin. */
  readonly robots: Map<string, Robots | FailedAnswer>;
  /** Origins of which a page was read. */
  readonly hasAsked: Set<string>;
}

async function sleepFor(seconds: number, signal: AbortSignal): Promise<void> {
  await wait(seconds * 1000, undefined, { signal });
}

async function get(address: string, options: PoliteGetOptions, guest: Guest): Promise<PoliteAnswer> {
  const url = parseUrl(address);
  if (url === undefined)
    return failed(address, 'is no address (see whether the address in the config is right)');
  const robots = options.isNamed === true ? NO_ROBOTS : await robotsOf(url, options, guest);
  if ('kind' in robots) return robots;
  if (!robots.isAllowed(url.href)) return { kind: 'forbidden' };
  for (let waits = 0; ; waits += 1) {
    const pause = guest.hasAsked.has(url.origin) ? robots.crawlDelay : 0;
    if (!(await hasSlept(pause, options, guest))) return stopped(url);
    guest.hasAsked.add(url.origin);
    const answer = await getPage(url, options, { ...guest, rules: robots });
    if (waits === MOST_WAITS || !asksToWait(answer)) return answer;
    if (!(await hasSlept(answer.retryAfter, options, guest))) return stopped(url);
  }
}

function getPage(
  url: URL,
  options: PoliteGetOptions,
  { http, allowPrivate, rules }: Guest & { readonly rules: Robots },
): Promise<HttpAnswer> {
  const mayFollow = (target: URL): boolean =>
    target.hostname === url.hostname && rules.isAllowed(target.href);
  return http.get(url.href, { ...options, allowPrivate, mayFollow });
}

function asksToWait(answer: HttpAnswer): answer is FailedAnswer {
  if (answer.kind !== 'failed' || (answer.status !== 429 && answer.status !== 503)) return false;
  return answer.retryAfter > 0 && answer.retryAfter <= LONGEST_WAIT;
}

/** What cannot be known forbids all, what is not there nothing: https://www.rfc-editor.org/rfc/rfc9309#section-2.3.1 */
async function robotsOf(
  { origin }: URL,
  { signal }: PoliteGetOptions,
  guest: Guest,
): Promise<Robots | FailedAnswer> {
  const known = guest.robots.get(origin);
  if (known !== undefined) return known;
  const url = `${origin}/robots.txt`;
  const answer = await guest.http.get(url, { signal, allowPrivate: guest.allowPrivate });
  const robots = rulesIn(answer, { url, userAgent: guest.userAgent });
  guest.robots.set(origin, robots);
  return robots;
}

function rulesIn(
  answer: HttpAnswer,
  options: { readonly url: string; readonly userAgent: string },
): Robots | FailedAnswer {
  switch (answer.kind) {
    case 'ok':
      return readRobots(decodeText(answer.body, answer.headers.contentType), options);
    case 'not-modified':
      return NO_ROBOTS;
    case 'failed':
      return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? NO_ROBOTS : answer;
  }
}

async function hasSlept(seconds: number, { signal }: PoliteGetOptions, { sleep }: Guest): Promise<boolean> {
  if (seconds === 0) return true;
  try {
    await sleep(seconds, signal);
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}

function stopped(url: URL): FailedAnswer {
  return failed(url, 'was not read, since Signpost stops (nothing to do)');
}

function failed(url: URL | string, what: string): FailedAnswer {
  return { kind: 'failed', status: 0, reason: `${shownUrl(url)} ${what}`, retryAfter: 0 };
}
