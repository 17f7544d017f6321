import { pairShortcodes, shortcodeTags } from './hugo-shortcodes.ts';
import type { Shortcode, ShortcodeTag } from './hugo-shortcodes.ts';
import { createLineAt } from './line-at.ts';
import { proseLines } from './prose-lines.ts';
import { writeContainers } from './write-containers.ts';
import type { Container } from './write-containers.ts';

/** Shortcodes whose inside is code, or at least no Markdown. */
const CODE = /^(?:code|highlight|mermaid|chroma|raw|katex|math|latex|console)/iu;
/** Shortcodes whose inside nobody sees. */
const HIDDEN = /^comment$/iu;
const LINKS = new Set(['ref', 'relref']);
/** What a reader sees of a shortcode, the most telling first. */
const LABELS = ['title', 'name', 'header', 'label', 'tabName', 'summary', 'text', 'caption'];
const SHOWN = ['text', 'caption', 'title', 'alt', 'label'];
/** Shortcodes whose first parameter is their label. */
const TITLED = /^(?:tab|expand|details|accordion|step|card|collapse)/iu;

/** Shortcodes as directives, fenced code, links and text. */
export function unifyHugo(body: string): string {
  if (!body.includes('{{')) return body;
  const lines = body.split('\n');
  const isProse = proseLines(lines);
  const lineOf = createLineAt(body);
  const tags = shortcodeTags(body);
  const inProse = tags.filter(({ start, isShown }) => !isShown && isProse[lineOf(start)] === true);
  const blocks = pairShortcodes(inProse).flatMap((one) => blockOf(one, { body, lineOf }));
  const written = writeTags(body, tags, (tag) => textOf(tag, isProse[lineOf(tag.start)] === true));
  return writeBlocks(written.split('\n'), blocks);
}

interface Block {
  readonly kind: 'code' | 'hidden' | 'container';
  readonly container: Container;
  /** The last of the lines that its opening tag stands on. */
  readonly opened: number;
  readonly language: string;
}

interface Text {
  readonly body: string;
  lineOf(offset: number): number;
}

/** A shortcode whose tags stand on lines of their own. */
function blockOf({ open, close }: Shortcode, { body, lineOf }: Text): Block[] {
  if (close === undefined) return [];
  const indent = indentBefore(body, open);
  if (indent === undefined || indentBefore(body, close) === undefined) return [];
  const { name, parameters, positional } = open;
  const first = lineOf(open.start);
  const opened = lineOf(open.end - 1);
  const last = lineOf(close.start);
  if (opened >= last) return [];
  const label = firstOf(parameters, LABELS) ?? (TITLED.test(name) ? positional[0] : undefined) ?? '';
  const kind = HIDDEN.test(name) ? 'hidden' : CODE.test(name) ? 'code' : 'container';
  const language = parameters.get('lang') ?? parameters.get('language') ?? positional[0] ?? '';
  return [{ kind, container: { first, last, indent, name, label }, opened, language }];
}

/** The white space in front of a tag; undefined where anything else stands beside it. */
function indentBefore(body: string, { start, end }: ShortcodeTag): string | undefined {
  const before = body.slice(body.lastIndexOf('\n', start - 1) + 1, start);
  const next = body.indexOf('\n', end);
  const after = body.slice(end, next === -1 ? body.length : next);
  return before.trim() === '' && after.trim() === '' ? before : undefined;
}

function writeBlocks(lines: string[], blocks: readonly Block[]): string {
  const isTaken = lines.map(() => false);
  const containers: Container[] = [];
  for (const { kind, container, opened, language } of blocks) {
    const { first, last, indent } = container;
    if (isTaken[first] === true) continue;
    lines.fill('', first, opened + 1);
    if (kind === 'container') {
      containers.push({ ...container, first: opened });
      continue;
    }
    isTaken.fill(true, first, last + 1);
    if (kind === 'hidden') lines.fill('', first, last + 1);
    else writeFence(lines, { first: opened, last, indent, language });
  }
  writeContainers(lines, containers);
  return lines.join('\n');
}

interface Fence {
  readonly first: number;
  readonly last: number;
  readonly indent: string;
  readonly language: string;
}

function writeFence(lines: string[], { first, last, indent, language }: Fence): void {
  const longest = Math.max(
    2,
    ...lines.slice(first, last).map((line) => /`{3,}/u.exec(line)?.[0].length ?? 0),
  );
  const fence = `${indent}${'`'.repeat(longest + 1)}`;
  lines[first] = `${fence}${/^[\w+#-]+$/u.test(language) ? language : ''}`;
  lines[last] = fence;
}

/** A text with each tag replaced; line breaks within a tag stay. */
function writeTags(
  body: string,
  tags: readonly ShortcodeTag[],
  write: (tag: ShortcodeTag) => string | undefined,
): string {
  let at = 0;
  const parts: string[] = [];
  for (const tag of tags) {
    const old = body.slice(tag.start, tag.end);
    const text = write(tag);
    parts.push(
      body.slice(at, tag.start),
      text === undefined ? old : text.replace(/\n/gu, ' ') + old.replace(/[^\n]/gu, ''),
    );
    at = tag.end;
  }
  return parts.join('') + body.slice(at);
}

/** What stands for a tag in a text; undefined where it stays as it is. */
function textOf(tag: ShortcodeTag, isProse: boolean): string | undefined {
  if (tag.isShown) return shownTag(tag);
  if (!isProse) return undefined;
  if (tag.isClosing) return '';
  if (LINKS.has(tag.name)) return tag.positional[0] ?? tag.parameters.get('path') ?? '';
  return firstOf(tag.parameters, SHOWN) ?? (tag.name === 'heading' ? (tag.positional[0] ?? '') : '');
}

/** `{{</* note *\/>}}` as the page shows it. */
function shownTag({ isMarkdown, isClosing, name, parameters, positional }: ShortcodeTag): string {
  const [open, close] = isMarkdown ? ['{{%', '%}}'] : ['{{<', '>}}'];
  const named = [...parameters].map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  const bare = positional.map((value) => (/^[\w./-]+$/u.test(value) ? value : JSON.stringify(value)));
  return [open, `${isClosing ? '/' : ''}${name}`, ...bare, ...named, close].join(' ');
}

function firstOf(parameters: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
  return keys.map((key) => parameters.get(key)).find((value) => value !== undefined && value !== '');
}
