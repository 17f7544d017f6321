import type { Feed, FailedReading, FeedReading } from '../core/feed.ts';

/** A reading of which nothing came, for a reason that begins with where: `where what (remedy)`. */
export function failedReading(
  where: string,
  { what, remedy }: { readonly what: string; readonly remedy: string },
): FailedReading {
  return { kind: 'failed', reason: `${where} ${what} (${remedy})`, retryAfter: 0 };
}

/** A feed that keeps its promise never to reject, whatever a parser does with what it is given. */
export function unrejecting(where: string, feed: Feed): Feed {
  return {
    name: feed.name,
    read: async (known, signal): Promise<FeedReading> => {
      try {
        return await feed.read(known, signal);
      } catch (error) {
        const said = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        const remedy = 'this is a mistake in Signpost; report it with the address or the file';
        return failedReading(where, { what: `cannot be read: ${said.slice(0, 200)}`, remedy });
      }
    },
  };
}
