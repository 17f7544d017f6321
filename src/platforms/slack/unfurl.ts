import type { App, Context, types, webApi } from '@slack/bolt';
import type { Answer } from '../../core/reply.ts';
import type { Handling } from './handling.ts';
import { LIMITS } from './render/limits.ts';
import { tenantOf } from './origin.ts';
import type { Origin } from './origin.ts';
import { renderUnfurl } from './render/render-unfurl.ts';

/**
 * Shows the section that a link to the docs leads to beneath the message that holds it:
 * https://docs.slack.dev/messaging/unfurling-links-in-messages
 */
export function listenToLinks(app: App, handling: Handling): void {
  app.event('link_shared', ({ event, context, client }) => unfurl(event, { context, client, handling }));
}

interface Arrival {
  readonly context: Context;
  readonly client: webApi.WebClient;
  readonly handling: Handling;
}

async function unfurl(event: types.LinkSharedEvent, { context, client, handling }: Arrival): Promise<void> {
  // Signpost's own messages show the excerpt already.
  if (event.user === context.botUserId) return;
  const found = sectionsOf(event, originOf(event, context), handling);
  if (found.size === 0) return;
  const { channel, message_ts: ts, unfurl_id, source } = event;
  const { workspace } = tenantOf(context);
  if (!(await handling.once.isFirst(`slack unfurl ${workspace} ${channel} ${ts}`))) return;
  const unfurls = Object.fromEntries(
    Array.from(found, ([url, answer]) => [url, { blocks: renderUnfurl(answer) }]),
  );
  // A message that is still being written has no place yet, but an id.
  if (source === 'composer' && unfurl_id !== undefined)
    await client.chat.unfurl({ unfurl_id, source, unfurls });
  else await client.chat.unfurl({ channel, ts, unfurls });
}

/** The first links that lead to different sections of docs that may be shown there. */
function sectionsOf(
  { links }: types.LinkSharedEvent,
  origin: Origin,
  { answering }: Handling,
): ReadonlyMap<string, Answer> {
  const found = new Map<string, Answer>();
  const seen = new Set<string>();
  for (const { url } of links) {
    const reply = answering.open(decoded(url), origin);
    if (reply.kind !== 'section' || seen.has(reply.answer.id)) continue;
    seen.add(reply.answer.id);
    found.set(url, reply.answer);
    if (found.size === LIMITS.unfurls) break;
  }
  return found;
}

/** Slack sends `&` in addresses as it stands in messages. */
function decoded(url: string): string {
  return url.replaceAll('&amp;', '&');
}

function originOf({ channel, user }: types.LinkSharedEvent, context: Context): Origin {
  return {
    id: '',
    ...tenantOf(context),
    channel,
    asker: user,
    thread: '',
    audience: 'public',
  };
}
