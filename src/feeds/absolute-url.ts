/** An address as it stands in a document, made absolute; empty unless it is one over http or https. */
export function absoluteUrl(address: string, base: string): string {
  const url = read(address, base);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? withoutUser(url) : '';
}

/** Like `absoluteUrl`, for a link, which may also write an email. */
export function linkTarget(address: string, base: string): string {
  const url = read(address, base);
  return url?.protocol === 'mailto:' ? url.href : absoluteUrl(address, base);
}

function read(address: string, base: string): URL | undefined {
  const text = address.trim();
  if (text === '') return undefined;
  if (URL.canParse(text)) return new URL(text);
  return URL.canParse(text, base) ? new URL(text, base) : undefined;
}

/** Nobody writes `https://user@host` to be read by all but to deceive. */
function withoutUser(url: URL): string {
  url.username = '';
  url.password = '';
  return url.href;
}
