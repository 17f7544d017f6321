import type { EntriesReply } from '../../../core/reply.ts';
import { EntryList } from './entry-list.tsx';

/** What changelogs have on something, newest first. */
export function EntriesView({ reply }: { reply: EntriesReply }) {
  const { entries, query } = reply;
  const none = query === '' ? 'There are no entries yet.' : `I found no entry about “${query}”.`;
  return (
    <div className="reply entries">
      {entries.length === 0 ? <p className="verdict">{none}</p> : undefined}
      <EntryList label={labelOf(reply)} entries={entries} />
    </div>
  );
}

function labelOf({ occasion, query, entries }: EntriesReply): string {
  switch (occasion) {
    case 'latest':
      return 'The newest entries';
    case 'found':
      return `Entries about “${query}”`;
    case 'digest':
      return entries.length === 1 ? '1 new entry' : `${entries.length} new entries`;
  }
}
