import type { SyncFailure, SyncOptions } from '../core/mirror.ts';
import type { FailedAnswer, OkAnswer } from '../http.ts';
import { shownUrl } from '../http/shown-url.ts';
import type { CopiedPage, MirrorCopy } from './mirror-copy.ts';
import { pageKey } from './page-key.ts';
import type { PoliteAnswer, PoliteHttp } from './polite-http.ts';

export interface PageRoundOptions extends SyncOptions {
  /** Addresses by their keys. */
  readonly pages: ReadonlyMap<string, string>;
  readonly copy: MirrorCopy;
  readonly http: PoliteHttp;
  /** What is asked for, as in `Accept`. */
  readonly accept: string;
  /** The name of the file that a page is kept in. */
  readonly fileOf: (url: string) => string;
  /** Undefined for what is no page of docs. */
  readonly read: (answer: OkAnswer, asked: string) => RoundPage | undefined;
}

export interface RoundPage {
  /** Where people open it. */
  readonly url: string;
  readonly text: string;
  /** The address that it says is the real one of its content, where that is another. */
  readonly canonical?: string | undefined;
}

export type RoundResult =
  /** The keys of the pages that there are. */
  | { readonly kind: 'read'; readonly keys: ReadonlySet<string>; readonly warnings: readonly string[] }
  | SyncFailure;

/** So many failures one after the other are the site's, and no page's. */
const MOST_FAILURES = 5;
const MOST_WARNINGS = 20;

interface Round extends PageRoundOptions {
  readonly keys: Set<string>;
  /** Where pages were found in the end, by key. */
  readonly found: Set<string>;
  /** Those that another page stands for. */
  readonly doubles: Set<string>;
  readonly warnings: string[];
  forbidden: number;
  /** How often the site itself failed. */
  broken: number;
}

/**
 * Reads pages one after the other into a copy, those that have not changed not again. One that fails keeps its last copy and becomes a
 * warning, one that is gone or no page is left out, and so are two of three ways to write the same. Where the site itself fails, or
 * nothing can be read, it fails.
 */
export async function readPages(options: PageRoundOptions): Promise<RoundResult> {
  const { pages, onProgress, signal } = options;
  const round: Round = {
    ...options,
    keys: new Set(),
    found: new Set(),
    doubles: new Set(),
    warnings: [],
    forbidden: 0,
    broken: 0,
  };
  let [done, failures] = [0, 0];
  onProgress(0, pages.size);
  for (const [key, url] of pages) {
    const answer = await ask(key, url, round);
    if (signal.aborted)
      return failure(`${shownUrl(url)} was not read, since Signpost stops`, 'nothing to do');
    failures = isOfSite(answer) ? failures + 1 : 0;
    if (answer.kind === 'failed' && isOfSite(answer) && (failures >= MOST_FAILURES || answer.retryAfter > 0))
      return { ...failure(answer.reason, ''), retryAfter: answer.retryAfter };
    await take(key, answer, round);
    onProgress((done += 1), pages.size);
  }
  return resultOf(round);
}

function ask(key: string, url: string, { copy, http, accept, signal }: Round): Promise<PoliteAnswer> {
  const known = copy.known(key);
  return http.get(url, { signal, headers: { accept, ...conditions(known) } });
}

function conditions(known: CopiedPage | undefined): Record<string, string> {
  const { etag = '', lastModified = '' } = known ?? {};
  return {
    ...(etag === '' ? {} : { 'if-none-match': etag }),
    ...(lastModified === '' ? {} : { 'if-modified-since': lastModified }),
  };
}

/** No answer, or one that the server cannot mean. */
function isOfSite(answer: PoliteAnswer): boolean {
  return answer.kind === 'failed' && (answer.status === 0 || answer.status === 429 || answer.status >= 500);
}

async function take(key: string, answer: PoliteAnswer, round: Round): Promise<void> {
  switch (answer.kind) {
    case 'ok':
      return takePage(key, answer, round);
    case 'not-modified':
      return keep(key, round);
    case 'forbidden':
      round.forbidden += 1;
      return;
    case 'failed':
      return takeFailure(key, answer, round);
  }
}

async function takePage(key: string, answer: OkAnswer, round: Round): Promise<void> {
  const page = round.read(answer, round.pages.get(key) ?? key);
  if (page === undefined) return;
  if (isDouble(key, page, round)) return void round.doubles.add(key);
  const { etag, lastModified } = answer.headers;
  await round.copy.put(key, { file: round.fileOf(key), url: page.url, etag, lastModified }, page.text);
  keep(key, round);
}

function isDouble(key: string, { url, canonical }: RoundPage, { pages, found, doubles }: Round): boolean {
  const own = pageKey(url) ?? key;
  const real = canonical === undefined ? undefined : pageKey(canonical);
  if (found.has(own) || (own !== key && pages.has(own) && !doubles.has(own))) return true;
  return real !== undefined && real !== key && real !== own && pages.has(real) && !doubles.has(real);
}

function keep(key: string, { copy, found, keys }: Round): void {
  keys.add(key);
  found.add(pageKey(copy.known(key)?.url ?? key) ?? key);
}

function takeFailure(key: string, failed: FailedAnswer, round: Round): void {
  const { status, reason } = failed;
  const isGone = status === 404 || status === 410 || (status >= 300 && status < 400);
  if (!isGone && round.copy.known(key) !== undefined) keep(key, round);
  if (isOfSite(failed)) round.broken += 1;
  const isKept = round.keys.has(key);
  round.warnings.push(reason.replace(FOR_THE_CONFIG, isGone ? LEFT_OUT : isKept ? KEPT : MISSING));
}

/** What to do where the config names the address; here the site does. */
const FOR_THE_CONFIG = / \([^()]*in the config[^()]*\)$/u;
const LEFT_OUT = ' (the page is left out; the list of the site still has it)';
const KEPT = ' (it stays as it was read before)';
const MISSING = ' (the page is missing until it can be read)';

function resultOf({ pages, keys, warnings, forbidden, broken }: Round): RoundResult {
  const [first = ''] = pages.values();
  const asked = `the site's robots.txt asks not to read ${forbidden} of ${pages.size} pages`;
  if (broken === pages.size) return failure(warnings[0] ?? '', '');
  if (keys.size === 0)
    return forbidden > 0
      ? failure(`${shownUrl(first)}: ${asked}`, 'allow Signpost in robots.txt, or use another source')
      : failure(
          `none of ${pages.size} pages can be read, such as ${warnings[0] ?? `${shownUrl(first)}, which is no page of docs`}`,
          'see whether they open in a browser',
        );
  const more = warnings.length - MOST_WARNINGS;
  return {
    kind: 'read',
    keys,
    warnings: [
      ...warnings.slice(0, MOST_WARNINGS),
      ...(more > 0 ? [`${more} more pages could not be read`] : []),
      ...(forbidden > 0 ? [asked] : []),
    ],
  };
}

function failure(reason: string, remedy: string): SyncFailure {
  return { kind: 'failed', reason, remedy, retryAfter: 0 };
}
