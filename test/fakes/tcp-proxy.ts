import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** Stands before a server, so that a test can take it away. */
export interface TcpProxy {
  readonly port: number;
  /** Breaks every connection and takes no new one. */
  cut(): void;
  /** Passes nothing on any more, on the connections that there are, and says nothing of it. */
  silence(): void;
  /** Passes new connections on again. */
  restore(): void;
  stop(): Promise<void>;
}

export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let open = true;

  function track(socket: Socket): void {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  }

  const server = createServer((incoming) => {
    if (!open) return void incoming.resetAndDestroy();
    const outgoing = connect(target);
    track(incoming);
    track(outgoing);
    incoming.pipe(outgoing).pipe(incoming);
    incoming.on('close', () => outgoing.destroy());
    outgoing.on('close', () => incoming.destroy());
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');

  const destroyAll = () => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      open = false;
      destroyAll();
    },
    silence: () => sockets.forEach((socket) => socket.unpipe().pause()),
    restore: () => {
      open = true;
    },
    stop: async () => {
      destroyAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
