import type { IncomingMessage } from 'node:http';
import { CODE } from './refusal.ts';
import type { Refusal } from './refusal.ts';

/** A body of JSON, or why it is none. */
export type Body =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** Bytes; the longest request there is, a search, has a few hundred. */
const MOST = 1_000_000;

/** How deep JSON may be nested: what goes over it recursively must not run out of stack. */
const DEEPEST = 64;

/** Reads the body of a request, which must be JSON of at most 1 MB. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const text = Number(request.headers['content-length'] ?? 0) > MOST ? undefined : await textOf(request);
  if (text === undefined) return refused(TOO_LARGE);
  const value = parsed(text);
  if (value === undefined) return refused(NO_JSON);
  return isDeeper(value, DEEPEST) ? refused(TOO_DEEP) : { kind: 'json', value };
}

const TOO_LARGE: Refusal = {
  status: 413,
  code: CODE.server,
  message: 'the body is over 1 MB; ask a shorter question',
  // What is still coming is not read.
  headers: { Connection: 'close' },
};
const NO_JSON: Refusal = { status: 400, code: CODE.parse, message: 'Parse error: the body is not JSON' };
const TOO_DEEP: Refusal = {
  status: 400,
  code: CODE.invalid,
  message: 'Invalid Request: the body is nested too deep',
};

function refused(refusal: Refusal): Body {
  return { kind: 'refused', refusal };
}

/** Undefined where there is too much of it. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Ending the loop early would end the connection too, before it is said why.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size > MOST) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((one) => isDeeper(one, most - 1));
}
