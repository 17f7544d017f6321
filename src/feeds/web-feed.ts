import type { Feed, FeedReading, Validators } from '../core/feed.ts';
import type { Http, OkAnswer } from '../http.ts';
import { decodeText } from '../http/decode-text.ts';
import { shownUrl } from '../http/shown-url.ts';
import { entriesOf } from './entries-of.ts';
import { failedReading, unrejecting } from './failed-reading.ts';
import type { FeedOptions, UrlSource } from './feed-options.ts';
import { parseText } from './parse-text.ts';

export interface WebFeedOptions extends FeedOptions {
  readonly source: UrlSource;
}

const ACCEPT = `application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml,
  application/xml;q=0.9, application/json;q=0.9, text/xml;q=0.9, text/markdown;q=0.9, */*;q=0.5`.replace(
  /\s+/gu,
  ' ',
);

/** A feed that is read over HTTP, and sent again only where it has changed since the last time. */
export function createWebFeed(options: WebFeedOptions, http: Pick<Http, 'get'>): Feed {
  const { name, source } = options;
  return unrejecting(shownUrl(source.url), {
    name,
    read: async (known, signal) => {
      const headers = { accept: ACCEPT, ...conditions(known) };
      const answer = await http.get(source.url, { headers, signal, allowPrivate: source.private });
      switch (answer.kind) {
        case 'failed':
          return { kind: 'failed', reason: answer.reason, retryAfter: answer.retryAfter };
        case 'not-modified':
          return { kind: 'unchanged' };
        case 'ok':
          return readAnswer(answer, options);
      }
    },
  });
}

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag === '' ? {} : { 'if-none-match': etag }),
    ...(lastModified === '' ? {} : { 'if-modified-since': lastModified }),
  };
}

async function readAnswer({ body, headers, url }: OkAnswer, options: WebFeedOptions): Promise<FeedReading> {
  const text = decodeText(body, headers.contentType);
  const format = options.format === 'auto' ? 'feed' : options.format;
  const parsed = parseText(text, { format, url, file: '' }, options);
  if (parsed.kind === 'failed') return failedReading(shownUrl(url), parsed);
  const { entries, problems } = await entriesOf(parsed.items, options);
  const validators = { etag: headers.etag, lastModified: headers.lastModified };
  return { kind: 'entries', entries, validators, problems };
}
