import { randomUUID } from 'node:crypto';
import type { Announced, Announcement, Announcer, Post } from '../core/announcer.ts';
import type { ClaimedPost, Deliveries, Settled } from '../core/changelog-store.ts';
import type { StoredEntry } from '../core/entry.ts';
import type { AnnouncedEntry } from '../core/reply.ts';
import type { Log } from '../log.ts';

export interface DeliverOptions {
  readonly deliveries: Deliveries;
  /** Those of the platforms that can post now. */
  readonly announcers: () => readonly Announcer[];
  readonly show: (entry: StoredEntry) => AnnouncedEntry;
  /** So many entries or more at once become one digest. */
  readonly burst: number;
  readonly log: Log;
  readonly now: () => Date;
  /** 0 to 1, so that many channels are not tried at the same moment. */
  readonly random: () => number;
}

const SECOND = 1_000;

/** A channel gets at most one post a second: https://docs.slack.dev/apis/web-api/rate-limits */
const PACE = SECOND;

/** By then an attempt is settled, or whoever made it has died. Announcers give up after 20 seconds, looking before as well. */
const LEASE = 90 * SECOND;

/** How many entries one digest lists: as many as both platforms have room for. */
const DIGEST = 20;

/** How long a post is tried. */
const PATIENCE = 24 * 3_600 * SECOND;

/** Between two attempts; doubled each time, up to the longest. */
const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 3_600 * SECOND;

/** Sends one post that is due. False where none is. */
export async function deliver(options: DeliverOptions): Promise<boolean> {
  const { deliveries, announcers, burst, now } = options;
  const available = announcers();
  if (available.length === 0) return false;
  const start = now();
  const claimed = await deliveries.claim({
    now: start,
    until: new Date(start.getTime() + LEASE),
    owner: randomUUID(),
    platforms: available.map(({ platform }) => platform),
    burst,
    digest: DIGEST,
  });
  if (claimed === undefined) return false;
  const announcer = available.find(({ platform }) => platform === claimed.subscription.place.platform);
  if (announcer === undefined) throw new Error(`nobody can post on ${claimed.subscription.place.platform}`);
  await sendAndSettle(claimed, announcer, options);
  return true;
}

async function sendAndSettle(
  claimed: ClaimedPost,
  announcer: Announcer,
  options: DeliverOptions,
): Promise<void> {
  const { deliveries, log, now } = options;
  const announced = await attempt(claimed, announcer, options);
  const settled = settledBy(announced, claimed, options);
  const isOurs = await deliveries.settle(claimed, settled, now());
  const { place, feed } = claimed.subscription;
  const about = { post: claimed.id, feed, ...place };
  if (!isOurs) log.warn(about, 'a post took so long that another replica has taken it up');
  else await report(settled, claimed, { announcer, options });
}

function attempt(claimed: ClaimedPost, announcer: Announcer, options: DeliverOptions): Promise<Announced> {
  const { id, subscription, message } = claimed;
  const post = { id, place: subscription.place, announcement: announcementOf(claimed, options) };
  if (message !== '') return announcer.update(post, message);
  return claimed.attempts === 0
    ? announcer.post(post)
    : postUnlessFound(post, claimed, { announcer, options });
}

function announcementOf({ kind, entries }: ClaimedPost, { show }: DeliverOptions): Announcement {
  const shown = entries.map(show);
  const [first] = shown;
  if (kind === 'entry' && first !== undefined) return { kind: 'entry', entry: first };
  return { kind: 'entries', occasion: 'digest', query: '', entries: shown.toReversed() };
}

interface Attempting {
  readonly announcer: Announcer;
  readonly options: DeliverOptions;
}

/** An earlier attempt may have got through, although nobody lived, or heard, to say so. */
async function postUnlessFound(
  post: Post,
  { startedAt }: ClaimedPost,
  { announcer, options: { log } }: Attempting,
): Promise<Announced> {
  const found = await announcer.find(post, startedAt);
  switch (found.kind) {
    case 'found':
      return { kind: 'sent', message: found.message };
    case 'again':
      return found;
    case 'none':
      return announcer.post(post);
    case 'unknown':
      log.warn(
        { post: post.id, ...post.place },
        `an earlier attempt may have got through, which cannot be seen, so it is posted: ${found.reason}`,
      );
      return announcer.post(post);
  }
}

function settledBy(announced: Announced, claimed: ClaimedPost, { now, random }: DeliverOptions): Settled {
  const at = now().getTime();
  const after = (pause: number): Date => new Date(at + pause);
  switch (announced.kind) {
    case 'sent':
      return { kind: 'sent', message: announced.message, nextAt: after(PACE) };
    case 'wait': {
      const reason = `the platform asks to wait ${announced.seconds} s`;
      return again(reason, after(announced.seconds * SECOND), claimed);
    }
    case 'again': {
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(claimed.attempts, 20));
      return again(announced.reason, after(pause * (1 + random() / 4)), claimed);
    }
    case 'refused':
      return { kind: 'refused', reason: announced.reason };
    case 'invalid':
      return finalFailure(announced, claimed, after(PACE));
  }
}

function again(reason: string, nextAt: Date, claimed: ClaimedPost): Settled {
  const isOver = nextAt.getTime() - claimed.startedAt.getTime() > PATIENCE;
  return isOver
    ? finalFailure({ reason: `tried for a day: ${reason}`, payload: '' }, claimed, nextAt)
    : { kind: 'again', reason, nextAt };
}

/** A post that cannot be changed any more stays as it is. */
function finalFailure(
  { reason, payload }: { readonly reason: string; readonly payload: string },
  { message }: ClaimedPost,
  nextAt: Date,
): Settled {
  return message === '' ? { kind: 'dead', reason, payload, nextAt } : { kind: 'sent', message, nextAt };
}

async function report(
  settled: Settled,
  { id, subscription, entries, attempts }: ClaimedPost,
  { announcer, options: { log, show } }: Attempting,
): Promise<void> {
  const { feed, place, by, origin } = subscription;
  const about = { post: id, feed, ...place, entries: entries.length };
  switch (settled.kind) {
    case 'sent':
      log.info({ ...about, message: settled.message }, 'posted');
      return;
    case 'again':
      log[attempts === 0 ? 'warn' : 'debug'](about, `not posted yet, and tried again: ${settled.reason}`);
      return;
    case 'dead':
      log.error(about, `never posted, see signpost feeds: ${settled.reason}`);
      return;
    case 'refused': {
      log.error(about, `nothing of ${feed} is posted in ${place.channel} any more: ${settled.reason}`);
      const title = entries[0] === undefined ? feed : show(entries[0]).feed;
      if (origin === 'chat' && by !== '')
        await announcer.tell(by, place, { feed: title, reason: settled.reason });
    }
  }
}
