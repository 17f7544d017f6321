/** What a line of a batch asks, or what is wrong with it. */
export type BatchLine = BatchQuestion | BatchMistake;

/** A script's own name of a question; it comes back with the reply. */
export type BatchId = string | number | null;

export interface BatchQuestion {
  readonly kind: 'question';
  readonly id: BatchId;
  readonly query: string;
}

export interface BatchMistake {
  readonly kind: 'mistake';
  readonly id: BatchId;
  /** Which line, what is wrong, and what to do about it. */
  readonly error: string;
}

const EXAMPLE = '{"id": "1", "query": "How do I …?"}';

/** The longest line that is read, in bytes. */
export const LONGEST_BATCH_LINE = 16 * 1024 * 1024;

/** Reads `{"id": …, "query": …}`; `number` is that of the line, from 1. Undefined for a blank line. */
export function readBatchLine(line: Buffer, number: number): BatchLine | undefined {
  if (line.length > LONGEST_BATCH_LINE) return mistake(`line ${number} is too long: shorten its query`);
  const text = decoded(line);
  if (text === undefined) return mistake(`line ${number} is not UTF-8: save the file as UTF-8`);
  if (text.trim() === '') return undefined;
  const value = parsed(text);
  if (value === undefined) return mistake(`line ${number} is not JSON: write each line like ${EXAMPLE}`);
  if (kindOf(value) !== 'an object')
    return mistake(`line ${number} is ${kindOf(value)}: write each line like ${EXAMPLE}`);
  return fromFields({ ...(value as object) }, number);
}

function fromFields({ id = null, query }: { id?: unknown; query?: unknown }, number: number): BatchLine {
  if (typeof id !== 'string' && typeof id !== 'number' && id !== null)
    return mistake(`the id of line ${number} is ${kindOf(id)}: make it a text or a number`);
  if (query === undefined) return mistake(`line ${number} has no query: write it like ${EXAMPLE}`, id);
  if (typeof query !== 'string')
    return mistake(`the query of line ${number} is ${kindOf(query)}: make it a text, in quotes`, id);
  return { kind: 'question', id, query };
}

function mistake(error: string, id: BatchId = null): BatchMistake {
  return { kind: 'mistake', id, error };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function decoded(line: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
