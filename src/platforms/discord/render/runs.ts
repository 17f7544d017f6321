import { NOTHING, codeSpan, escapeText } from './escape.ts';
import { isVisible, literal } from '../../literal.ts';

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
  const shown = tidy(runs);
  return shown.map((run) => drawnRun(run)).reduce((all, next) => all + between(all, next) + next, '');
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

function drawnRun({ text, style, url }: Run): string {
  return url === undefined ? styled(text, style) : link(text, url, style);
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

function mark(text: string, sign: string): string {
  return sign + text + sign;
}

/** With `<` and `>`, nothing of it is shown as a preview. An address that is its own text is shown once. */
function link(text: string, url: string, style: Style): string {
  const shown = literal(text).trim();
  if (!isVisible(shown) || shown === url) return `<${url}>`;
  return `[${styled(linkText(shown), style)}](<${url}>)`;
}

/** Discord takes a link with an address in its text, or with brackets that do not match, for no link. */
function linkText(text: string): string {
  const plain = text.replace(/\b[a-z][a-z\d+.-]*:\/\/+/giu, '');
  const isMatched = /^[^[\]]*(?:\[[^[\]]*\][^[\]]*)*$/u.test(plain);
  const matched = isMatched ? plain : plain.replaceAll('[', '(').replaceAll(']', ')');
  return isVisible(matched) ? matched : '…';
}

/** Marks of two runs that touch would be read as others: `**a****b**`. */
function between(before: string, after: string): string {
  const [last, first] = [before.at(-1) ?? '', after[0] ?? ''];
  return last === first && /[*_~`]/u.test(last) && !before.endsWith(`\\${last}`) ? NOTHING : '';
}
