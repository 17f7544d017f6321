import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** What a person does about an error of Discord's: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const REMEDIES: Readonly<Record<number, string>> = {
  10003: 'the channel is gone; take it out of the config if it is there',
  10004: 'the bot is not in the guild; invite it with what `signpost manifest discord` prints',
  10008: 'the message is gone',
  10062: 'the interaction took too long; see whether the machine is overloaded',
  40060: 'the interaction was answered already',
  50001: 'the bot cannot see the channel; give it the permission View Channel there',
  50007: 'the person takes no direct messages from the bot',
  50008:
    'the channel takes no messages, such as a forum or a category; choose another, or a post of the forum',
  50013: 'the bot lacks a permission there; `signpost check` names it',
  50024: 'that cannot be done in a channel of this type; choose another',
  50035: 'please report this: Discord does not accept a reply',
  50083: 'the thread is closed; open it, or choose another channel',
  160_005: 'the thread is locked',
};

/** Nobody is there any more, or somebody has answered: nothing is lost by it. */
const HARMLESS = new Set([10062, 40060]);

/** What went wrong and what to do, in a sentence, without anything secret. */
export function describeError(error: unknown): string {
  if (error instanceof DiscordAPIError) {
    const remedy = REMEDIES[Number(error.code)] ?? remedyFor(error.status);
    return `Discord says ${error.code} (${error.message.split('\n', 1)[0] ?? ''}): ${remedy}`;
  }
  if (error instanceof HTTPError) return `Discord answers with HTTP ${error.status}; try again later`;
  if (error instanceof RateLimitError)
    return `Discord asks to wait ${Math.ceil(error.retryAfter / 1_000)} s; less at a time may help`;
  const reason = error instanceof Error ? error.message : String(error);
  return `Discord cannot be reached (${reason}); see the network, and DISCORD_API_URL if it is set`;
}

/** Whether an interaction is over, or answered already, as after a resume. */
export function isHarmless(error: unknown): boolean {
  return error instanceof DiscordAPIError && HARMLESS.has(Number(error.code));
}

function remedyFor(status: number): string {
  if (status === 401) return 'the token is not valid; reset it under Bot, and set DISCORD_TOKEN anew';
  return 'see https://docs.discord.com/developers/topics/opcodes-and-status-codes#json';
}
