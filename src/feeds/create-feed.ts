import type { Feed } from '../core/feed.ts';
import type { Http } from '../http.ts';
import type { FeedOptions } from './feed-options.ts';
import { createFileFeed } from './file-feed.ts';
import { createWebFeed } from './web-feed.ts';

/** The feed that the settings name, on the web or on disk. */
export function createFeed(options: FeedOptions, http: Pick<Http, 'get'>): Feed {
  const { source } = options;
  switch (source.kind) {
    case 'url':
      return createWebFeed({ ...options, source }, http);
    case 'file':
      return createFileFeed({ ...options, source });
  }
}
