/** Something wrong that a person can mend: it is reported, and the rest is served. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** The collection or feed it belongs to; empty for the config itself. */
  readonly collection: string;
  /** The file it stands in, relative to the collection's root; empty where it belongs to no file. */
  readonly file: string;
  /** 1-based; 0 where no line is known. */
  readonly line: number;
  /** What is wrong, in a sentence without a full stop. */
  readonly message: string;
  /** What to do about it, in a sentence without a full stop. */
  readonly remedy: string;
}

/** One line for a terminal or a log: `docs: guide.mdx:12: what is wrong (what to do)`. */
export function describeProblem(problem: Problem): string {
  const place = problem.line > 0 ? `${problem.file}:${problem.line}` : problem.file;
  const prefix = [problem.collection, place].filter((part) => part !== '').join(': ');
  const remedy = problem.remedy === '' ? '' : ` (${problem.remedy})`;
  return `${prefix}${prefix === '' ? '' : ': '}${problem.message}${remedy}`;
}
