import type { ResultsReply } from '../../../core/reply.ts';
import { AnswerView } from './answer-view.tsx';
import { EntryList } from './entry-list.tsx';
import { FurtherAnswers } from './further-answers.tsx';
import { useMore } from './use-more.ts';
import { WhyView } from './why-view.tsx';

interface ResultsProps {
  readonly reply: ResultsReply;
  /** The question as it was typed. */
  readonly query: string;
  /** The version that was chosen for it; empty for the default. */
  readonly version: string;
  readonly onAsk: (text: string) => void;
}

/** What was found: the best section in full unless nothing answers, the others as links. */
export function ResultsView({ reply, query, version, onAsk }: ResultsProps) {
  const { answers, more, state, loadMore } = useMore(reply, { text: query, version });
  const [best, ...others] = answers;
  const isFirst = reply.offset === 0;
  const isAnswer = isFirst && reply.outcome !== 'nothing' && best !== undefined;
  const news = isFirst ? <EntryList label="Announced recently" entries={reply.news} /> : undefined;
  const isFurther = isAnswer || !isFirst;
  return (
    <div className="reply">
      {isFirst ? <Verdict reply={reply} /> : undefined}
      {!isFirst && best === undefined ? <p className="verdict">That is all there is.</p> : undefined}
      {reply.didYouMean === '' || !isFirst ? undefined : (
        <p className="did-you-mean">
          Did you mean{' '}
          <button type="button" className="link" onClick={() => onAsk(reply.didYouMean)}>
            {reply.didYouMean}
          </button>
          ?
        </p>
      )}
      {isAnswer ? <AnswerView answer={best} /> : undefined}
      {isAnswer ? news : undefined}
      <FurtherAnswers
        label={isFurther ? 'Also in the docs' : 'The closest sections'}
        answers={isAnswer ? others : answers}
      />
      {isAnswer ? undefined : news}
      <footer className="reply-foot">
        {more ? (
          <button type="button" onClick={loadMore} aria-disabled={state === 'loading'}>
            More results
          </button>
        ) : undefined}
        {state === 'failed' ? <output>That did not work; try again.</output> : undefined}
        <WhyView reply={reply} answers={answers} />
      </footer>
    </div>
  );
}

function Verdict({ reply }: { reply: ResultsReply }) {
  if (reply.outcome === 'answered') return;
  if (reply.outcome === 'unsure')
    return (
      <p className="verdict unsure">I am not sure that this answers it. The closest that the docs have:</p>
    );
  return <p className="verdict">I found nothing in the docs that answers this.</p>;
}
