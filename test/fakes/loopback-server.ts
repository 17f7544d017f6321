import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

export interface LoopbackServer {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  readonly received: readonly Received[];
}

export type Answering = (request: IncomingMessage, response: ServerResponse) => void;

/** An HTTP server on loopback that ends with the test, whatever it is in the middle of. */
export async function loopbackServer(answering: Answering): Promise<LoopbackServer> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    received.push({ path: request.url ?? '', headers: request.headers });
    response.on('error', () => undefined);
    answering(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, port, received };
}

/** Answers with a body. */
export function sending(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Answering {
  return (_request, response) => response.writeHead(200, headers).end(body);
}

/** Answers each path its own way, and others with 404. */
export function routing(routes: Readonly<Record<string, Answering>>): Answering {
  return (request, response) => {
    const route = routes[request.url ?? ''];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  };
}

/** Answers with a redirect. */
export function redirecting(location: string, status = 302): Answering {
  return (_request, response) => response.writeHead(status, { location }).end();
}
