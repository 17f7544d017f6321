import { addAbortSignal } from 'node:stream';
import type { Readable } from 'node:stream';

export interface LineOptions {
  /** The longest line that is kept, in bytes; what a longer one has beyond is left out. */
  readonly longest: number;
  /** Ends the input, as if there were no more. */
  readonly signal: AbortSignal;
}

const LINE_FEED = 0x0a;

/**
 * The lines of an input, read no faster than they are asked for. Unlike those of `node:readline` they end at a line feed
 * only: U+2028 may stand in JSON as it is.
 */
export async function* inputLines(input: Readable, { longest, signal }: LineOptions): AsyncGenerator<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer): void => {
    const kept = part.subarray(0, longest - length);
    length += kept.length;
    if (kept.length > 0) parts.push(kept);
  };
  const whole = (): Buffer => {
    const line = Buffer.concat(parts);
    [parts.length, length] = [0, 0];
    return line;
  };
  for await (const chunk of chunksOf(input, signal)) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, end));
      start = end + 1;
      yield whole();
    }
    take(chunk.subarray(start));
  }
  if (length > 0) yield whole();
}

async function* chunksOf(input: Readable, signal: AbortSignal): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of addAbortSignal(signal, input)) {
      yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
