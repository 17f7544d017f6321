import type { ReactNode } from 'react';

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** A link that opens beside the chat; only its text where the address is not one of the web. */
export function OutLink({ url, children }: { url: string; children: ReactNode }) {
  if (!isSafe(url)) return <span>{children}</span>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && SCHEMES.has(new URL(url).protocol);
}
