import { isIPv4 } from 'node:net';

/** Whether an address to listen on, or the name in a `Host` header or an origin, is of this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[(.*)\]$/u, '$1').toLowerCase();
  return name === 'localhost' || name === '::1' || (isIPv4(name) && name.startsWith('127.'));
}
