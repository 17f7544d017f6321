import { Parser } from 'htmlparser2';
import type { Frontmatter } from './frontmatter.ts';
import { isTooDeepHtml } from './html-limits.ts';

/** The line that a mirror puts before a page that it has copied. */
const BASE_LINE = /^\uFEFF?<base href="([^"\n]*)">(?:\n|$)/u;

/**
 * What an HTML page says of itself, as if it were frontmatter: `title`, `description`, `keywords`, `hidden` (where it asks robots not
 * to index it, or leads on to another page) and `slug`, the absolute URL in the `<base href="…">` that the file's first line is where
 * a mirror made it. The body is what comes behind that line. Any text at all is a page.
 */
export function readHtmlFile(text: string): Frontmatter {
  const line = BASE_LINE.exec(text);
  const body = text.slice(line?.[0].length ?? 0);
  const url = (line?.[1] ?? '').replaceAll('&amp;', '&');
  const slug = URL.canParse(url) ? { slug: url } : {};
  return { data: { ...metadataIn(body), ...slug }, body, offset: line === null ? 0 : 1, problem: undefined };
}

interface Found {
  readonly meta: Map<string, string>;
  title: string;
  /** Of the first heading of level 1 within the main content, and of the first one outside of what stands around it. */
  mainHeading: string;
  heading: string;
  leadsOn: boolean;
  hasMain: boolean;
}

function metadataIn(html: string): Record<string, unknown> {
  const found = isTooDeepHtml(html) ? NOTHING : readTags(html);
  const { meta } = found;
  const robots = `${meta.get('robots') ?? ''},${meta.get('googlebot') ?? ''}`.toLowerCase();
  const title = titleOf(found);
  const description = meta.get('description') || meta.get('og:description') || '';
  const keywords = (meta.get('keywords') ?? '').split(',').flatMap((word) => word.trim() || []);
  return {
    ...(title === '' ? {} : { title }),
    ...(description === '' ? {} : { description }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(/\bno(?:index|ne)\b/u.test(robots) || found.leadsOn ? { hidden: true } : {}),
  };
}

const NOTHING: Found = {
  meta: new Map(),
  title: '',
  mainHeading: '',
  heading: '',
  leadsOn: false,
  hasMain: false,
};

/** Where a page's own text is, and where it is not. */
const INSIDE = new Set(['main', 'article']);
const OUTSIDE = new Set(['header', 'nav', 'aside', 'footer']);
/** Elements in a heading that are no text of it. */
const SILENT = new Set(['button', 'script', 'style', 'svg', 'template']);

interface Open {
  readonly name: string;
  readonly isMain: boolean;
}

function readTags(html: string): Found {
  const found: Found = { ...NOTHING, meta: new Map() };
  const open: Open[] = [];
  let [silent, text, isTitleRead] = [0, '', false];
  const reader = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'meta') readMeta(attributes, found);
      if (name === 'h1' || name === 'title') text = '';
      if (SILENT.has(name)) silent += 1;
      const isMain = INSIDE.has(name) || attributes['role'] === 'main';
      found.hasMain ||= isMain;
      open.push({ name, isMain });
    },
    ontext: (part) => {
      if (silent === 0) text += part;
    },
    onclosetag: (name) => {
      open.pop();
      if (SILENT.has(name)) silent -= 1;
      if (name === 'h1') keepHeading(oneLine(text), open, found);
      // Pictures have titles too.
      if (name === 'title' && silent === 0 && !isTitleRead) {
        found.title = oneLine(text);
        isTitleRead = true;
      }
    },
  });
  reader.end(html);
  return found;
}

function readMeta(attributes: Readonly<Record<string, string>>, found: Found): void {
  const { content = '' } = attributes;
  const name = (attributes['name'] ?? attributes['property'] ?? '').toLowerCase();
  if (name !== '' && !found.meta.has(name)) found.meta.set(name, oneLine(content));
  const isRefresh = attributes['http-equiv']?.toLowerCase() === 'refresh';
  if (isRefresh && /^[\s\d.]*[;,]\s*(?:url\s*=)?\s*\S/iu.test(content)) found.leadsOn = true;
}

function keepHeading(heading: string, open: readonly Open[], found: Found): void {
  const isMain = open.some((element) => element.isMain);
  if (isMain) found.mainHeading ||= heading;
  else if (!open.some(({ name }) => OUTSIDE.has(name))) found.heading ||= heading;
}

/** Without the sign of a link to it. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\u00A0]+/gu, ' ')
    .replace(/[\s\u200B#¶§🔗]+$/u, '')
    .replace(/^[\s\u200B#¶§🔗]+(?=\S)/u, '')
    .trim();
}

/** A heading outside of the main content is the site's. */
function titleOf({ mainHeading, heading, hasMain, meta, title }: Found): string {
  const named = withoutSite(meta.get('og:title') || title, meta);
  return mainHeading || (hasMain ? named : heading || named);
}

const SEPARATOR = /\s+[|·•—–-]\s+|\s*::\s*/u;

/** `Install | Acme Docs` is “Install”; of Doxygen, `Acme: Install` is, and of Javadoc, `Install (Acme API)`. */
function withoutSite(title: string, meta: ReadonlyMap<string, string>): string {
  const generator = meta.get('generator') ?? '';
  if (/^Doxygen\b/u.test(generator)) return title.replace(/^[^:]+: (?=\S)/u, '');
  if (/^javadoc\b/u.test(generator)) return title.replace(/(?<=\S) \([^()]*\)$/u, '');
  const site = meta.get('og:site_name') || meta.get('application-name') || '';
  const parts = title.split(SEPARATOR).filter((part) => part !== '');
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return title;
  if (parts.includes(site)) return parts.filter((part) => part !== site).join(' - ');
  return rest.length === 1 ? first : parts.slice(0, -1).join(' - ');
}
