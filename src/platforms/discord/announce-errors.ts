import { DiscordAPIError, RateLimitError } from 'discord.js';
import type { Announced } from '../../core/announcer.ts';
import { describeError } from './discord-errors.ts';

/** What came of a request that Discord did not do. */
export type Failed = Exclude<Announced, { readonly kind: 'sent' }>;

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const CODES = {
  unknownMessage: 10_008,
  notOurMessage: 50_005,
  archivedThread: 50_083,
  unknownUser: 10_013,
} as const;

/** Refusals of the channel, not of the message, although their status says otherwise: no text channel, closed threads. */
const OF_CHANNEL: ReadonlySet<number> = new Set([50_008, 50_024, CODES.archivedThread, 160_005]);

/** A message that is there to be changed no more: deleted, of another bot, in a thread that was closed. */
const UNCHANGEABLE: ReadonlySet<number> = new Set([
  CODES.unknownMessage,
  CODES.notOurMessage,
  CODES.archivedThread,
]);

/** Discord cannot do it at the moment, whatever the status says: sending is turned off, an internal error. */
const PASSING: ReadonlySet<number> = new Set([40_004, 40_333, 130_000]);

/** What an error of Discord's means for the message of a body. */
export function failureOf(error: unknown, body: object): Failed {
  if (error instanceof RateLimitError) return { kind: 'wait', seconds: secondsOf(error) };
  const reason = describeError(error);
  if (!(error instanceof DiscordAPIError)) return { kind: 'again', reason };
  const code = Number(error.code);
  // What has no code of Discord's is said by something in between, such as a proxy.
  if (PASSING.has(code) || !Number.isInteger(code)) return { kind: 'again', reason };
  const { status } = error;
  // A token that is no longer valid (401) says nothing about the channel: its posts wait for the new one.
  if (status === 403 || OF_CHANNEL.has(code) || isGone(code)) return { kind: 'refused', reason };
  return status === 400
    ? { kind: 'invalid', reason: invalidReason(error, reason), payload: JSON.stringify(body) }
    : { kind: 'again', reason };
}

/** Whether there is nothing left to change: the message, or the way to it, is gone. */
export function isUnchangeable(error: unknown): boolean {
  return error instanceof DiscordAPIError && UNCHANGEABLE.has(Number(error.code));
}

/** Whether the message itself is what Discord does not take. */
export function isInvalid(error: unknown): boolean {
  return failureOf(error, {}).kind === 'invalid';
}

/** Unknown channel, guild. */
function isGone(code: number): boolean {
  return code === 10_003 || code === 10_004;
}

function secondsOf({ timeToReset, retryAfter }: RateLimitError): number {
  const seconds = Math.ceil(Math.max(timeToReset, retryAfter) / 1_000);
  return Number.isFinite(seconds) ? Math.max(1, seconds) : 1;
}

/** Discord's further lines say which part of the message it is. */
function invalidReason({ message }: DiscordAPIError, reason: string): string {
  const parts = message.split('\n').slice(1).join('; ');
  return parts === '' ? reason : `${reason} (${parts})`;
}
