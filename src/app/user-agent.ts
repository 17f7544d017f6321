import type { Config } from '../config/schema.ts';

/** What servers on the web are told of who asks, with an address by which they may reach whoever runs it. */
export function userAgentOf({ changelog, collections }: Config, version: string): string {
  return `Signpost/${version} (+${changelog.contact || (collections[0]?.site.url ?? '')})`;
}
