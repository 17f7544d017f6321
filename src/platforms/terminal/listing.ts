import type { Page } from '../../core/page.ts';
import { describeProblem } from '../../core/problem.ts';
import type { Problem } from '../../core/problem.ts';
import { textLines } from './markdown.ts';
import { printable } from './printable.ts';
import { canvasOf } from './render.ts';
import type { TerminalOptions } from './render.ts';
import { paint, styled } from './styled.ts';

/** What `sections --json` prints, one object a line. */
export interface JsonSection {
  readonly collection: string;
  readonly file: string;
  readonly heading: string;
  readonly level: number;
  readonly line: number;
  readonly url: string;
  readonly id: string;
}

export function sectionRows(pages: readonly Page[]): JsonSection[] {
  return pages.flatMap(({ collection, file, sections }) =>
    sections.map(({ heading, level, line, url, id }) => ({
      collection,
      file,
      heading,
      level,
      line,
      url,
      id,
    })),
  );
}

/** What `sections` prints: each file, and below it its sections, indented by level, with id and address. */
export function renderSections(pages: readonly Page[], options: TerminalOptions): string {
  const canvas = canvasOf(options);
  return pages
    .map(({ collection, file, sections }) => {
      const name = paint(styled(printable(`${collection}: ${file}`), 'bold'), canvas);
      const lines = sections.map(({ heading, level, url, id }) => {
        const place = paint(styled(printable(`${id}  ${url}`), 'dim'), canvas);
        return `${'  '.repeat(Math.max(1, level))}${printable(heading)}  ${place}`;
      });
      return [name, ...lines].join('\n');
    })
    .join('\n\n');
}

/** Problems, errors first, each with its remedy, and how many there are. */
export function renderProblems(problems: readonly Problem[], options: TerminalOptions): string {
  const canvas = canvasOf(options);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const warnings = problems.filter(({ severity }) => severity === 'warning');
  const lines = [...errors, ...warnings].flatMap((problem) => {
    const label = styled(`${problem.severity}: `, problem.severity, 'bold');
    return textLines([label, styled(printable(describeProblem(problem)))], canvas);
  });
  const counts = [
    ...(errors.length > 0 ? [counted(errors.length, 'error')] : []),
    ...(warnings.length > 0 ? [counted(warnings.length, 'warning')] : []),
  ];
  return [...lines, counts.length === 0 ? 'no problems' : counts.join(', ')].join('\n');
}

/** `1 page`, `2 pages`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
