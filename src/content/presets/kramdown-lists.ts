import { isHtmlEnd } from './kramdown-html.ts';
import type { KramdownLine } from './kramdown-blocks.ts';

/** The items of a list, each as the lines of its content, without their indentation. */
export interface KramdownItems {
  readonly contents: readonly (readonly KramdownLine[])[];
  /** Index of the first line behind the list. */
  readonly end: number;
  /** Whether its last line is blank. */
  readonly endsBlank: boolean;
}

const MARKER = /^( {0,3}(?:[+*-]|\d+\.|:))([\t ].*|\|.*)$/u;

const LIST = /^ {0,3}(?:[+*-]|\d+\.)[\t |]/u;

/** Reads the list that begins at a line; undefined where none does. Source: `parse_list` in kramdown's `parser/kramdown/list.rb`. */
export function listItems(lines: readonly KramdownLine[], first: number): KramdownItems | undefined {
  const kind = kindOf(MARKER.exec(lines[first]?.text ?? '')?.[1]);
  if (kind === undefined) return undefined;
  const contents: KramdownLine[][] = [];
  let indentation = 4;
  let isAfterBlank = false;
  let holdsList = false;
  let at = first;
  for (; at < lines.length; at += 1) {
    const { text = '', line = 0 } = lines[at] ?? {};
    if (isAfterBlank && /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/u.test(text)) break;
    if (/^\^\s*$/u.test(text)) break;
    const started =
      at === first || indentOf(text) < indentation
        ? itemAt(text, kind, at === first ? 4 : indentation)
        : undefined;
    const content = contentOf(text, indentation, isAfterBlank);
    if (started !== undefined) {
      indentation = started.indentation;
      contents.push([{ text: started.text, line }]);
    } else if (content === undefined) break;
    else {
      // What begins a list behind a list within the item belongs to that.
      const isDeeper = holdsList && indentOf(text) < indentation && LIST.test(content);
      contents.at(-1)?.push({ text: isDeeper ? ' '.repeat(indentation + 4) + content : content, line });
    }
    isAfterBlank = text.trim() === '';
    if (started !== undefined) holdsList = LIST.test(started.text);
    else if (isAfterBlank || LIST.test(content ?? '')) holdsList = true;
  }
  return { contents, end: at, endsBlank: isAfterBlank };
}

type Kind = 'bullet' | 'number' | 'definition';

function kindOf(marker: string | undefined): Kind | undefined {
  if (marker === undefined) return undefined;
  return /\d/u.test(marker) ? 'number' : marker.endsWith(':') ? 'definition' : 'bullet';
}

interface Item {
  readonly text: string;
  /** Columns in front of its content. */
  readonly indentation: number;
}

/** A further item may be indented less than the content of the one before. */
function itemAt(text: string, kind: Kind, before: number): Item | undefined {
  const [, marker, rest = ''] = MARKER.exec(text) ?? [];
  if (marker === undefined || kindOf(marker) !== kind || indentOf(text) > Math.min(3, before - 1))
    return undefined;
  if (rest.trim() === '') return { text: '', indentation: 4 };
  const spaced = withoutTabs(rest, marker.length);
  const content = spaced.trimStart();
  return { text: content, indentation: marker.length + spaced.length - content.length };
}

/** Tabs at the beginning as the spaces up to the next multiple of four columns. */
function withoutTabs(text: string, column: number): string {
  let spaces = '';
  let at = 0;
  for (; text[at] === ' ' || text[at] === '\t'; at += 1)
    spaces += text[at] === ' ' ? ' ' : ' '.repeat(4 - ((column + spaces.length) % 4));
  return spaces + text.slice(at);
}

function indentOf(text: string): number {
  const spaced = withoutTabs(text, 0);
  return spaced.length - spaced.trimStart().length;
}

/** A line as part of an item; one that follows text may be indented less. Undefined where it is none. */
function contentOf(text: string, indentation: number, isAfterBlank: boolean): string | undefined {
  if (text.trim() === '') return '';
  const spaced = withoutTabs(text, 0);
  if (indentOf(text) >= indentation) return spaced.slice(indentation);
  const isEnd = isHtmlEnd(text) || /^ {0,3}\{:(?![:/])[^}]+\}\s*$/u.test(text);
  return isAfterBlank || isEnd ? undefined : spaced;
}
