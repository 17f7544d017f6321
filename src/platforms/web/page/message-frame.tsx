import type { ReactNode } from 'react';

interface FrameProps {
  /** The name of the chat, whose colours it takes. */
  readonly chat: string;
  readonly children: ReactNode;
}

/** What a chat draws around a message: who wrote it, and that it is an app; without the time. */
export function MessageFrame({ chat, children }: FrameProps) {
  return (
    <div className="message" data-chat={chat}>
      <img src="./favicon.svg" alt="" width="36" height="36" />
      <div className="message-body">
        <p className="message-by">
          <strong>Signpost</strong> <span className="badge">APP</span>
        </p>
        {children}
      </div>
    </div>
  );
}
