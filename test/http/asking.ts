import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { createHttp } from '../../src/http.ts';
import type { GetOptions, HttpAnswer, HttpOptions } from '../../src/http.ts';

const NEVER = new AbortController().signal;

export type Asking = (url: string, options?: Partial<GetOptions>) => Promise<HttpAnswer>;

/** Gets addresses. Private ones are allowed here unless a test says otherwise, since that is where its servers are. */
export function asking(options: Partial<HttpOptions> = {}): Asking {
  const http = createHttp({ userAgent: 'Signpost/1.2.3 (+ops@acme.example)', timeoutMs: 60_000, ...options });
  onTestFinished(() => http.close());
  return (url, options) => http.get(url, { signal: NEVER, allowPrivate: true, ...options });
}

/** Why an answer failed. */
export async function reasonOf(answer: Promise<HttpAnswer>): Promise<string> {
  const settled = await answer;
  expect(settled.kind).toBe('failed');
  return settled.kind === 'failed' ? settled.reason : '';
}

/** A lookup that knows one answer. */
export function lookupOf(...addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address): LookupAddress => ({
    address,
    family: address.includes(':') ? 6 : 4,
  }));
  return (_hostname, _options, callback) => callback(null, found);
}
