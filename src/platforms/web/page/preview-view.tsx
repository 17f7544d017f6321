import { Suspense, useState } from 'react';
import type { PreviewName } from '../wire.ts';
import { DrawingBoundary } from './drawing-boundary.tsx';
import { drawingOf } from './drawings.tsx';
import { FailureView } from './failure-view.tsx';
import { MessageFrame } from './message-frame.tsx';
import { MessageJson } from './message-json.tsx';
import type { Message } from './server.ts';
import type { PreviewState } from './use-preview.ts';

interface PreviewProps {
  readonly preview: PreviewName;
  readonly state: PreviewState;
  /** Asks once more; undefined where that does not help. */
  readonly onRetry: (() => void) | undefined;
}

/** A reply as a platform would show it; what stands in its place until there is one. */
export function PreviewView({ preview, state: { message, retry }, onRetry }: PreviewProps) {
  if (message === undefined) return <p className="pending">Drawing the message</p>;
  switch (message.kind) {
    case 'reply':
      return <MessageView preview={preview} message={message.reply} onRetry={onRetry} />;
    case 'refused':
      return <FailureView message={`The server refused the preview: ${message.message}.`} />;
    case 'unreachable':
      return (
        <FailureView message="The server cannot be reached. Is Signpost still running?" onRetry={retry} />
      );
  }
}

interface MessageProps extends Omit<PreviewProps, 'state'> {
  readonly message: Message;
}

/** The message in its frame, and its JSON below; only the JSON where it cannot be drawn. */
function MessageView({ preview, message, onRetry }: MessageProps) {
  const [failed, setFailed] = useState(false);
  const drawing = drawingOf(preview.name);
  const isDrawn = drawing !== undefined && !failed;
  return (
    <section className="preview-view" aria-label={`As ${preview.title} shows it`}>
      {isDrawn ? (
        <MessageFrame chat={preview.name}>
          <DrawingBoundary onError={() => setFailed(true)}>
            <Suspense fallback={<p className="pending">Drawing the message</p>}>
              <drawing.Drawing message={message} />
            </Suspense>
          </DrawingBoundary>
        </MessageFrame>
      ) : (
        <FailureView message="This message cannot be drawn here. Its JSON is what would be sent." />
      )}
      <MessageJson message={message} facts={drawing?.factsOf(message)} startsOpen={!isDrawn} />
      {onRetry === undefined ? undefined : (
        <button type="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </section>
  );
}
