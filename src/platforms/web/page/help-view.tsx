import type { CollectionHelp } from '../../../core/reply.ts';
import { OutLink } from './out-link.tsx';

interface HelpProps {
  readonly collections: readonly CollectionHelp[];
  readonly onAsk: (text: string) => void;
}

/** How to ask, with questions to try. */
export function HelpView({ collections, onAsk }: HelpProps) {
  return (
    <div className="reply help">
      <h2 className="help-title">Ask the docs</h2>
      <p className="help-lead">
        Ask in your own words, or type the name of a page, a parameter or an error code. The reply quotes the
        section that answers and links to it. Words in <q>quotes</q> are searched for as they stand.
      </p>
      {collections.map((collection) => (
        <section key={collection.name} aria-label={collection.title}>
          <h3 className="further-label">
            <OutLink url={collection.url}>{collection.title}</OutLink>
          </h3>
          {collection.versions.length === 0 ? undefined : (
            <p className="trail">{`Versions ${collection.versions.join(', ')}`}</p>
          )}
          <ul className="examples">
            {collection.examples.map((example) => (
              <li key={example}>
                <button type="button" onClick={() => onAsk(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
