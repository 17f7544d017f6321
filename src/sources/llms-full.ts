import { parse } from 'yaml';
import { parseUrl } from '../http/parse-url.ts';

/** A page of an `llms-full.txt`. */
export interface LlmsPage {
  /** The address that people open, absolute. */
  readonly url: string;
  /** Empty where it says none. */
  readonly title: string;
  /** Markdown, without the lines that say what page it is. */
  readonly body: string;
}

/** How a generator begins a page; `at` and `end` count lines. */
interface Start {
  readonly style: 'heading' | 'source' | 'path' | 'frontmatter';
  readonly at: number;
  /** The first line of the body. */
  readonly end: number;
  readonly title: string;
  /** As it is written. */
  readonly address: string;
}

/**
 * Parts an `llms-full.txt` into pages, as they begin with Mintlify and others (`# Title`, `Source: URL`), GitBook (`# Source: URL`),
 * Fumadocs (`# Title (/path)`, or `URL: /path` below), VitePress and Rspress (frontmatter with `url`). Only the way that most begin in
 * counts, and of absolute addresses those on the file's host, or on whichever host most have. Empty where no page says its address.
 */
export function readLlmsFull(text: string, url: string): LlmsPage[] {
  const lines = linesOf(text);
  const starts = ofOneHost(ofOneStyle(startsIn(lines)), url);
  return starts.flatMap((start, index) => {
    const address = openedUrl(start.address, url);
    const body = lines.slice(start.end, starts[index + 1]?.at).join('\n');
    return address === undefined ? [] : [{ url: address, title: start.title, body: withoutRule(body) }];
  });
}

/**
 * The pages of an `llms-full.txt` whose headings say no address, by their titles, as the plugin of Docusaurus has them (`## Title`
 * behind a rule). `titles` leads to absolute addresses.
 */
export function readTitledPages(text: string, titles: ReadonlyMap<string, string>): LlmsPage[] {
  const lines = linesOf(text);
  const inCode = codeLines(lines);
  const starts = lines.flatMap((line, at) => {
    const title = inCode.has(at) ? undefined : /^##? +(.+?)\s*$/u.exec(line)?.[1];
    const url = title === undefined ? undefined : titles.get(title);
    return title === undefined || url === undefined ? [] : [{ title, url, at }];
  });
  const seen = new Set<string>();
  const first = starts.filter(({ url }) => !seen.has(url) && seen.add(url));
  return first.map(({ title, url, at }, index) => ({
    url,
    title,
    body: withoutRule(lines.slice(at + 1, first[index + 1]?.at).join('\n')),
  }));
}

/** Where people open what an address of Markdown stands for, absolute: without `.md`, and without the name of a folder's own page. */
export function openedUrl(address: string, base: string): string | undefined {
  const url = parseUrl(address, parseUrl(base));
  if (url === undefined || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  url.hash = '';
  if (/\.mdx?$/iu.test(url.pathname))
    url.pathname = url.pathname.replace(/(?:\.html)?\.mdx?$/iu, '').replace(/(?<=\/)(?:index|README)$/u, '');
  return url.href;
}

function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/u, '').split(/\r?\n/u);
}

function startsIn(lines: readonly string[]): Start[] {
  const inCode = codeLines(lines);
  return lines.flatMap((line, at) => {
    const start = line.startsWith('---')
      ? frontmatterAt(lines, at)
      : line.startsWith('# ')
        ? headingAt(lines, at)
        : undefined;
    // Code that is never closed would hide all that follows, and hardly any has an absolute address like this.
    return start === undefined || (inCode.has(at) && !isAbsolute(start.address)) ? [] : [start];
  });
}

function isAbsolute(address: string): boolean {
  return /^https?:\/\//iu.test(address);
}

const SOURCE = /^(?:>\s*)?(URL|Source):\s*<?([^\s<>]+)>?\s*$/iu;

function headingAt(lines: readonly string[], at: number): Start | undefined {
  const title = lines[at]?.slice(2).trim() ?? '';
  const own = /^Source:\s*(\S+)$/u.exec(title)?.[1];
  if (own !== undefined) return { style: 'source', at, end: at + 1, title: '', address: own };
  const said = saidBelow(lines, at + 1);
  const [first] = said.addresses;
  if (first !== undefined)
    return {
      style: 'heading',
      at,
      end: said.end,
      title,
      address: said.addresses.find(([key]) => key === 'url')?.[1] ?? first[1],
    };
  const [, name = '', path] = /^(.*\S)\s+\(((?:\/|https?:\/\/)[^\s()]*)\)$/u.exec(title) ?? [];
  return path === undefined ? undefined : { style: 'path', at, end: at + 1, title: name, address: path };
}

/** The lines of addresses below a heading, behind one blank line at most. */
function saidBelow(
  lines: readonly string[],
  from: number,
): { readonly addresses: [string, string][]; readonly end: number } {
  let end = from;
  if (lines[end]?.trim() === '') end += 1;
  const addresses: [string, string][] = [];
  for (let line = SOURCE.exec(lines[end] ?? ''); line !== null; line = SOURCE.exec(lines[end] ?? '')) {
    const [, key = '', address = ''] = line;
    addresses.push([key.toLowerCase(), address]);
    end += 1;
  }
  return { addresses, end: addresses.length === 0 ? from : end };
}

/** No frontmatter has more lines. */
const LONGEST = 60;

function frontmatterAt(lines: readonly string[], at: number): Start | undefined {
  if (lines[at]?.trim() !== '---') return undefined;
  const length = lines.slice(at + 1, at + LONGEST).findIndex((line) => line.trim() === '---');
  const block = lines.slice(at + 1, at + 1 + length);
  if (!block.some((line) => /^(?:url|source|canonical_url):\s*\S/u.test(line))) return undefined;
  const data = readYaml(block.join('\n'));
  const address = ['canonical_url', 'url', 'source']
    .map((key) => textAt(data, key))
    .find((value) => value !== '');
  if (address === undefined) return undefined;
  return { style: 'frontmatter', at, end: at + length + 2, title: textAt(data, 'title'), address };
}

function readYaml(text: string): ReadonlyMap<string, unknown> {
  try {
    const data: unknown = parse(text, { maxAliasCount: 0 });
    return new Map<string, unknown>(typeof data === 'object' && data !== null ? Object.entries(data) : []);
  } catch {
    // No frontmatter then, but a rule.
    return new Map();
  }
}

function textAt(data: ReadonlyMap<string, unknown>, key: string): string {
  const value = data.get(key);
  return typeof value === 'string' ? value.trim() : '';
}

function ofOneStyle(starts: readonly Start[]): Start[] {
  const style = mostOf(starts.map((start) => start.style));
  return starts.filter((start) => start.style === style);
}

function ofOneHost(starts: readonly Start[], url: string): Start[] {
  const hostOf = ({ address }: Start): string => parseUrl(address, parseUrl(url))?.host ?? '';
  const hosts = starts.map(hostOf);
  const own = new URL(url).host;
  const host = hosts.includes(own) ? own : mostOf(hosts);
  return starts.filter((start) => hostOf(start) === host);
}

function mostOf<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The numbers of lines within fences. */
function codeLines(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let fence = '';
  lines.forEach((line, at) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? '';
    if (fence !== '') found.add(at);
    if (fence === '') fence = mark;
    else if (mark.startsWith(fence) && line.trim() === mark) fence = '';
  });
  return found;
}

/** Without the rule that parts it from the next page. */
function withoutRule(body: string): string {
  return body
    .trim()
    .replace(/(?:^|\n)(?:\s*---)+$/u, '')
    .trimEnd();
}
