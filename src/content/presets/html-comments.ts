import { isFence } from '../../core/blocks.ts';

/** Makes something else of a comment; `before` and `after` are the rests of the lines on which it begins and ends. */
export type MapComment = (comment: string, before: string, after: string) => string;

const TOKEN = /\\[^\n]|`+|<!--|\n|[^\\`<\n]+|[\\<]/uy;

/** Maps the HTML comments of a text; what stands in code is none. */
export function mapComments(text: string, map: MapComment): string {
  if (!text.includes('<!--')) return text;
  const done: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = isLineStart(text, at) ? endOfFence(text, at) : undefined;
    const length = end === undefined ? tokenLength(text, at) : end - at;
    const piece = text.slice(at, at + length);
    done.push(piece.startsWith('<!--') && length > 4 ? mapped(piece, { text, at, map }) : piece);
    at += length;
  }
  return done.join('');
}

interface Place {
  readonly text: string;
  readonly at: number;
  readonly map: MapComment;
}

function mapped(comment: string, { text, at, map }: Place): string {
  const end = at + comment.length;
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return map(comment, before, text.slice(end, lineEnd(text, end)));
}

/** The length of what begins at a place: a comment and a span of code in full. */
function tokenLength(text: string, at: number): number {
  TOKEN.lastIndex = at;
  const token = TOKEN.exec(text)?.[0] ?? text.slice(at, at + 1);
  if (token === '<!--') {
    const end = text.indexOf('-->', at + 4);
    return end === -1 ? token.length : end + 3 - at;
  }
  return token.startsWith('`') ? (spanLength(text, at, token) ?? token.length) : token.length;
}

/** The length of a span of code, which ends with as many backticks in the same paragraph; undefined where it does not. */
function spanLength(text: string, at: number, ticks: string): number | undefined {
  const paragraph = /\n[ \t]*\n/u.exec(text.slice(at, at + LONGEST_SPAN))?.index ?? LONGEST_SPAN;
  const rest = text.slice(at + ticks.length, at + paragraph);
  const closing = new RegExp(`(?<!\`)${ticks}(?!\`)`, 'u').exec(rest);
  return closing === null ? undefined : ticks.length + closing.index + ticks.length;
}

const LONGEST_SPAN = 5000;

const FENCE = /^[ \t]*(`{3,}|~{3,})/u;

/** Where the fence ends that a line opens; undefined for any other line. A component or list may have indented it. */
function endOfFence(text: string, at: number): number | undefined {
  const end = lineEnd(text, at);
  const line = text.slice(at, end);
  const opening = isFence(line.trimStart()) ? FENCE.exec(line)?.[1] : undefined;
  if (opening === undefined) return undefined;
  const closing = new RegExp(`^[ \\t]*${opening[0]}{${opening.length},}[ \\t]*$`, 'gmu');
  closing.lastIndex = end;
  const found = closing.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}
