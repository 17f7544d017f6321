import type { AnnouncedEntry } from '../../../core/reply.ts';
import { EntryFacts } from './entry-view.tsx';
import { ExcerptPreview } from './excerpt-preview.tsx';
import { OutLink } from './out-link.tsx';

/** Entries of changelogs: a link, facts and a line each; the line opens the notes. */
export function EntryList({ label, entries }: { label: string; entries: readonly AnnouncedEntry[] }) {
  if (entries.length === 0) return;
  return (
    <section className="further" aria-label={label}>
      <h3 className="further-label">{label}</h3>
      <ul>
        {entries.map((entry, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- entries have no id, and the list never changes
          <li key={place}>
            <OutLink url={entry.url}>{entry.title}</OutLink>
            <EntryFacts entry={entry} />
            <ExcerptPreview root={entry.excerpt.root} />
          </li>
        ))}
      </ul>
    </section>
  );
}
