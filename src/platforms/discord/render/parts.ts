import { atLineStart, fenceLanguage, fenced } from './escape.ts';
import { drawn } from './runs.ts';
import type { Run } from './runs.ts';

/** What stands between two others, from Markdown. */
export type Part = TextPart | CodePart;

/** A paragraph, a heading, an item, or a paragraph of a quote. */
export interface TextPart {
  readonly kind: 'text';
  readonly runs: readonly Run[];
  /** Before the first line, such as `- `. */
  readonly first: string;
  /** Before each further line. */
  readonly rest: string;
  /** Whether it follows the text before it without an empty line: items, and lines of a quote. */
  readonly joins: boolean;
}

/** Code in a fence, at the left of everything: Discord knows no fences in lists and quotes. */
export interface CodePart {
  readonly kind: 'code';
  readonly text: string;
  /** A name that Discord may know; empty for none. */
  readonly language: string;
}

export function codePart(text: string, language = ''): CodePart {
  return { kind: 'code', text, language: fenceLanguage(language) ?? '' };
}

/** Discord's Markdown. */
export function markdownOf(parts: readonly Part[]): string {
  return parts.map((part, number) => gap(parts[number - 1], part) + partText(part)).join('');
}

/** What it takes of a message, with what stands between it and the part before. */
export function partText(part: Part): string {
  if (part.kind === 'code') return fenced(part.text, part.language);
  const [start = '', ...others] = atLineStart(drawn(part.runs)).split('\n');
  return [part.first + start, ...others.map((line) => part.rest + line)].join('\n');
}

function gap(before: Part | undefined, part: Part): string {
  if (before === undefined) return '';
  const isClose = before.kind === 'code' || part.kind === 'code' || part.joins;
  return isClose ? '\n' : '\n\n';
}
