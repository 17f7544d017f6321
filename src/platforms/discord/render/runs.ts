import { SIGN } from '../../cut-text.ts';
import { isVisible } from '../../literal.ts';
import { NOTHING, codeSpan, escapeText } from './escape.ts';

/** A stretch of a line in one style: a text, a code, or a link whose text may be styled. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  /** Safe to stand in a link; undefined for no link. */
  readonly url?: string | undefined;
}

export interface Style {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
  readonly code?: boolean;
}

/** What within code would be taken for the end of the style around it: Discord looks for that before it looks for code. */
const BREAKS_STYLE = /[*_~\\|`]/u;

/** A literal text in one style; none for an empty text. */
export function textRuns(text: string, style: Style = {}): Run[] {
  return text === '' ? [] : [{ text, style }];
}

/** The runs as Discord's Markdown. All their text shows as it is written. */
export function drawn(runs: readonly Run[]): string {
  return linksOf(tidy(runs))
    .map(({ url, runs: some }) => (url === undefined ? inStyles(some) : link(some, url)))
    .join('');
}

interface Stretch {
  readonly url: string | undefined;
  readonly runs: Run[];
}

/** Runs that stand in one link, or in none. */
function linksOf(runs: readonly Run[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const run of runs) {
    const last = stretches.at(-1);
    if (last !== undefined && last.url === run.url) last.runs.push(run);
    else stretches.push({ url: run.url, runs: [run] });
  }
  return stretches;
}

/** Marks of two runs that touch would be read as others: `**a****b**`. Plain text ends in no mark, only in escaped ones. */
function inStyles(runs: readonly Run[]): string {
  let all = '';
  let endsInMark = false;
  for (const { text, style } of runs) {
    const next = styled(text, style);
    const touches = endsInMark && /[*_~`]/u.test(next[0] ?? '') && all.at(-1) === next[0];
    all += touches ? NOTHING + next : next;
    endsInMark = Object.values(style).some((isOn) => isOn === true);
  }
  return all;
}

/** Runs without white space at both ends, and with neighbours of one style and address joined; none where nothing is seen. */
export function tidy(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && belongTogether(last, run))
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '') joined.push(run);
  }
  return isVisible(textOf(joined)) ? trimmed(joined) : [];
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function belongTogether(one: Run, other: Run): boolean {
  const key = ({ style, url }: Run): string =>
    JSON.stringify([url, style.bold, style.italic, style.strike, style.code].map((part) => part ?? false));
  return key(one) === key(other);
}

function trimmed(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text }) => text.trim() !== '');
  const last = runs.findLastIndex(({ text }) => text.trim() !== '');
  return runs.slice(first, last + 1).map((run, number, { length }) => {
    const start = number === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: number === length - 1 ? start.trimEnd() : start };
  });
}

/** Every line by itself, and the white space around the marks: `** a**` is no bold. */
function styled(text: string, style: Style): string {
  return text
    .split('\n')
    .map((line) => {
      const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(line) ?? [];
      return before + styledLine(inner, style) + after;
    })
    .join('\n');
}

function styledLine(text: string, { bold, italic, strike, code }: Style): string {
  if (!isVisible(text)) return code === true ? '' : escapeText(text);
  const content = code === true ? codeSpan(text) : escapeText(text);
  if (code === true && BREAKS_STYLE.test(text)) return content;
  const slanted = italic === true ? mark(content, bold === true ? '_' : '*') : content;
  const strong = bold === true ? mark(slanted, '**') : slanted;
  return strike === true ? mark(strong, '~~') : strong;
}

/** With `<` and `>`, nothing of it is shown as a preview. An address that is its own text is shown once. */
function link(runs: readonly Run[], url: string): string {
  const text = textOf(runs);
  const [, before = '', after = ''] = /^(\s*).*?(\s*)$/su.exec(text) ?? [];
  if (!isVisible(text)) return text;
  if (text.trim() === url) return `${before}<${url}>${after}`;
  const isMatched = /^[^[\]]*(?:\[[^[\]]*\][^[\]]*)*$/u.test(text);
  const shown = runs.map((run) => ({ ...run, text: linkText(run.text, isMatched) }));
  const inner = inStyles(shown).trim();
  return `${before}[${inner === '' ? SIGN : inner}](<${url}>)${after}`;
}

/** Discord takes a link with an address in its text, or with brackets that do not match, for no link. */
function linkText(text: string, isMatched: boolean): string {
  const plain = text.replace(/\b[a-z][a-z\d+.-]*:\/\/+/giu, '');
  return isMatched ? plain : plain.replaceAll('[', '(').replaceAll(']', ')');
}

function mark(text: string, sign: string): string {
  return sign + text + sign;
}
