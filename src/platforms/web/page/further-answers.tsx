import { useEffect, useRef } from 'react';
import type { Answer } from '../../../core/reply.ts';
import { Trail } from './answer-view.tsx';
import { ExcerptPreview } from './excerpt-preview.tsx';
import { OutLink } from './out-link.tsx';

/** Further sections: a link and a line each; the line opens the excerpt. */
export function FurtherAnswers({ label, answers }: { label: string; answers: readonly Answer[] }) {
  const list = useFocusOnMore(answers.length);
  if (answers.length === 0) return;
  return (
    <section className="further" aria-label={label}>
      <h3 className="further-label">{label}</h3>
      <ul ref={list}>
        {answers.map((answer) => (
          <li key={answer.id}>
            <OutLink url={answer.url}>{answer.title}</OutLink>
            <Trail of={answer} />
            <ExcerptPreview root={answer.excerpt.root} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Moves the focus to the first new link, since the button that brought it may be gone. */
function useFocusOnMore(count: number) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const first = list.current?.children[before.current]?.querySelector('a');
    before.current = count;
    first?.focus();
  }, [count]);
  return list;
}
