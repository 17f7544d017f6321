import matter from 'gray-matter';
import { TomlError, parse as parseToml } from 'smol-toml';

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

const BLOCK = /^---(?!-)[^\n]*\n(?:[\s\S]*?\n)??---[ \t]*(?:\n|$)/u;
/** Of Hugo and Zola: TOML between lines of plus signs. */
const TOML_BLOCK = /^\+\+\+[ \t]*\n((?:[\s\S]*?\n)??)\+\+\+[ \t]*(?:\n|$)/u;
/** Of Hugo: a JSON object, whose braces stand on lines of their own. */
const JSON_BLOCK = /^\{[ \t]*\n[\s\S]*?\n\}[ \t]*(?:\n|$)/u;
/** Aliases let a few lines of YAML stand for billions of values, or for one that holds itself. */
const MOST_VALUES = 200_000;

/** gray-matter runs frontmatter that says it is JavaScript; docs are data. */
function refuseCode(): never {
  throw new Error('only YAML and JSON frontmatter is read, never code');
}

/** Options also keep gray-matter from remembering every text that it has seen. */
const OPTIONS = { engines: { javascript: refuseCode, js: refuseCode, coffee: refuseCode, toml: parseToml } };

/**
 * Reads frontmatter: YAML between `---`, TOML between `+++`, or a JSON object at the top. What cannot be read is left out, and the
 * body is served without it. Line breaks are `\n` by now.
 */
export function readFrontmatter(text: string): Frontmatter {
  const block = blockOf(text);
  const parts = { body: text.slice(block.length), offset: block.split('\n').length - 1 };
  if (block === '') return { ...parts, data: {}, problem: undefined };
  try {
    return { ...parts, data: dataOf(block), problem: undefined };
  } catch (error) {
    const message = `the frontmatter cannot be read: ${reasonOf(error)}`;
    return { ...parts, data: {}, problem: { line: lineOf(error), message } };
  }
}

/** Whether a value of YAML is a map. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function blockOf(text: string): string {
  const json = JSON_BLOCK.exec(text)?.[0] ?? '';
  // What only looks like JSON may be text, such as an expression of MDX.
  if (json !== '' && isJson(json)) return json;
  return (BLOCK.exec(text) ?? TOML_BLOCK.exec(text))?.[0] ?? '';
}

function isJson(block: string): boolean {
  try {
    JSON.parse(block);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function dataOf(block: string): Readonly<Record<string, unknown>> {
  const data = valueOf(block);
  if (!isRecord(data)) throw new Error('it is no map of keys');
  if (countValues(data) >= MOST_VALUES) throw new Error('its aliases stand for far too many values');
  return data;
}

function valueOf(block: string): unknown {
  if (block.startsWith('{')) return JSON.parse(block);
  const toml = TOML_BLOCK.exec(block)?.[1];
  return toml === undefined ? matter(block, OPTIONS).data : parseToml(toml);
}

/** How many values there are, each alias counted in full, up to the limit. */
function countValues(data: unknown): number {
  const open = [data];
  let count = 0;
  while (open.length > 0 && count < MOST_VALUES) {
    const value = open.pop();
    count += 1;
    if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
  }
  return count;
}

/** js-yaml counts from 0, smol-toml from 1, both behind the line that opens the block. */
function lineOf(error: unknown): number {
  if (error instanceof TomlError) return error.line + 1;
  if (!(error instanceof Error) || !('mark' in error) || !isRecord(error.mark)) return 1;
  return typeof error.mark['line'] === 'number' ? error.mark['line'] + 1 : 1;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  return reason.split('\n', 1)[0] ?? '';
}
