import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { blankModuleLines, unifyDialects } from './dialects.ts';
import { isTooDeep, paragraph, text } from './nodes.ts';

/** A parsed text; `problem` says why it had to be read as less than it is. */
export interface Parsed {
  readonly root: Root;
  /** The text that the positions in the tree belong to. */
  readonly source: string;
  readonly problem: ParseProblem | undefined;
}

export interface ParseProblem {
  /** 1-based line in the text; 0 where none is known. */
  readonly line: number;
  readonly message: string;
  /** What to do; left out where the text itself is to be mended. */
  readonly remedy?: string;
}

const commonmark = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkMdx).freeze();

/** Nobody nests as deep as this; what does takes a parser minutes. */
const CONTAINERS = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])){50}/mu;
const MOST_DIRECTIVES = 50;

/** Parses a page's body, in whatever dialect; any text at all gives a tree. */
export function parseBody(body: string, isMdx: boolean): Parsed {
  const source = unifyDialects(body, isMdx);
  if (looksTooDeep(source)) return asText(source);
  try {
    const root = isMdx ? mdx.parse(source) : commonmark.parse(source);
    return isTooDeep(root) ? asText(source) : { root, source, problem: undefined };
  } catch (error) {
    if (error instanceof RangeError) return asText(source);
    if (!isMdx) throw error;
    return { ...parseBody(blankModuleLines(body), false), problem: problemOf(error) };
  }
}

function looksTooDeep(source: string): boolean {
  if (CONTAINERS.test(source)) return true;
  const opened = source.match(/^[ \t]*:{3,}[A-Za-z]/gmu)?.length ?? 0;
  const closed = source.match(/^[ \t]*:{3,}[ \t]*$/gmu)?.length ?? 0;
  return opened - closed > MOST_DIRECTIVES;
}

function asText(source: string): Parsed {
  return {
    root: { type: 'root', children: [paragraph(text(source.trim()))] },
    source,
    problem: { line: 0, message: 'the page is nested too deep, and is read as plain text' },
  };
}

/** Where the parser names the place of an opening tag: that is where to look, and its line is none of the file's. */
const PLACE = / \((\d+):\d+(?:-\d+:\d+)?\)/u;

function problemOf(error: unknown): ParseProblem {
  if (!(error instanceof Error)) return { line: 0, message: String(error) };
  const line = 'line' in error && typeof error.line === 'number' ? error.line : 0;
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  const opening = PLACE.exec(reason)?.[1];
  return {
    line: opening === undefined ? line : Number(opening),
    message: `this is no valid MDX, and is read as plain Markdown: ${reason.replace(PLACE, '')}`,
  };
}
