import type { LookupAddress, LookupAllOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What IPv6 gives out for the internet: https://www.iana.org/assignments/ipv6-unicast-address-assignments */
const GLOBAL = ipaddr.IPv6.parse('2000::');
const GLOBAL_BITS = 3;

/** Where networks without IPv4 reach it: https://www.rfc-editor.org/rfc/rfc6052#section-2.1 */
const TRANSLATED = ipaddr.IPv6.parse('64:ff9b::');
const TRANSLATED_BITS = 96;

/** A host name that leads to nothing but addresses that are not public. */
export class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/**
 * Whether an IP address, without brackets, belongs to the internet: not to private, loopback, link-local, shared,
 * multicast or reserved ranges, also not by one that holds an IPv4 address, such as `::ffff:…` and 6to4.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast';
  if (parsed.match(TRANSLATED, TRANSLATED_BITS)) return isPublicAddress(embedded(parsed.toByteArray()));
  return parsed.range() === 'unicast' && parsed.match(GLOBAL, GLOBAL_BITS);
}

function embedded(bytes: readonly number[]): string {
  return bytes.slice(-4).join('.');
}

/** The address that a URL has for its host name, without brackets; undefined for a name. */
export function addressOf(hostname: string): string | undefined {
  const address = hostname.replace(/^\[|\]$/gu, '');
  return ipaddr.isValid(address) ? address : undefined;
}

/** A lookup that gives public addresses only, for the connection itself, so that no second answer of the DNS can differ. */
export function publicLookup(lookup: LookupFunction, isPublic: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    const all: LookupAllOptions = { ...options, all: true };
    lookup(hostname, all, (error, found, family) => {
      if (error !== null) return callback(error, '', 0);
      const addresses = (Array.isArray(found) ? found : [{ address: found, family: family ?? 0 }]).filter(
        ({ address }) => isPublic(address),
      );
      answer(addresses, { hostname, isAll: options.all === true, callback });
    });
  };
}

interface Asked {
  readonly hostname: string;
  readonly isAll: boolean;
  readonly callback: Parameters<LookupFunction>[2];
}

function answer(addresses: LookupAddress[], { hostname, isAll, callback }: Asked): void {
  const [first] = addresses;
  if (first === undefined) callback(new PrivateAddressError(`${hostname} has no public address`), '', 0);
  else if (isAll) callback(null, addresses);
  else callback(null, first.address, first.family);
}
