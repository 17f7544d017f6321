import { useContext } from 'react';
import type { Answer } from '../../../core/reply.ts';
import { DefaultVersions } from './default-versions.ts';
import { Markdown } from './markdown.tsx';
import { OutLink } from './out-link.tsx';

/** One section: its title as a link, where it stands, and what it says. */
export function AnswerView({ answer }: { answer: Answer }) {
  return (
    <section className="answer" aria-label={answer.title}>
      <h3 className="answer-title">
        <OutLink url={answer.url}>{answer.title}</OutLink>
      </h3>
      <Trail of={answer} />
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

/** Where a section stands, with its version where that is not the default of its collection. */
export function Trail({ of: { collection, version, trail } }: TrailProps) {
  const usual = useContext(DefaultVersions).get(collection);
  const isNoted = version !== '' && usual !== undefined && version !== usual;
  if (trail.length === 0 && !isNoted) return;
  return (
    <p className="trail">
      {isNoted ? <span className="version">{version}</span> : undefined}
      {trail.join(' › ')}
    </p>
  );
}

interface TrailProps {
  readonly of: Pick<Answer, 'collection' | 'version' | 'trail'>;
}
