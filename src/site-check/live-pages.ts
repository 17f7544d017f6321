import type { FailedAnswer, OkAnswer } from '../http.ts';
import { decodeText } from '../http/decode-text.ts';
import { PRIVATE } from '../http/http-failure.ts';
import { shownUrl } from '../http/shown-url.ts';
import type { PoliteHttp } from '../sources/polite-http.ts';
import type { KeptPage } from './kept-pages.ts';
import { knownPaths } from './known-paths.ts';
import type { LinkTarget } from './link-target.ts';
import type { ListedPages } from './listed-pages.ts';
import { pageFacts } from './page-facts.ts';
import type { PageFacts } from './page-facts.ts';
import type { Sighting, Site } from './site.ts';
import { pathOf } from './site-path.ts';

export interface LivePagesOptions {
  /** Absolute URL of the site's root, its base included, without a slash at the end. */
  readonly root: string;
  readonly sitemap: ListedPages | undefined;
  readonly http: PoliteHttp;
  /** Pages as they were, by address; those that are seen are put in. */
  readonly kept: Map<string, KeptPage>;
  readonly signal: AbortSignal;
}

/** A site that does not answer so often in a row is asked no more. */
const MOST_FAILURES = 3;

/** The site of a collection on the web. Its pages are to be looked at one at a time. */
export function livePages(options: LivePagesOptions): Site {
  const { root, sitemap } = options;
  let failures = 0;
  let reason = '';
  return {
    root,
    name: new URL(root).host,
    isBuilt: false,
    sitemap,
    known: sitemap?.paths ?? knownPaths([]),
    look: async (target) => {
      if (failures >= MOST_FAILURES) return { kind: 'unread', reason };
      const sighting = await lookAt(target, options);
      failures = sighting.kind === 'unread' ? failures + 1 : 0;
      if (sighting.kind === 'unread') reason = sighting.reason;
      return sighting;
    },
  };
}

async function lookAt({ url }: LinkTarget, { http, kept, signal }: LivePagesOptions): Promise<Sighting> {
  const known = kept.get(url);
  const answer = await http.get(url, { headers: { accept: 'text/html', ...conditions(known) }, signal });
  switch (answer.kind) {
    case 'forbidden':
      return { kind: 'forbidden' };
    case 'not-modified':
      return known === undefined
        ? { kind: 'unread', reason: `${shownUrl(url)} answers 304 to nobody's question (ask who runs it)` }
        : { kind: 'page', facts: known.facts, movedTo: '' };
    case 'failed':
      return answer.status === 404 || answer.status === 410
        ? { kind: 'missing' }
        : { kind: 'unread', reason: reasonOf(url, answer) };
    case 'ok':
      return sightingOf(url, answer, kept);
  }
}

function conditions(known: KeptPage | undefined): Record<string, string> {
  return {
    ...(known === undefined || known.etag === '' ? {} : { 'if-none-match': known.etag }),
    ...(known === undefined || known.lastModified === '' ? {} : { 'if-modified-since': known.lastModified }),
  };
}

function reasonOf(url: string, { reason }: FailedAnswer): string {
  // There is nothing in the config that would allow it.
  return reason.includes(PRIVATE.what)
    ? `${shownUrl(url)} ${PRIVATE.what} (check the built site instead, with --dist)`
    : reason;
}

function sightingOf(
  url: string,
  { url: to, headers, body }: OkAnswer,
  kept: Map<string, KeptPage>,
): Sighting {
  if (!/^(?:text\/html|application\/xhtml\+xml|$)/iu.test(headers.contentType))
    return {
      kind: 'unread',
      reason: `${shownUrl(url)} is no page, but ${headers.contentType} (see whether the address is right)`,
    };
  const facts = factsOf(decodeText(body, headers.contentType), new URL(to).host);
  const isThere = new URL(url).origin === new URL(to).origin && pathOf(url) === pathOf(to);
  const { etag, lastModified } = headers;
  // What another address answers says nothing of this one when it is asked again.
  if (isThere && (etag !== '' || lastModified !== '')) kept.set(url, { etag, lastModified, facts });
  return { kind: 'page', facts, movedTo: isThere ? '' : to };
}

const PREFIX = /^user-content-/u;

/** GitHub gives ids a prefix, and lets a script find them without it. */
function factsOf(html: string, host: string): PageFacts {
  const facts = pageFacts(html);
  if (host !== 'github.com') return facts;
  const ids = new Set([...facts.ids].map((id) => id.replace(PREFIX, '')));
  return {
    ...facts,
    ids,
    headings: facts.headings.map((one) => ({ ...one, id: one.id.replace(PREFIX, '') })),
  };
}
