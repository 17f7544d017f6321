import { useState } from 'react';
import type { Answer, ResultsReply } from '../../../core/reply.ts';
import { askForMore } from './server.ts';
import type { MoreWanted } from './server.ts';

export interface More {
  readonly answers: readonly Answer[];
  readonly more: boolean;
  readonly state: 'idle' | 'loading' | 'failed';
  readonly loadMore: () => Promise<void>;
}

/** The answers of a reply to a question, and those that were asked for after it. */
export function useMore(reply: ResultsReply, question: Omit<MoreWanted, 'offset'>): More {
  const [answers, setAnswers] = useState(reply.answers);
  const [more, setMore] = useState(reply.more);
  const [state, setState] = useState<More['state']>('idle');

  const loadMore = async (): Promise<void> => {
    if (state === 'loading') return;
    setState('loading');
    const response = await askForMore({ ...question, offset: reply.offset + answers.length });
    if (response.kind !== 'reply' || response.reply.kind !== 'results') {
      setState('failed');
      return;
    }
    const next = response.reply;
    setAnswers((answers) => withoutRepeats(answers, next.answers));
    setMore(next.more && next.answers.length > 0);
    setState('idle');
  };
  return { answers, more, state, loadMore };
}

/** The docs may have been indexed anew between two pages, so that a section comes twice. */
function withoutRepeats(answers: readonly Answer[], next: readonly Answer[]): readonly Answer[] {
  const shown = new Set(answers.map((answer) => answer.id));
  return [...answers, ...next.filter((answer) => !shown.has(answer.id))];
}
