import { isIPv6 } from 'node:net';

/**
 * Who is one client for a limit: an IPv4 address, however it is written, or the network of an IPv6 address, since a network of 64
 * bits is what one household gets: https://www.rfc-editor.org/rfc/rfc6177
 */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
  const [bare = ''] = address.split('%');
  const [start = '', end] = bare.split('::');
  const before = start === '' ? [] : start.split(':');
  const after = end === undefined || end === '' ? [] : end.split(':');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
