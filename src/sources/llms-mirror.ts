import { createHash } from 'node:crypto';
import type { Mirror, Synced, SyncFailure, SyncOptions } from '../core/mirror.ts';
import type { Http, OkAnswer } from '../http.ts';
import { decodeText } from '../http/decode-text.ts';
import { shownUrl } from '../http/shown-url.ts';
import { openedUrl, readLlmsFull, readTitledPages } from './llms-full.ts';
import type { LlmsPage } from './llms-full.ts';
import { readLlmsLinks } from './llms-links.ts';
import type { LlmsLink } from './llms-links.ts';
import { hasMirrorCopy, openMirrorCopy } from './mirror-copy.ts';
import type { MirrorCopy } from './mirror-copy.ts';
import { mirrorFile } from './mirror-file.ts';
import { pageKey } from './page-key.ts';
import { readPages } from './page-round.ts';
import type { RoundPage } from './page-round.ts';
import { createPoliteHttp } from './polite-http.ts';
import type { PoliteAnswer, PoliteHttp, Sleep } from './polite-http.ts';
import { unrejectingSync } from './unrejecting-sync.ts';

export interface LlmsMirrorOptions {
  /** Of an `llms-full.txt`, or of an `llms.txt` that links to pages in Markdown. */
  readonly url: string;
  /** Where the copy is kept; an absolute path. The folder belongs to the mirror alone. */
  readonly folder: string;
  /** The most pages that are kept, the first ones. */
  readonly limit: number;
  /** Whether addresses of private networks are allowed. */
  readonly allowPrivate: boolean;
  readonly http: Pick<Http, 'get'>;
  /** How time passes between two requests; the system's by default. */
  readonly sleep?: Sleep;
}

const ACCEPT = 'text/markdown, text/plain;q=0.9';
/** Whole docs in one file. */
const LARGEST = 100_000_000;
/** Holds no page, but tells that the file was read; no glob of docs has it. */
const MARK = '.llms';
/** Lists of lists. */
const MOST_LISTS = 100;
const SITEMAP =
  "use the site's sitemap as the source instead, such as sitemap: https://docs.acme.com/sitemap.xml";

/**
 * The docs that a site publishes for language models, each page in a file `docs/install.md` with `title` and `slug`, the address that
 * people open, as frontmatter. What fails leaves all as it was.
 */
export function createLlmsMirror(options: LlmsMirrorOptions): Mirror {
  const { folder } = options;
  return {
    folder,
    hasCopy: () => hasMirrorCopy(folder, options.url),
    sync: unrejectingSync(folder, (syncing) => sync(options, syncing)),
  };
}

interface Syncing extends LlmsMirrorOptions {
  readonly copy: MirrorCopy;
  readonly polite: PoliteHttp;
  readonly syncing: SyncOptions;
}

async function sync(options: LlmsMirrorOptions, syncing: SyncOptions): Promise<Synced> {
  const { url, folder } = options;
  const polite = createPoliteHttp(options);
  const copy = await openMirrorCopy(folder, url);
  const whole: Syncing = { ...options, copy, polite, syncing };
  syncing.onProgress(0, 0);
  const answer = await polite.get(url, {
    signal: syncing.signal,
    maxBytes: LARGEST,
    isNamed: true,
    headers: headersFor(url, copy),
  });
  if (answer.kind === 'not-modified') return { kind: 'synced', changed: [], warnings: [] };
  if (answer.kind !== 'ok') return failureOf(url, answer);
  const text = markdownOf(answer);
  if (text === undefined) return failed(`${shownUrl(url)} is HTML, and no llms.txt`, SITEMAP);
  const pages = readLlmsFull(text, url);
  if (pages.length > 0) return keepPages(pages, answer, whole);
  return new URL(url).pathname.endsWith('-full.txt')
    ? syncTitled(text, answer, whole)
    : syncLinks(text, whole);
}

function headersFor(url: string, copy: MirrorCopy): Record<string, string> {
  const { etag = '', lastModified = '' } = copy.known(url) ?? {};
  return {
    accept: ACCEPT,
    ...(etag === '' ? {} : { 'if-none-match': etag }),
    ...(lastModified === '' ? {} : { 'if-modified-since': lastModified }),
  };
}

