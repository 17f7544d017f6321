import { Routes } from 'discord.js';
import type { APIChannel, APIMessage, REST } from 'discord.js';
import { failureOf } from './announce-errors.ts';

/** Messages that Discord gives at once, and how often it is asked for more. */
const PAGE = 100;
const PAGES = 10;

/** Clocks differ by so many milliseconds at most. */
const SKEW = 60_000;

/** Milliseconds of Discord's first second: https://docs.discord.com/developers/reference#snowflakes */
const EPOCH = 1_420_070_400_000;

export interface LookingFor {
  readonly rest: Pick<REST, 'get'>;
  readonly channel: string;
  /** Discord's id of the bot. */
  readonly userId: string;
  /** Number of the post's container. */
  readonly component: number;
  readonly since: Date;
  readonly signal: AbortSignal;
}

export type FoundMessage =
  | { readonly kind: 'found'; readonly message: Pick<APIMessage, 'id' | 'flags'> }
  | { readonly kind: 'none' }
  | { readonly kind: 'again'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** Looks through what was written in a channel since then for a message of the bot's with this container. */
export async function findPost(looking: LookingFor): Promise<FoundMessage> {
  try {
    return await search(looking);
  } catch (error) {
    const failed = failureOf(error, {});
    switch (failed.kind) {
      case 'wait':
        return { kind: 'again', reason: `Discord asks to wait ${failed.seconds} s` };
      case 'again':
        return failed;
      case 'refused':
      case 'invalid':
        return { kind: 'unknown', reason: failed.reason };
    }
  }
}

async function search(looking: LookingFor): Promise<FoundMessage> {
  const start = snowflakeOf(looking.since.getTime() - SKEW);
  let after = start;
  for (let page = 0; page < PAGES; page += 1) {
    const messages = await messagesAfter(after, looking);
    const found = messages.find((message) => isIt(message, looking));
    if (found !== undefined) return { kind: 'found', message: found };
    if (messages.length === 0 && after === start) return whyEmpty(start, looking);
    if (messages.length < PAGE) return { kind: 'none' };
    after = messages.map(({ id }) => BigInt(id)).reduce((one, other) => (other > one ? other : one));
  }
  return { kind: 'unknown', reason: `too much was written in the channel since, ${PAGE * PAGES} messages` };
}

/** Discord gives those that come right after it: https://docs.discord.com/developers/resources/message#get-channel-messages */
async function messagesAfter(after: bigint, { rest, channel, signal }: LookingFor): Promise<APIMessage[]> {
  const query = new URLSearchParams({ after: String(after), limit: String(PAGE) });
  return (await rest.get(Routes.channelMessages(channel), { query, signal })) as APIMessage[];
}

/** Without Read Message History, Discord gives no messages and no error; that there is a later one, the channel tells. */
async function whyEmpty(start: bigint, { rest, channel, signal }: LookingFor): Promise<FoundMessage> {
  const known = (await rest.get(Routes.channel(channel), { signal })) as APIChannel;
  const last = 'last_message_id' in known ? (known.last_message_id ?? '0') : '0';
  if (BigInt(last) <= start) return { kind: 'none' };
  return {
    kind: 'unknown',
    reason: 'the bot cannot read the channel’s history; give it the permission Read Message History there',
  };
}

function isIt({ author, components = [] }: APIMessage, { userId, component }: LookingFor): boolean {
  return author.id === userId && components.some(({ id, type }) => type === 17 && id === component);
}

function snowflakeOf(time: number): bigint {
  return BigInt(Math.max(0, Math.floor(time) - EPOCH)) << 22n;
}
