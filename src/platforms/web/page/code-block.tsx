import { useRef } from 'react';
import type { Code } from 'mdast';
import { copyText } from './copy-text.ts';
import { useSaid } from './use-said.ts';

const TITLE = /\btitle="([^"]+)"/u;

/** A block of code with its title or language, and a button that copies it. */
export function CodeBlock({ code }: { code: Code }) {
  const pre = useRef<HTMLPreElement>(null);
  const { said, say } = useSaid();
  const label = TITLE.exec(code.meta ?? '')?.[1] ?? code.lang ?? 'code';

  const copy = async (): Promise<void> => {
    say(await copyText(code.value, pre.current));
  };
  return (
    <figure className="code">
      <figcaption>
        <span className="code-label">{label}</span>
        <button type="button" className="quiet" aria-label={`Copy ${label}`} onClick={copy}>
          {said === '' ? 'Copy' : said}
        </button>
      </figcaption>
      <pre ref={pre}>
        <code>{code.value}</code>
      </pre>
    </figure>
  );
}
