import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A parsed text; `problem` says why MDX had to be read as Markdown. */
export interface Parsed {
  readonly root: Root;
  readonly problem: ParseProblem | undefined;
}

export interface ParseProblem {
  /** 1-based line in the text; 0 where none is known. */
  readonly line: number;
  readonly message: string;
}

const plain = unified().use(remarkParse).use(remarkGfm).freeze();
const markdown = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
const mdx = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkMdx).freeze();

/** Parses a page's body, its dialect unified; any text at all gives a tree. */
export function parseBody(text: string, isMdx: boolean): Parsed {
  if (!isMdx) return { root: parseAsMarkdown(text), problem: undefined };
  try {
    return { root: mdx.parse(text), problem: undefined };
  } catch (error) {
    return { root: parseAsMarkdown(text), problem: problemOf(error) };
  }
}

/** Parses normalised Markdown, as sections keep it. */
export function parseMarkdown(text: string): Root {
  return plain.parse(text);
}

/** A text that no parser takes (nested too deep, say) is one paragraph. */
function parseAsMarkdown(text: string): Root {
  try {
    return markdown.parse(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }] };
  }
}

function problemOf(error: unknown): ParseProblem {
  if (!(error instanceof Error)) return { line: 0, message: String(error) };
  const line = 'line' in error && typeof error.line === 'number' ? error.line : 0;
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  return { line, message: `this is no valid MDX: ${reason}` };
}