/** Undefined for what is a page of HTML, as sites show that have no such file. */
function markdownOf({ body, headers }: OkAnswer): string | undefined {
  const text = decodeText(body, headers.contentType).replaceAll('\u0000', '');
  return /^\s*(?:text\/html|application\/xhtml)/iu.test(headers.contentType) ||
    /^\s*<(?:!doctype|html)\b/iu.test(text)
    ? undefined
    : text;
}

/** Pages that say no address, by the titles that the list beside the file has. */
async function syncTitled(text: string, answer: OkAnswer, whole: Syncing): Promise<Synced> {
  const { url, polite, syncing } = whole;
  const beside = url.replace(/-full\.txt(?=[?#]|$)/u, '.txt');
  const list = await polite.get(beside, {
    signal: syncing.signal,
    headers: { accept: ACCEPT },
    isNamed: true,
  });
  const links = list.kind === 'ok' ? readLlmsLinks(markdownOf(list) ?? '', beside) : [];
  const titles = new Map<string, string>();
  // A title that two pages have says which neither.
  const names = links.map(({ title }) => title);
  const twice = new Set(names.filter((title, index) => names.indexOf(title) !== index));
  for (const { title, url: address } of onHostOf(url, links)) {
    const opened = openedUrl(address, url);
    if (opened !== undefined && !twice.has(title)) titles.set(title, opened);
  }
  const pages = readTitledPages(text, titles);
  return pages.length === 0
    ? failed(`${shownUrl(url)} does not say where its pages are`, SITEMAP)
    : keepPages(pages, answer, whole);
}

async function keepPages(pages: readonly LlmsPage[], { headers }: OkAnswer, whole: Syncing): Promise<Synced> {
  const { copy, limit, syncing, url } = whole;
  const byKey = new Map<string, LlmsPage>();
  for (const page of pages) {
    const key = pageKey(page.url);
    if (key !== undefined && !byKey.has(key)) byKey.set(key, page);
  }
  const taken = [...byKey].slice(0, limit);
  for (const [index, [key, page]] of taken.entries()) {
    await copy.put(
      key,
      { file: mirrorFile(key, 'md'), url: page.url, etag: '', lastModified: '' },
      fileText(page),
    );
    syncing.onProgress(index + 1, taken.length);
  }
  const { etag, lastModified } = headers;
  await copy.put(url, { file: MARK, url, etag, lastModified }, hashOf(taken));
  const changed = await copy.commit(new Set([url, ...taken.map(([key]) => key)]));
  return {
    kind: 'synced',
    changed: changed.filter((file) => file !== MARK),
    warnings: tooMany(byKey.size, whole),
  };
}

function hashOf(pages: unknown): string {
  return createHash('sha256').update(JSON.stringify(pages)).digest('base64url');
}

function tooMany(count: number, { url, limit }: Syncing): string[] {
  return count > limit
    ? [`${shownUrl(url)} has ${count} pages, and limit takes the first ${limit} (raise limit)`]
    : [];
}

/** JSON is YAML too. */
function fileText({ title, url, body }: LlmsPage): string {
  const own = title || titleIn(body) || headingIn(body);
  const head = [...(own === '' ? [] : [`title: ${JSON.stringify(own)}`]), `slug: ${JSON.stringify(url)}`];
  return `---\n${head.join('\n')}\n---\n\n${withoutFrontmatter(body)}\n`;
}

function withoutFrontmatter(body: string): string {
  return body.replace(/^\s*---\n(?:[\w-]+:.*\n|[ \t-].*\n)*---[ \t]*(?:\n|$)/u, '').trim();
}

async function syncLinks(text: string, whole: Syncing): Promise<Synced> {
  const { url, copy, polite, syncing, limit } = whole;
  const links = await linksIn(text, whole);
  if ('kind' in links) return links;
  const chosen = new Map<string, LlmsLink>();
  for (const link of onHostOf(url, links)) {
    const key = pageKey(openedUrl(link.url, url) ?? '');
    if (key !== undefined && !chosen.has(key) && !/\.(?!mdx?$)\w+$/iu.test(new URL(link.url).pathname))
      chosen.set(key, link);
  }
  if (chosen.size === 0)
    return failed(`${shownUrl(url)} links to no page in Markdown on its own host`, SITEMAP);
  const pages = new Map([...chosen].slice(0, limit).map(([key, link]) => [key, link.url]));
  const titles = new Map(links.map((link) => [link.url, link.title]));
  const round = await readPages({
    ...syncing,
    pages,
    copy,
    http: polite,
    accept: ACCEPT,
    fileOf: (key) => mirrorFile(key, 'md'),
    read: (answer, asked) => linkedPage(answer, titles.get(asked) ?? ''),
  });
  if (round.kind === 'failed') return round;
  const changed = await copy.commit(round.keys);
  return {
    kind: 'synced',
    changed: changed.filter((file) => file !== MARK),
    warnings: [...round.warnings, ...tooMany(chosen.size, whole)],
  };
}

/** Those of lists that it links to, too. */
async function linksIn(text: string, { url, polite, syncing }: Syncing): Promise<LlmsLink[] | SyncFailure> {
  const found: LlmsLink[] = [];
  const open = [...onHostOf(url, readLlmsLinks(text, url))];
  const seen = new Set([url]);
  for (let link = open.shift(); link !== undefined; link = open.shift()) {
    const isList = new URL(link.url).pathname.endsWith('/llms.txt');
    if (!isList) found.push(link);
    if (!isList || seen.has(link.url) || seen.size > MOST_LISTS) continue;
    seen.add(link.url);
    const answer = await polite.get(link.url, { signal: syncing.signal, headers: { accept: ACCEPT } });
    // Its pages would seem to be gone.
    if (answer.kind !== 'ok') return failureOf(link.url, answer);
    open.unshift(...onHostOf(url, readLlmsLinks(markdownOf(answer) ?? '', link.url)));
  }
  return found;
}

function onHostOf(url: string, links: readonly LlmsLink[]): LlmsLink[] {
  const { host } = new URL(url);
  return links.filter((link) => new URL(link.url).host === host);
}

function linkedPage(answer: OkAnswer, linked: string): RoundPage | undefined {
  const text = markdownOf(answer);
  const url = openedUrl(answer.url, answer.url);
  if (text === undefined || url === undefined) return undefined;
  const [own] = readLlmsFull(text, answer.url);
  const isOwn = own !== undefined && pageKey(own.url) === pageKey(url);
  const page = isOwn
    ? { url, title: own.title, body: own.body }
    : { url, title: titleIn(text) || headingIn(text) || linked, body: text };
  return { url, text: fileText(page) };
}

/** The heading of the first level that a page begins with, but for quotes before it; empty where something else comes first. */
function headingIn(text: string): string {
  const lines = withoutFrontmatter(text).split('\n');
  const first = lines.find((line) => !/^\s*(?:>|$)/u.test(line)) ?? '';
  return /^# +(.+?)\s*$/u.exec(first)?.[1] ?? '';
}

/** The title that a page has of its own. */
function titleIn(text: string): string {
  const block = /^\s*---\n([\s\S]*?)\n---/u.exec(text)?.[1] ?? '';
  const title = /^title:\s*(.+?)\s*$/mu.exec(block)?.[1] ?? '';
  return title.replace(/^(["'])(.*)\1$/u, '$2');
}

function failureOf(url: string, answer: PoliteAnswer): SyncFailure {
  if (answer.kind === 'failed')
    return { kind: 'failed', reason: answer.reason, remedy: '', retryAfter: answer.retryAfter };
  return failed(
    `the site's robots.txt asks not to read ${shownUrl(url)}`,
    'allow Signpost in robots.txt, or use another source',
  );
}

function failed(reason: string, remedy: string): SyncFailure {
  return { kind: 'failed', reason, remedy, retryAfter: 0 };
}
