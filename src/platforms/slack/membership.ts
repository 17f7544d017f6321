import type { ChannelPlace } from '../../core/subscription.ts';
import type { FindBot } from './bot-access.ts';
import { singleClient } from './single-client.ts';
import type { SingleClientOptions } from './single-client.ts';
import { describeError, errorCode } from './slack-errors.ts';

/** What Slack says of the history of a channel that the bot is not in; of a private one, it does not say that there is one. */
const OUTSIDE = new Set(['not_in_channel', 'channel_not_found']);

/** Whether the bot is known to be no member of a channel, so that it cannot post there. Never rejects. */
export type IsOutside = (place: ChannelPlace) => Promise<boolean>;

/**
 * Finds out by asking for the channel's history, which is allowed anyway: to ask for the channel itself takes a scope more.
 * https://docs.slack.dev/reference/methods/conversations.history#errors
 */
export function createIsOutside(options: SingleClientOptions & { readonly findBot: FindBot }): IsOutside {
  return async (place) => {
    const access = await options.findBot(place);
    if (access.kind !== 'bot') return false;
    try {
      const client = singleClient(access.bot, options);
      await client.conversations.history({ channel: place.channel, limit: 1 });
      return false;
    } catch (error) {
      options.log.debug({ channel: place.channel }, `a channel could not be read: ${describeError(error)}`);
      return OUTSIDE.has(errorCode(error));
    }
  };
}
