import type { FailureReply, Reply } from '../../../core/reply.ts';
import { AnswerView } from './answer-view.tsx';
import { EntriesView } from './entries-view.tsx';
import { EntryView } from './entry-view.tsx';
import { FailureView } from './failure-view.tsx';
import { HelpView } from './help-view.tsx';
import { ResultsView } from './results-view.tsx';

interface ReplyProps {
  readonly reply: Reply;
  /** The question as it was typed. */
  readonly query: string;
  /** The version that was chosen for it; empty for the default. */
  readonly version: string;
  readonly onAsk: (text: string) => void;
  readonly onRetry: () => void;
}

const FAILURES: Readonly<Record<Exclude<FailureReply['reason'], 'no-version'>, string>> = {
  'not-ready': 'The docs are still being read. That takes a few seconds after a start.',
  gone: 'This section is in the docs no more.',
  failed: 'Something went wrong while searching. The cause is in the log of Signpost.',
};

function noVersion({ version, versions }: Extract<FailureReply, { reason: 'no-version' }>): string {
  return `The docs have no version ${version}. They have ${versions.join(', ')}.`;
}

/** A reply as the chat shows it, by its kind. */
export function ReplyView({ reply, query, version, onAsk, onRetry }: ReplyProps) {
  switch (reply.kind) {
    case 'results':
      return <ResultsView reply={reply} query={query} version={version} onAsk={onAsk} />;
    case 'section':
      return (
        <div className="reply">
          <AnswerView answer={reply.answer} />
        </div>
      );
    case 'help':
      return <HelpView collections={reply.collections} onAsk={onAsk} />;
    case 'entries':
      return <EntriesView reply={reply} />;
    case 'entry':
      return (
        <div className="reply">
          <EntryView entry={reply.entry} />
        </div>
      );
    case 'failure':
      if (reply.reason === 'no-version') return <FailureView message={noVersion(reply)} />;
      if (reply.reason === 'gone') return <FailureView message={FAILURES.gone} />;
      return <FailureView message={FAILURES[reply.reason]} onRetry={onRetry} />;
  }
}
