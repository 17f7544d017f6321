export interface Posted {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, a text as it is. */
  readonly body?: unknown;
  readonly method?: string;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where it is none. */
  readonly json: unknown;
}

/** Sends a request to `/mcp`, as a client does that was written by hand. */
export async function post(url: string, { headers, body, method = 'POST' }: Posted): Promise<Answered> {
  const response = await fetch(`${url}/mcp`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' || body === undefined ? (body ?? null) : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type') === 'application/json' && text !== '';
  const { status } = response;
  return { status, headers: response.headers, text, json: isJson ? JSON.parse(text) : undefined };
}

/** The first request of a client of 2025-11-25 and before. */
export function initialize(protocolVersion: string): object {
  const clientInfo = { name: 'by hand', version: '1.0.0' };
  const params = { protocolVersion, capabilities: {}, clientInfo };
  return { jsonrpc: '2.0', id: 1, method: 'initialize', params };
}

/** A request of a client of 2026-07-28, with all that the revision wants of it. */
// oxlint-disable-next-line max-params -- as it is read on the wire
export function envelope(
  method: string,
  params = {},
  version = '2026-07-28',
  name?: string,
): Required<Pick<Posted, 'headers' | 'body'>> {
  const about = {
    'io.modelcontextprotocol/protocolVersion': version,
    'io.modelcontextprotocol/clientInfo': { name: 'by hand', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const headers = {
    Accept: 'application/json, text/event-stream',
    'Mcp-Protocol-Version': version,
    'Mcp-Method': method,
    ...(name === undefined ? {} : { 'Mcp-Name': name }),
  };
  return { headers, body: { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: about } } };
}
