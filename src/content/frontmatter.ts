import matter from 'gray-matter';

/** A file's text, parted into what describes it and what it says. */
export interface Frontmatter {
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** Number of lines before the body. */
  readonly offset: number;
  /** Undefined when the frontmatter can be read, or there is none. */
  readonly problem: FrontmatterProblem | undefined;
}

export interface FrontmatterProblem {
  /** 1-based line in the file. */
  readonly line: number;
  readonly message: string;
}

const BLOCK = /^---[^\n]*\n(?:[\s\S]*?\n)?---[ \t]*(?:\n|$)/u;

/** gray-matter runs frontmatter that says it is JavaScript; docs are data. */
function refuseCode(): never {
  throw new Error('only YAML and JSON frontmatter is read, never code');
}

/** Options also keep gray-matter from remembering every text that it has seen. */
const OPTIONS = { engines: { javascript: refuseCode, js: refuseCode, coffee: refuseCode } };

/** Reads frontmatter. What cannot be read is left out, and the body is served without it. Line breaks are `\n` by now. */
export function readFrontmatter(text: string): Frontmatter {
  if (!text.startsWith('---')) return { data: {}, body: text, offset: 0, problem: undefined };
  try {
    const { data, content }: { data: unknown; content: string } = matter(text, OPTIONS);
    const offset = countLines(text.slice(0, text.length - content.length));
    if (isRecord(data)) return { data, body: content, offset, problem: undefined };
    return {
      data: {},
      body: content,
      offset,
      problem: { line: 1, message: 'the frontmatter is not a map of keys' },
    };
  } catch (error) {
    const block = BLOCK.exec(text)?.[0] ?? '';
    const problem = { line: lineOf(error), message: `the frontmatter cannot be read: ${reasonOf(error)}` };
    return { data: {}, body: text.slice(block.length), offset: countLines(block), problem };
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** js-yaml counts from 0, behind the line of the opening dashes. */
function lineOf(error: unknown): number {
  if (!(error instanceof Error) || !('mark' in error) || !isRecord(error.mark)) return 1;
  return typeof error.mark['line'] === 'number' ? error.mark['line'] + 1 : 1;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  return reason.split('\n', 1)[0] ?? '';
}
