import { useEffect, useRef } from 'react';
import { wordsOf } from './conversation.ts';
import type { Turn } from './conversation.ts';
import { FailureView } from './failure-view.tsx';
import { ReplyView } from './reply-view.tsx';

interface TurnProps {
  readonly turn: Turn;
  readonly onAsk: (text: string) => void;
  readonly onRetry: () => void;
}

/** A question and its reply; a new one moves to the top of the window. */
export function TurnView({ turn, onAsk, onRetry }: TurnProps) {
  const article = useRef<HTMLElement>(null);
  const words = wordsOf(turn.asked);
  const { response } = turn;
  useEffect(() => {
    const block = response === undefined ? 'end' : 'start';
    if (turn.id > 0) article.current?.scrollIntoView({ block });
  }, [turn.id, response]);
  return (
    <article ref={article} className="turn" aria-busy={response === undefined}>
      {words === '' ? undefined : <h2 className="asked">{words}</h2>}
      {response === undefined ? <Pending /> : undefined}
      {response?.kind === 'reply' ? (
        <ReplyView reply={response.reply} query={words} onAsk={onAsk} onRetry={onRetry} />
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

function Pending() {
  return (
    <p className="pending">
      Searching the docs
      <span aria-hidden="true" className="dots" />
    </p>
  );
}
