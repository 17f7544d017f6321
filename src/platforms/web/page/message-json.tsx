import { useRef, useState } from 'react';
import { copyText } from './copy-text.ts';
import type { MessageFacts } from './message-facts.ts';
import { OutLink } from './out-link.tsx';
import type { Message } from './server.ts';
import { useSaid } from './use-said.ts';

interface JsonProps {
  readonly message: Message;
  readonly facts: MessageFacts | undefined;
  readonly startsOpen: boolean;
}

/** The message as it would be sent: to read, to copy, and to open elsewhere. */
export function MessageJson({ message, facts, startsOpen }: JsonProps) {
  const json = JSON.stringify(message, undefined, 2);
  const pre = useRef<HTMLPreElement>(null);
  const [toggled, setToggled] = useState<boolean>();
  const { said, say } = useSaid();
  const isOpen = toggled ?? startsOpen;

  const copy = async (): Promise<void> => {
    const done = await copyText(json, pre.current);
    if (done === 'Selected') setToggled(true);
    say(done === 'Copied' ? done : 'Selected: copy it by keyboard');
  };
  return (
    <footer className="message-foot">
      <button type="button" aria-expanded={isOpen} onClick={() => setToggled(!isOpen)}>
        {isOpen ? 'Hide JSON' : 'Show JSON'}
      </button>
      <button type="button" onClick={copy}>
        Copy JSON
      </button>
      <output>{said}</output>
      {facts?.tool === undefined ? undefined : <OutLink url={facts.tool.url}>{facts.tool.title}</OutLink>}
      <span className="sizes">{facts?.sizes.join(' · ')}</span>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <pre ref={pre} className="message-json" aria-label="JSON of the message" tabIndex={0} hidden={!isOpen}>
        {json}
      </pre>
    </footer>
  );
}
