import type { Line } from './python-markdown-lines.ts';

/** Stands for what is not parsed any more: a fence, or HTML. */
export const STASHED = '\uE002wzxhzdk\uE003';

const PLAIN_FENCE = /^(~{3,}|`{3,}) *(?:\{[^}\n]*\}|\.?[\w#.+-]* *(?:hl_lines=(?:"[^\n]*?"|'[^\n]*?') *)?)$/u;

/**
 * Takes out fences as `markdown/extensions/fenced_code.py` does: only at the beginning of a line, only where nothing unknown stands
 * behind the fence, and only where it ends.
 */
export function withoutFences(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? { text: '', at: 0 };
    const fence = PLAIN_FENCE.exec(line.text)?.[1];
    const end = fence === undefined ? -1 : closingLine(lines, index + 1, fence);
    if (end === -1) result.push(line);
    else {
      result.push({ text: '', at: line.at }, { text: STASHED, at: line.at }, { text: '', at: line.at });
      index = end;
    }
  }
  return result;
}

function closingLine(lines: readonly Line[], from: number, fence: string): number {
  for (let index = from; index < lines.length; index += 1)
    if (closes(lines[index]?.text ?? '', fence)) return index;
  return -1;
}

function closes(text: string, fence: string): boolean {
  return text.startsWith(fence) && text.slice(fence.length).trim() === '';
}

const NESTED_FENCE =
  /^(~{3,}|`{3,})[ \t]*(?:(?:\{[^}\n]*\})?|\.?[\w#.+-]*[ \t]*((?:\b[a-zA-Z]\w*(?:=".*?"|='.*?')?[ \t]*)*))[ \t]*$/u;
/** Options that the highlighter takes; another makes it no fence. */
const OPTIONS = /^(?:(?:hl_lines|linenums|title)=(?:".*?"|'.*?')[ \t]*)*$/u;

interface OpenFence {
  readonly index: number;
  readonly prefix: string;
  readonly quotes: number;
  readonly fence: string;
}

/** Takes out fences as `pymdownx/superfences.py` does: also within lists, quotes and what is indented. */
export function withoutSuperFences(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let open: OpenFence | undefined;
  for (const [index, line] of lines.entries()) {
    result.push(line);
    if (open === undefined) {
      open = openFence(line.text, result.length - 1);
      continue;
    }
    switch (within(line.text, open)) {
      case 'content':
        break;
      case 'end':
        result.splice(open.index, result.length, {
          text: `${open.prefix}${STASHED}`,
          at: lines[index]?.at ?? 0,
        });
        open = undefined;
        break;
      case 'none':
        open = undefined;
    }
  }
  return result;
}

function openFence(text: string, index: number): OpenFence | undefined {
  const prefix = /^[> ]*/u.exec(text)?.[0] ?? '';
  const found = NESTED_FENCE.exec(text.slice(prefix.length));
  if (found === null || !OPTIONS.test(found[2] ?? '')) return undefined;
  return { index, prefix, quotes: prefix.split('>').length - 1, fence: found[1] ?? '' };
}

/** What a line is to the fence that is open: `none` says that there is no fence after all. */
function within(text: string, { prefix, quotes, fence }: OpenFence): 'content' | 'end' | 'none' {
  const own = /^[> ]*/u.exec(text)?.[0].slice(0, prefix.length) ?? '';
  const content = text.slice(own.length);
  const level = own.split('>').length - 1;
  if (level > quotes) return 'none';
  if (`${own}${content}`.replace(/>/gu, quotes > 0 ? '' : '>').trim() === '') return 'content';
  if (own.length < prefix.length) return 'none';
  return closes(content, fence) && !content.startsWith(' ') ? 'end' : 'content';
}

/** Whether a text may have fences that only one of the two knows. */
export function mayDifferInFences(body: string): boolean {
  return /^[> \t]+(?:`{3}|~{3})|^(?:`{3,}|~{3,}).*[ =]/mu.test(body);
}

/** Whether a fence has options that only `pymdownx.superfences` takes, so that the site has that. */
export function hasOptions(body: string): boolean {
  return /^(?:`{3,}|~{3,}) *\.?[\w#.+-]* +(?:(?:title|linenums)=(?:"[^"\n]*"|'[^'\n]*') *|hl_lines="[^"\n]*" *)+$/mu.test(
    body,
  );
}
