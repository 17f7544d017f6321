/** Reads an address, as browsers do; undefined where it is none. `URL.parse` is not in every Node that Signpost runs on. */
export function parseUrl(address: string, base?: URL): URL | undefined {
  return URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
}
