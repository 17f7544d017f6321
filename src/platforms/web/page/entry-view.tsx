import type { AnnouncedEntry } from '../../../core/reply.ts';
import { Markdown } from './markdown.tsx';
import { OutLink } from './out-link.tsx';

/** One entry of a changelog: its title as a link, what there is to know of it, and its notes. */
export function EntryView({ entry }: { entry: AnnouncedEntry }) {
  const { title, url, excerpt } = entry;
  return (
    <section className="answer" aria-label={title}>
      <h3 className="answer-title">
        <OutLink url={url}>{title}</OutLink>
      </h3>
      <EntryFacts entry={entry} />
      <div className="markdown">
        <Markdown root={excerpt.root} />
      </div>
      {excerpt.truncated && url !== '' ? (
        <p className="read-on">
          <OutLink url={url}>Read the whole entry</OutLink>
        </p>
      ) : undefined}
    </section>
  );
}

/** `Releases · node · 2.0.0 · breaking change · 2025-05-30`; what is not known is left out. */
export function EntryFacts({ entry }: { entry: AnnouncedEntry }) {
  const { feed, version, prerelease, breaking, at } = entry;
  const facts = [
    feed,
    entry.package,
    version,
    prerelease ? 'prerelease' : '',
    breaking ? 'breaking change' : '',
  ].filter((fact) => fact !== '');
  return (
    <p className="trail">
      {facts.join(' · ')}
      {at === undefined ? undefined : (
        <>
          {' · '}
          <time dateTime={at.toISOString()}>{at.toISOString().slice(0, 10)}</time>
        </>
      )}
    </p>
  );
}
