import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { failureOfError, HttpFailure, PRIVATE } from '../http/http-failure.ts';
import { addressOf, isPublicAddress, publicLookup } from '../http/public-address.ts';
import type { GitAddress } from './git-address.ts';
import { GitFailure } from './git-failure.ts';

export interface ReachOptions {
  readonly allowPrivate: boolean;
  /** How host names become addresses; the system's by default. */
  readonly lookup?: LookupFunction | undefined;
  /** Whether an IP address is of the internet; `isPublicAddress` by default. */
  readonly isPublic?: ((address: string) => boolean) | undefined;
}

/** IP addresses that a host name leads to, and to which git is bound; empty where it may look for itself. */
export type Pinned = readonly string[];

/**
 * The public addresses of a repository's host. git is bound to them, so that the DNS cannot answer it otherwise than it
 * answered here. Rejects with a `GitFailure` where there are none, unless private ones are allowed.
 */
export async function pinHost(
  address: GitAddress,
  { allowPrivate, lookup = systemLookup, isPublic = isPublicAddress }: ReachOptions,
): Promise<Pinned> {
  if (allowPrivate) return [];
  if (address.protocol === 'file')
    throw new GitFailure({
      what: 'is a folder of this machine',
      remedy: 'use source.folder, or set private: true if a repository is meant',
    });
  try {
    return await publicAddresses(address.host, publicLookup(lookup, isPublic), isPublic);
  } catch (error) {
    const failure = failureOfError(error);
    throw new GitFailure(failure, { cause: error });
  }
}

async function publicAddresses(
  host: string,
  lookup: LookupFunction,
  isPublic: (address: string) => boolean,
): Promise<Pinned> {
  const own = addressOf(host);
  if (own !== undefined && !isPublic(own)) throw new HttpFailure(PRIVATE);
  if (own !== undefined) return [own];
  return new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, found) => {
      if (error !== null) reject(error);
      else resolve(Array.isArray(found) ? found.map(({ address }) => address) : [found]);
    });
  });
}
