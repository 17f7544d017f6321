import type { Fields } from '../slack/fields.ts';

type Refusal = readonly [status: number, code: number, message: string];

/** What Discord refuses with: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Fields | undefined;

  constructor([status, code, message]: Refusal, errors?: Fields) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

const KNOWN = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  alreadyPublished: [400, 40033, 'This message has already been crossposted'],
  alreadyAnswered: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notOurs: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  closedToUs: [403, 50007, 'Cannot send messages to this user'],
  notText: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  archivedThread: [400, 50083, 'Thread is archived'],
  noHistory: [400, 160002, 'Cannot reply without permission to read message history'],
} as const;

/** One of Discord's refusals. */
export function refusal(name: keyof typeof KNOWN): DiscordError {
  return new DiscordError(KNOWN[name]);
}

/** For a body with something wrong in it: 50035, with a reason for each path such as `components.0.label`. */
export function invalidForm(complaints: readonly Complaint[]): DiscordError {
  const errors: Record<string, unknown> = {};
  for (const { at, code, message } of complaints) {
    let node = errors;
    for (const key of at.split('.')) node = (node[key] ??= {}) as Record<string, unknown>;
    node['_errors'] = [{ code, message }];
  }
  return new DiscordError([400, 50035, 'Invalid Form Body'], errors);
}

/** What Discord has against a part of a body. */
export interface Complaint {
  readonly at: string;
  readonly code: string;
  readonly message: string;
}
