import type { BuiltPage } from './build-page.ts';
import type { ParseProblem } from './parse.ts';

interface FileProblem extends ParseProblem {
  readonly file: string;
}

/** What is wrong with pages, by file. What the config makes wrong is told once, of the first file, however many there are. */
export function parseProblems(built: ReadonlyMap<string, Pick<BuiltPage, 'problem'>>): FileProblem[] {
  const found = [...built].flatMap(([file, { problem }]) =>
    problem === undefined ? [] : { ...problem, file },
  );
  const [own, ofConfig] = [found.filter(isOfFile), found.filter((one) => !isOfFile(one))];
  const byMessage = new Map<string, FileProblem[]>();
  for (const one of ofConfig) byMessage.set(one.message, [...(byMessage.get(one.message) ?? []), one]);
  const once = [...byMessage.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : { ...first, message: `${first.message}${inOthers(others.length)}` },
  );
  return [...own, ...once];
}

/** The text itself is to be mended. */
function isOfFile({ remedy }: ParseProblem): boolean {
  return remedy === undefined;
}

function inOthers(count: number): string {
  return count === 0 ? '' : `; the same in ${count} more ${count === 1 ? 'file' : 'files'}`;
}
