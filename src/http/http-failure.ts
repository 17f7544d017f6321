import { PrivateAddressError } from './public-address.ts';

/** Why nothing came back; `remedy` says what to do. Neither names the address. */
export interface Failure {
  readonly what: string;
  readonly remedy: string;
}

/** An expected failure on its way to the one place that makes a value of it. */
export class HttpFailure extends Error implements Failure {
  override readonly name = 'HttpFailure';
  readonly what: string;
  readonly remedy: string;

  constructor({ what, remedy }: Failure) {
    super(what);
    this.what = what;
    this.remedy = remedy;
  }
}

export const CHECK_ADDRESS = 'see whether the address in the config is right';
const LATER = 'nothing to do unless it lasts; then ask who runs it';

/** What a status says that is neither a success, nor a redirect, nor “not modified”. */
export function failureOfStatus(status: number): Failure {
  const what = `answers ${status}`;
  if (status === 401 || status === 403)
    return {
      what: `${what}: it lets nobody in who does not sign in`,
      remedy: 'use an address that anybody may read',
    };
  if (status === 404 || status === 410)
    return { what: `${what}: nothing is there`, remedy: 'mend the address in the config' };
  if (status === 429)
    return {
      what: `${what}: it is asked too often`,
      remedy: 'nothing to do unless it lasts; then ask less often',
    };
  return status >= 500 ? { what, remedy: LATER } : { what, remedy: CHECK_ADDRESS };
}

export const PRIVATE: Failure = {
  what: 'leads into a private network',
  remedy: 'set private: true in its source if that is meant',
};

/** What an error of the network says; anything else is unexpected, and shown by its code or message. */
export function failureOfError(error: unknown): Failure {
  const chain = causesOf(error);
  const failure = chain.find((cause) => cause instanceof HttpFailure);
  if (failure !== undefined) return failure;
  if (chain.some((cause) => cause instanceof PrivateAddressError)) return PRIVATE;
  // https://fetch.spec.whatwg.org/#port-blocking
  if (lastMessage(chain) === 'bad port')
    return { what: 'has a port that is for something else than the web', remedy: CHECK_ADDRESS };
  const code = chain.map(codeOf).find((code) => code !== '') ?? '';
  return failureOfCode(code) ?? { what: `cannot be read (${code || lastMessage(chain)})`, remedy: LATER };
}

function failureOfCode(code: string): Failure | undefined {
  switch (code) {
    case 'ENOTFOUND':
      return { what: 'is on a host that does not exist', remedy: CHECK_ADDRESS };
    case 'EAI_AGAIN':
      return {
        what: 'is on a host whose name cannot be looked up now',
        remedy: "see whether Signpost's DNS works",
      };
    case 'ECONNREFUSED':
      return { what: 'is on a host that takes no connection', remedy: CHECK_ADDRESS };
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return { what: 'broke the connection off', remedy: LATER };
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return { what: 'cannot be connected to', remedy: LATER };
    default:
      return failureOfLibraryCode(code);
  }
}

/** Codes of OpenSSL, zlib and Node's TLS, which come in families. */
function failureOfLibraryCode(code: string): Failure | undefined {
  if (/CERT|SELF_SIGNED|ISSUER/u.test(code))
    return {
      what: `has a certificate that cannot be trusted (${code})`,
      remedy: 'ask who runs it to renew it',
    };
  if (/^ERR_SSL|^EPROTO|^ERR_TLS/u.test(code))
    return {
      what: 'does not speak TLS as it should',
      remedy: 'see whether the address begins with https rightly',
    };
  if (/^Z_|^ERR_.*BROTLI|^ERR__/u.test(code))
    return { what: 'sends what cannot be decompressed', remedy: LATER };
  if (/^HPE_|^UND_ERR_(?:HEADERS_OVERFLOW|RESPONSE)/u.test(code))
    return { what: 'does not speak HTTP as it should', remedy: CHECK_ADDRESS };
  return undefined;
}

/** The error, its causes and what several attempts met, outermost first. */
function causesOf(error: unknown): unknown[] {
  const found: unknown[] = [];
  const open = [error];
  for (let next = open.shift(); next !== undefined && found.length < 20; next = open.shift()) {
    found.push(next);
    if (next instanceof AggregateError) open.push(...next.errors);
    if (next instanceof Error && next.cause !== undefined) open.push(next.cause);
  }
  return found;
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

function lastMessage(chain: readonly unknown[]): string {
  const last = chain.at(-1);
  return last instanceof Error ? last.message : String(last);
}
