import type { webApi } from '@slack/bolt';
import type { Announced, Announcer, FoundPost, Pause, Post } from '../../core/announcer.ts';
import type { ChannelPlace } from '../../core/subscription.ts';
import { within } from '../within.ts';
import { settleError, staysAsItIs } from './announce-errors.ts';
import type { FindBot } from './bot-access.ts';
import { findMarked, markOf } from './find-marked.ts';
import { post, STILL } from './posting.ts';
import type { Message } from './render/message.ts';
import { renderAnnouncement, withoutPictures } from './render/render-announcement.ts';
import { renderPause } from './render/render-pause.ts';
import { singleClient } from './single-client.ts';
import type { SingleClientOptions } from './single-client.ts';
import { describeError, errorCode } from './slack-errors.ts';

/** How long it may take to read a channel, in milliseconds. */
const READING = 18_000;

export interface AnnouncerOptions extends SingleClientOptions {
  readonly findBot: FindBot;
}

/**
 * Posts on Slack: https://docs.slack.dev/reference/methods/chat.postMessage. Every call ends within 20 seconds, and
 * nothing is tried again here: whoever keeps the delivery settles every answer.
 */
export function createSlackAnnouncer(options: AnnouncerOptions): Announcer {
  return {
    platform: 'slack',
    post: (announced) =>
      send(announced, options, async (client, message) => {
        const { channel } = announced.place;
        const metadata = markOf(announced);
        const sent = await client.chat.postMessage({ channel, metadata, ...message, ...STILL });
        return messageId({ channel: sent.channel ?? channel, ts: sent.ts ?? '' });
      }),
    update: (announced, id) => update(announced, id, options),
    find: (announced, since) => find(announced, since, options),
    tell: (person, place, pause) => tell({ person, place, pause }, options),
  };
}

/** Sends a message, and says what its id is; rejects with Slack's error. */
type Send = (client: webApi.WebClient, message: Message) => Promise<string>;

async function send(announced: Post, options: AnnouncerOptions, by: Send): Promise<Announced> {
  const access = await options.findBot(announced.place);
  if (access.kind !== 'bot') return access;
  const client = singleClient(access.bot, options);
  const message = drawn(announced);
  if ('kind' in message) return message;
  try {
    return { kind: 'sent', message: await by(client, message) };
  } catch (error) {
    const plain = errorCode(error) === 'invalid_blocks' ? withoutPictures(message) : undefined;
    if (plain === undefined) return settleError(error, payloadOf(announced, message));
    const { channel } = announced.place;
    options.log.info({ channel }, `a picture is left out: ${describeError(error)}`);
    return sendPlain(announced, plain, () => by(client, plain));
  }
}

/** What cannot be drawn can never be sent, and is no reason to end anything else. */
function drawn({ announcement }: Post): Message | Extract<Announced, { readonly kind: 'invalid' }> {
  try {
    return renderAnnouncement(announcement);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'invalid', reason: `the post cannot be drawn: ${reason}`, payload: '{}' };
  }
}

/** Slack loads pictures itself, and refuses the whole message where it cannot. */
async function sendPlain(announced: Post, message: Message, by: () => Promise<string>): Promise<Announced> {
  try {
    return { kind: 'sent', message: await by() };
  } catch (error) {
    return settleError(error, payloadOf(announced, message));
  }
}

async function update(announced: Post, id: string, options: AnnouncerOptions): Promise<Announced> {
  const where = positionOf(id);
  if (where === undefined)
    return { kind: 'invalid', reason: `${JSON.stringify(id)} is no message of Slack’s`, payload: '{}' };
  return send(announced, options, async (client, message) => {
    try {
      // The metadata stays as it is where none is given: https://docs.slack.dev/reference/methods/chat.update
      await client.chat.update({ ...where, ...message });
    } catch (error) {
      if (!staysAsItIs(error)) throw error;
      options.log.debug({ channel: where.channel }, `a post stays as it is: ${describeError(error)}`);
    }
    return id;
  });
}

async function find(announced: Post, since: Date, options: AnnouncerOptions): Promise<FoundPost> {
  const { findBot } = options;
  const access = await findBot(announced.place);
  if (access.kind === 'again') return access;
  if (access.kind === 'refused') return { kind: 'unknown', reason: access.reason };
  const client = singleClient(access.bot, options);
  try {
    const found = await within(READING, findMarked({ client, self: access.bot }, announced, since));
    if (found.kind !== 'found') return found;
    return { kind: 'found', message: messageId({ channel: announced.place.channel, ts: found.ts }) };
  } catch (error) {
    const settled = settleError(error, '');
    switch (settled.kind) {
      case 'wait':
        return { kind: 'again', reason: `Slack asks to wait ${settled.seconds} seconds` };
      case 'again':
        return settled;
      case 'refused':
      case 'invalid':
        return { kind: 'unknown', reason: settled.reason };
    }
  }
}

interface Telling {
  readonly person: string;
  readonly place: ChannelPlace;
  readonly pause: Pause;
}

async function tell({ person, place, pause }: Telling, options: AnnouncerOptions): Promise<void> {
  const { findBot, log } = options;
  const failed = (reason: string): void =>
    log.warn({ channel: place.channel, feed: pause.feed }, `nobody could be told of a pause: ${reason}`);
  const access = await findBot(place);
  if (access.kind !== 'bot') return failed(access.reason);
  try {
    const client = singleClient(access.bot, options);
    await post({ client, log }, { channel: person, thread: '' }, renderPause(place.channel, pause));
  } catch (error) {
    failed(describeError(error));
  }
}

interface Position {
  readonly channel: string;
  readonly ts: string;
}

function messageId({ channel, ts }: Position): string {
  return `${channel}:${ts}`;
}

function positionOf(id: string): Position | undefined {
  const [, channel, ts] = /^([A-Z\d]+):(\d+\.\d+)$/u.exec(id) ?? [];
  return channel === undefined || ts === undefined ? undefined : { channel, ts };
}

function payloadOf(announced: Post, message: Message): string {
  const { channel } = announced.place;
  return JSON.stringify({ channel, metadata: markOf(announced), ...message });
}
