import { useRef, useState } from 'react';
import type { Code } from 'mdast';
import { copyText } from './copy-text.ts';

const TITLE = /\btitle="([^"]+)"/u;
/** How long the button says what it did, in milliseconds. */
const SAID = 2_000;

/** A block of code with its title or language, and a button that copies it. */
export function CodeBlock({ code }: { code: Code }) {
  const pre = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState('');
  const label = TITLE.exec(code.meta ?? '')?.[1] ?? code.lang ?? 'code';

  const copy = async (): Promise<void> => {
    setSaid(await copyText(code.value, pre.current));
    setTimeout(() => setSaid(''), SAID);
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
