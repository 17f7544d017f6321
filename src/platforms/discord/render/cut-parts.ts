import { SIGN, cutAt, cutLines, longest } from '../../cut-text.ts';
import { markdownOf } from './parts.ts';
import type { CodePart, Part, TextPart } from './parts.ts';
import { textRuns, tidy } from './runs.ts';
import type { Run } from './runs.ts';

export interface CutParts {
  readonly parts: readonly Part[];
  /** True when something was left out. */
  readonly cut: boolean;
}

/**
 * The first parts that fit into so many characters of Markdown. What does not fit is cut from its end: lines of code, then
 * sentences or words; never within a link or a mark, and fences are always closed.
 */
export function cutParts(parts: readonly Part[], room: number): CutParts {
  const fits = (some: readonly Part[]): boolean => markdownOf(some).length <= room;
  if (fits(parts)) return { parts, cut: false };
  const count = longest(parts.length - 1, (number) => fits(parts.slice(0, number)));
  const taken = parts.slice(0, count);
  const next = parts[count];
  const last = next === undefined ? undefined : cutPart(next, (part) => fits([...taken, part]));
  return { parts: last === undefined ? taken : [...taken, last], cut: true };
}

type Fits = (part: Part) => boolean;

function cutPart(part: Part, fits: Fits): Part | undefined {
  return part.kind === 'code' ? cutCode(part, fits) : cutParagraph(part, fits);
}

function cutCode(part: CodePart, fits: Fits): CodePart | undefined {
  const text = cutLines(part.text, (beginning) => fits({ ...part, text: beginning }));
  return text === undefined ? undefined : { ...part, text };
}

/** At a sentence or a word that stands in no link and no code. */
function cutParagraph(part: TextPart, fits: Fits): TextPart | undefined {
  const sign = textRuns(` ${SIGN}`);
  const text = part.runs.map((run) => masked(run)).join('');
  const most = longest(text.length, (end) =>
    fits({ ...part, runs: [...firstRuns(part.runs, end), ...sign] }),
  );
  const cut = cutAt(text, most);
  const runs = cut === undefined ? [] : tidy(firstRuns(part.runs, cut.end));
  if (cut === undefined || runs.length === 0) return undefined;
  const signed = { ...part, runs: tidy([...runs, ...textRuns(cut.sign)]) };
  return fits(signed) ? signed : undefined;
}

/** The text of a run, without places to cut it where it must not be. */
function masked({ text, url, style }: Run): string {
  return url !== undefined || style.code === true ? 'x'.repeat(text.length) : text;
}

/** The first characters of some runs; a link or code is there as a whole or not at all. */
function firstRuns(runs: readonly Run[], end: number): Run[] {
  const taken: Run[] = [];
  let left = end;
  for (const run of runs) {
    if (run.text.length <= left) taken.push(run);
    else if (run.url === undefined && run.style.code !== true && left > 0)
      taken.push({ ...run, text: run.text.slice(0, left) });
    if (run.text.length >= left) break;
    left -= run.text.length;
  }
  return taken;
}
