import type { ReactNode } from 'react';

/** What a chat draws around a message: who wrote it, and that it is an app; without the time. */
export function MessageFrame({ children }: { children: ReactNode }) {
  return (
    <div className="message">
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
