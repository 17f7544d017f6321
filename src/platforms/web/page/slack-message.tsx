import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Message as Drawn } from 'slack-blocks-to-jsx';
import type { Block } from 'slack-blocks-to-jsx';
import 'slack-blocks-to-jsx/dist/style.css';
import { drawableBlocks } from './drawable-blocks.ts';
import { OutLink } from './out-link.tsx';
import type { Message } from './server.ts';
import { blocksOf } from './slack-facts.ts';
import './styles/slack.css';

/** Block Kit as Slack draws it. Its buttons do nothing here, and say so. */
export function SlackMessage({ message }: { message: Message }) {
  const drawing = useInertControls();
  // What the server sends is what Slack would get; a block that the library does not know is left out.
  const blocks = drawableBlocks(blocksOf(message)) as Block[];
  return (
    <div ref={drawing} className="slack-message">
      {blocks.length === 0 ? <p>{String(message['text'] ?? '')}</p> : undefined}
      <Drawn blocks={blocks} name="" logo="" withoutWrapper hooks={{ link: renderLink }} />
    </div>
  );
}

interface LinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

function renderLink({ href, children, className }: LinkProps) {
  return (
    <OutLink url={href} className={className}>
      {children}
    </OutLink>
  );
}

/** The library has no way to draw a button that is off. */
function useInertControls() {
  const drawing = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const controls = drawing.current?.querySelectorAll<HTMLButtonElement | HTMLInputElement>(
      'button, input, select, textarea',
    );
    for (const control of controls ?? []) {
      control.disabled = true;
      control.title = 'Works in Slack only';
    }
  });
  return drawing;
}
