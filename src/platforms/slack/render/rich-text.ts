import type { types } from '@slack/bolt';
import { isVisible } from '../../literal.ts';
import { LIMITS } from './limits.ts';

/** Slack's rich text, but only those of its elements that are literal: nothing in them is parsed, so nothing pings. */
export interface RichText {
  readonly type: 'rich_text';
  elements: RichTextPart[];
}

export type RichTextPart = Section | List | Quote | Preformatted;
export type Style = NonNullable<types.RichTextText['style']>;
export type Run = types.RichTextText | types.RichTextLink;

export interface Section {
  readonly type: 'rich_text_section';
  elements: Run[];
}

export interface List {
  readonly type: 'rich_text_list';
  readonly style: 'bullet' | 'ordered';
  readonly indent: number;
  /** How many numbers are left out before the first item: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
  readonly offset?: number;
  /** 1 draws the bar of a quote. */
  readonly border?: 0 | 1;
  elements: Section[];
}

export interface Quote {
  readonly type: 'rich_text_quote';
  elements: Run[];
}

export interface Preformatted {
  readonly type: 'rich_text_preformatted';
  readonly border?: 0 | 1;
  elements: types.RichTextText[];
}

export function richText(elements: readonly RichTextPart[]): RichText {
  return { type: 'rich_text', elements: [...elements] };
}

/** A block of one paragraph. */
export function paragraph(runs: readonly Run[]): RichText {
  return richText([section(runs)]);
}

export function section(runs: readonly Run[]): Section {
  return { type: 'rich_text_section', elements: [...runs] };
}

/** A text in one style, as runs within Slack's limit; none for an empty text. */
export function textRuns(text: string, style: Style = {}): types.RichTextText[] {
  return pieces(text).map((piece) => ({ type: 'text', text: piece, ...styled(style) }));
}

/** A link; its text is the address where it has none that can be seen. */
export function linkRun(url: string, text: string, style: Style = {}): types.RichTextLink {
  const [shown = url] = pieces(isVisible(text) ? text : url);
  return { type: 'link', url, text: shown, ...styled(style) };
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text = '' }) => text).join('');
}

/** Runs without white space at both ends, and with neighbours of one style and address joined; none where nothing can be seen. */
export function tidy(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && belongTogether(last, run))
      joined[joined.length - 1] = { ...last, text: (last.text ?? '') + (run.text ?? '') };
    else joined.push(run);
  }
  return isVisible(textOf(joined)) ? trimmed(joined) : [];
}

function belongTogether(one: Run, other: Run): boolean {
  const isShort = (one.text ?? '').length + (other.text ?? '').length <= LIMITS.section;
  const leads = ({ type, style, ...run }: Run): string =>
    JSON.stringify([type, style, 'url' in run && run.url]);
  return isShort && leads(one) === leads(other);
}

function trimmed(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text = '' }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text = '' }) => text.trim() !== '');
  return runs.slice(first, last + 1).map((run, number, { length }) => {
    const text = run.text ?? '';
    const start = number === 0 ? text.trimStart() : text;
    return { ...run, text: number === length - 1 ? start.trimEnd() : start };
  });
}

function styled(style: Style): { style?: Style } {
  return Object.keys(style).length === 0 ? {} : { style };
}

/** Never within a character. */
function pieces(text: string): string[] {
  const found: string[] = [];
  for (let start = 0; start < text.length;) {
    const piece = text.slice(start, start + LIMITS.section);
    const whole = start + piece.length < text.length ? piece.replace(/[\uD800-\uDBFF]$/u, '') : piece;
    found.push(whole);
    start += whole.length;
  }
  return found;
}
