import { useEffect, useRef } from 'react';
import type { Reply } from '../../../core/reply.ts';
import type { PreviewName } from '../wire.ts';
import { subjectOf, versionOf, wordsOf } from './conversation.ts';
import type { Turn } from './conversation.ts';
import { FailureView } from './failure-view.tsx';
import { PreviewView } from './preview-view.tsx';
import { ReplyView } from './reply-view.tsx';
import { usePreview } from './use-preview.ts';

interface TurnProps {
  readonly turn: Turn;
  /** The platform whose view of the reply is shown; undefined for the page's own. */
  readonly preview: PreviewName | undefined;
  readonly onAsk: (text: string) => void;
  readonly onRetry: () => void;
}

/** A question and its reply; a new one moves to the top of the window. */
export function TurnView({ turn, preview, onAsk, onRetry }: TurnProps) {
  const article = useRef<HTMLElement>(null);
  const words = wordsOf(turn.asked);
  const { response } = turn;
  const state = usePreview(turn, preview?.name);
  useEffect(() => {
    const block = response === undefined ? 'end' : 'start';
    if (turn.id > 0) article.current?.scrollIntoView({ block });
  }, [turn.id, response]);
  return (
    <article ref={article} className="turn" aria-busy={response === undefined}>
      {words === '' ? undefined : <h2 className="asked">{words}</h2>}
      {response === undefined ? <Pending /> : undefined}
      {response?.kind === 'reply' ? (
        <div className="plain" hidden={preview !== undefined}>
          <ReplyView
            reply={response.reply}
            query={subjectOf(turn.asked)}
            version={versionOf(turn.asked)}
            onAsk={onAsk}
            onRetry={onRetry}
          />
        </div>
      ) : undefined}
      {response?.kind === 'reply' && preview !== undefined ? (
        <PreviewView
          key={preview.name}
          preview={preview}
          state={state}
          onRetry={mayRetry(response.reply) ? onRetry : undefined}
        />
      ) : undefined}
      {response?.kind === 'refused' ? (
        <FailureView message={`The server refused the question: ${response.message}.`} />
      ) : undefined}
      {response?.kind === 'unreachable' ? (
        <FailureView message="The server cannot be reached. Is Signpost still running?" onRetry={onRetry} />
      ) : undefined}
    </article>
  );
}

function mayRetry(reply: Reply): boolean {
  return reply.kind === 'failure' && (reply.reason === 'not-ready' || reply.reason === 'failed');
}

function Pending() {
  return (
    <p className="pending">
      Searching the docs
      <span aria-hidden="true" className="dots" />
    </p>
  );
}
