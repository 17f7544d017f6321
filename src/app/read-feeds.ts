import type { FeedReading } from '../core/feed.ts';
import { createFeeds } from './create-notifications.ts';
import type { FeedsOptions } from './create-notifications.ts';

/** What a feed says when it is read as if for the first time. */
export interface ReadFeed {
  readonly name: string;
  readonly reading: FeedReading;
}

/** Reads every feed of a config, in its order; keeps nothing. */
export async function readFeeds(options: FeedsOptions, signal: AbortSignal): Promise<readonly ReadFeed[]> {
  const { watched, http } = await createFeeds(options);
  const reading = watched.map(async ({ feed }) => ({
    name: feed.name,
    reading: await feed.read({ etag: '', lastModified: '' }, signal),
  }));
  return Promise.all(reading).finally(() => http.close());
}
