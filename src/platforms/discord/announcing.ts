import { REST, Routes } from 'discord.js';
import type { APIDMChannel, APIMessage } from 'discord.js';
import type { Announced, Announcer, FoundPost, Pause, Post } from '../../core/announcer.ts';
import type { ChannelPlace } from '../../core/subscription.ts';
import type { Log } from '../../log.ts';
import type { Words } from '../words/words.ts';
import { failureOf, isInvalid, isUnchangeable } from './announce-errors.ts';
import { describeError } from './discord-errors.ts';
import { findPost } from './find-post.ts';
import { identityOf } from './post-identity.ts';
import { publishPost } from './publish-post.ts';
import type { Message } from './render/message.ts';
import { renderNotice } from './render/notice.ts';
import { renderAnnouncement, withoutPictures } from './render/render-announcement.ts';
import type { DiscordSettings } from './settings.ts';

/** How long one request may take, in milliseconds. */
const PATIENCE = 10_000;

/** How long all requests of one call may take together, in milliseconds. */
const GIVE_UP = 20_000;

export interface AnnouncerOptions {
  readonly token: string;
  /** Address of the API, without a slash at the end. */
  readonly apiUrl: string;
  readonly settings: Pick<DiscordSettings, 'publish'>;
  /** Discord's id of the bot; undefined while Discord is not connected yet. */
  readonly userId: () => string | undefined;
  /** In the language of a channel's guild. */
  readonly wordsOf: (place: ChannelPlace) => Words;
  /** What people call a channel, such as `#general`. */
  readonly nameOf: (place: ChannelPlace) => string;
  readonly log: Log;
}

/** What the steps of an announcement share. */
interface Announcing extends AnnouncerOptions {
  readonly rest: REST;
}

/** Posts on Discord. Each call sends what it has to once; who calls decides about another time. */
export function createDiscordAnnouncer(options: AnnouncerOptions): Announcer {
  const announcing = { ...options, rest: restOf(options) };
  return {
    platform: 'discord',
    post: (post) => whenReady(announcing, () => send(post, announcing)),
    update: (post, message) => whenReady(announcing, () => change(post, message, announcing)),
    find: (post, since) => whenReady(announcing, (userId) => look(post, { since, userId }, announcing)),
    tell: (person, place, pause) => tell(person, { place, pause }, announcing),
  };
}

/** A client of its own, which neither tries again nor waits: the deliveries do both, and outlive this process. */
function restOf({ token, apiUrl }: AnnouncerOptions): REST {
  return new REST({
    api: apiUrl,
    version: '10',
    retries: 0,
    timeout: PATIENCE,
    rejectOnRateLimit: () => true,
    // Their timers would keep the program from ending, and what they sweep is a few bytes for each channel.
    hashSweepInterval: 0,
    handlerSweepInterval: 0,
  }).setToken(token);
}

const NOT_READY = { kind: 'again', reason: 'Discord is not connected yet' } as const;

async function whenReady<Result>(
  { userId, rest, token }: Announcing,
  work: (userId: string) => Promise<Result>,
): Promise<Result | typeof NOT_READY> {
  const id = userId();
  if (id === undefined) return NOT_READY;
  // After a 401, discord.js forgets the token, and would say so in place of Discord.
  rest.setToken(token);
  return work(id);
}

async function send(post: Post, announcing: Announcing): Promise<Announced> {
  const { nonce } = identityOf(post.id);
  const signal = AbortSignal.timeout(GIVE_UP);
  const announced = await withPictures(drawn(post, announcing), async (message) => {
    const body = { ...message, nonce, enforce_nonce: true };
    const route = Routes.channelMessages(post.place.channel);
    return (await announcing.rest.post(route, { body, signal })) as APIMessage;
  });
  if (announced.kind === 'sent')
    await publishPost({ place: post.place, message: announced.message, flags: 0, signal }, announcing);
  return announced;
}

async function change(post: Post, messageId: string, announcing: Announcing): Promise<Announced> {
  const signal = AbortSignal.timeout(GIVE_UP);
  return withPictures(drawn(post, announcing), async (message) => {
    try {
      const route = Routes.channelMessage(post.place.channel, messageId);
      return (await announcing.rest.patch(route, { body: message, signal })) as APIMessage;
    } catch (error) {
      if (!isUnchangeable(error)) throw error;
      announcing.log.debug({ message: messageId }, `a post stays as it is: ${describeError(error)}`);
      return { id: messageId };
    }
  });
}

function drawn({ id, place, announcement }: Post, { wordsOf }: Announcing): Message {
  return renderAnnouncement(announcement, { words: wordsOf(place), component: identityOf(id).component });
}

type Sending = (message: Message) => Promise<Pick<APIMessage, 'id'>>;

/** Once more without its pictures where Discord does not take the message with them. */
async function withPictures(message: Message, sending: Sending): Promise<Announced> {
  const plain = withoutPictures(message);
  try {
    const { id } = await sending(message);
    return { kind: 'sent', message: id };
  } catch (error) {
    return plain !== undefined && isInvalid(error) ? withPictures(plain, sending) : failureOf(error, message);
  }
}

async function look(
  post: Post,
  { since, userId }: { readonly since: Date; readonly userId: string },
  announcing: Announcing,
): Promise<FoundPost> {
  const { component } = identityOf(post.id);
  const { place } = post;
  const signal = AbortSignal.timeout(GIVE_UP);
  const looking = { rest: announcing.rest, channel: place.channel, userId, component, since, signal };
  const found = await findPost(looking);
  if (found.kind !== 'found') return found;
  const { id, flags = 0 } = found.message;
  await publishPost({ place, message: id, flags, signal }, announcing);
  return { kind: 'found', message: id };
}

interface Telling {
  readonly place: ChannelPlace;
  readonly pause: Pause;
}

async function tell(
  person: string,
  { place, pause: { feed, reason } }: Telling,
  { rest, token, wordsOf, nameOf, log }: Announcing,
): Promise<void> {
  const text = wordsOf(place).changelog.paused(feed, nameOf(place), reason);
  const signal = AbortSignal.timeout(GIVE_UP);
  try {
    rest.setToken(token);
    const { id } = (await rest.post(Routes.userChannels(), {
      body: { recipient_id: person },
      signal,
    })) as APIDMChannel;
    await rest.post(Routes.channelMessages(id), { body: renderNotice(text), signal });
  } catch (error) {
    log.warn({ person, ...place }, `nobody could be told of a pause: ${describeError(error)}`);
  }
}
