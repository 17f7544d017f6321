import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { repositoryKey } from './git-address.ts';
import { isForm, readHookEvent } from './hook-event.ts';
import type { HookEvent } from './hook-event.ts';
import { isSigned, mayBeSigned } from './hook-signature.ts';

/** What a collection follows. */
export interface FollowedRepository {
  readonly collection: string;
  readonly url: string;
  /** A branch, tag or commit; empty for the default branch. */
  readonly ref: string;
}

export interface GitHookOptions {
  /** Undefined where nobody may call; then the address does not exist. */
  readonly secret: string | undefined;
  readonly repositories: readonly FollowedRepository[];
  /** Syncs the mirror of a collection; returns at once. */
  readonly trigger: (collection: string) => void;
  readonly now: () => Date;
  readonly log: Log;
}

export interface GitHook {
  /** Answers what is sent to `/hooks/git`; everything else goes to `next`. */
  handle(request: IncomingMessage, response: ServerResponse, next: () => void): void;
}

const PATH = '/hooks/git';

/**
 * Bytes of a body. GitHub sends up to 25 MB, of which a push has so much only with thousands of commits; that one is
 * refused, and noticed at the next regular sync.
 */
const MOST = 5_000_000;

/** Bodies that are read at the same time, since anybody may send one. */
const READERS = 8;

/** A status, and what the sender reads beside it. */
interface Answer {
  readonly status: number;
  readonly said: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Webhooks of GitHub, GitLab, Forgejo and Gitea that tell of a push, so that it is fetched at once. */
export function createGitHook(options: GitHookOptions): GitHook {
  const reading = { count: 0 };
  return {
    handle: (request, response, next) => {
      if (request.url?.split('?', 1)[0] !== PATH) return next();
      answerTo(request, options, reading)
        .then((answer) => send(response, answer))
        .catch((error: unknown) => {
          // Who goes before their request is read is no failure.
          if (response.destroyed) return;
          options.log.error({ err: error }, `a webhook at ${PATH} failed`);
          if (!response.headersSent) send(response, refusal(500, 'it failed; the reason is in the log'));
        });
    },
  };
}

function send(response: ServerResponse, { status, said, headers = {} }: Answer): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers })
    .end(JSON.stringify(said));
}

function refusal(status: number, error: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, said: { error }, headers };
}

/** What is still coming is not read. */
const CLOSING = { Connection: 'close' };

const NOT_FOUND = refusal(404, 'there is nothing here');
const UNSIGNED = refusal(
  401,
  'the signature or token is missing or wrong: use that of GIT_WEBHOOK_SECRET',
  CLOSING,
);
const TOO_LARGE = refusal(
  413,
  'the body is over 5 MB; the push is noticed at the next regular sync',
  CLOSING,
);
const BUSY = refusal(503, 'too many at once; send it again later', { 'Retry-After': '10', ...CLOSING });

async function answerTo(
  request: IncomingMessage,
  options: GitHookOptions,
  reading: { count: number },
): Promise<Answer> {
  const { secret, log, now } = options;
  if (secret === undefined) return NOT_FOUND;
  const { headers } = request;
  const refused = formRefusal(request);
  if (refused !== undefined) return refused;
  if (!mayBeSigned({ headers, secret })) return UNSIGNED;
  if (reading.count >= READERS) return BUSY;
  reading.count += 1;
  const body = await bodyOf(request).finally(() => (reading.count -= 1));
  if (body === undefined) return TOO_LARGE;
  if (!isSigned(body, { headers, secret }, now())) {
    log.warn(`a webhook at ${PATH} was refused, since its signature is wrong`);
    return UNSIGNED;
  }
  const event = readHookEvent(headers, body);
  return event === undefined ? refusal(400, 'the body is not JSON') : answerToEvent(event, options);
}

function formRefusal({ method, headers }: IncomingMessage): Answer | undefined {
  if (method !== 'POST') return refusal(405, 'send a webhook by POST', { Allow: 'POST' });
  const encoding = headers['content-encoding'] ?? 'identity';
  const isJson = /^application\/json\b/iu.test(headers['content-type'] ?? '');
  if ((isJson || isForm(headers)) && encoding === 'identity') return undefined;
  return refusal(415, 'send application/json, not compressed', CLOSING);
}

/** Undefined where there is too much of it. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > MOST) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  // Ending the loop early would end the connection too, before it is said why.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > MOST) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function answerToEvent(event: HookEvent, { repositories, trigger, log }: GitHookOptions): Answer {
  if (event.kind === 'other') return { status: 200, said: { syncing: [], why: 'this is no push' } };
  const followed = repositories.filter(({ url, ref }) => isOf(event.urls, url) && isAt(event, ref));
  const syncing = followed.map(({ collection }) => collection);
  if (syncing.length === 0)
    return { status: 200, said: { syncing, why: 'no collection follows this repository at this branch' } };
  log.info(`a webhook told of a push to ${syncing.join(', ')}`);
  for (const collection of syncing) trigger(collection);
  return { status: 202, said: { syncing } };
}

function isOf(urls: readonly string[], url: string): boolean {
  const key = repositoryKey(url);
  return key !== undefined && urls.some((other) => repositoryKey(other) === key);
}

/** Where the default branch is followed and not told, any push may be to it. */
function isAt({ ref: pushed, defaultBranch }: Extract<HookEvent, { kind: 'push' }>, ref: string): boolean {
  if (ref === '')
    return defaultBranch === '' ? pushed.startsWith('refs/heads/') : pushed === `refs/heads/${defaultBranch}`;
  return [ref, `refs/heads/${ref}`, `refs/tags/${ref}`].includes(pushed);
}
