import type { ReactNode } from 'react';

const SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

interface OutLinkProps {
  readonly url: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A link that opens beside the chat; only its text where the address is not one of the web. */
export function OutLink({ url, children, className }: OutLinkProps) {
  if (!isSafe(url)) return <span>{children}</span>;
  return (
    <a href={url} className={className} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

function isSafe(url: string): boolean {
  return URL.canParse(url) && SCHEMES.has(new URL(url).protocol);
}
