import type { Answer } from '../../../core/reply.ts';
import { Markdown } from './markdown.tsx';
import { OutLink } from './out-link.tsx';

/** One section: its title as a link, where it stands, and what it says. */
export function AnswerView({ answer }: { answer: Answer }) {
  return (
    <section className="answer" aria-label={answer.title}>
      <h3 className="answer-title">
        <OutLink url={answer.url}>{answer.title}</OutLink>
      </h3>
      <Trail trail={answer.trail} />
      <div className="markdown">
        <Markdown root={answer.excerpt.root} />
      </div>
      {answer.excerpt.truncated ? (
        <p className="read-on">
          <OutLink url={answer.url}>Read the whole section</OutLink>
        </p>
      ) : undefined}
    </section>
  );
}

export function Trail({ trail }: { trail: readonly string[] }) {
  return trail.length === 0 ? undefined : <p className="trail">{trail.join(' › ')}</p>;
}
