import type { Server } from 'node:http';

/** How long requests in flight may take once the server stops, in milliseconds. */
const GRACE = 2_000;

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Resolves once the server listens; rejects with what to do when it cannot. */
export async function listen(server: Server, address: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const onError = (error: Error): void => reject(explain(error, address));
    server.once('error', onError);
    server.listen(address.port, address.host, () => {
      server.off('error', onError);
      resolve();
    });
  });
}

/** Resolves once every connection is closed: idle ones at once, busy ones after their response or `GRACE`. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), GRACE);
  await closed;
  clearTimeout(timer);
}

/** Where a browser of this machine finds the server: the port that it really has, `localhost` where that leads there. */
export function urlOf(server: Server, address: Address): string {
  const bound = server.address();
  const port = bound !== null && typeof bound === 'object' ? bound.port : address.port;
  const isLocal = ['', '0.0.0.0', '::', '127.0.0.1'].includes(address.host);
  const host = isLocal ? 'localhost' : address.host;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function explain(error: Error, { host, port }: Address): Error {
  const code = 'code' in error ? error.code : undefined;
  const options = { cause: error };
  if (code === 'EADDRINUSE')
    return new Error(`port ${port} on ${host} is taken; choose another with --port`, options);
  if (code === 'EACCES')
    return new Error(`port ${port} needs rights that this user lacks; choose another with --port`, options);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new Error(`this machine has no address ${host}; mend HOST`, options);
  return new Error(`cannot listen on ${host}, port ${port}: ${error.message}`, options);
}
