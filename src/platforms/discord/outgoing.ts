import { MessageFlags } from 'discord.js';
import type { Message } from './render/message.ts';

/** A message as discord.js takes it. */
export interface Outgoing {
  readonly components: Message['components'];
  readonly flags: MessageFlags.IsComponentsV2;
  readonly allowedMentions: {
    readonly parse: never[];
    readonly users: string[];
    readonly repliedUser: false;
  };
}

/** Nobody is pinged but the one person whom somebody asked for. */
export function outgoing({ components, allowed_mentions }: Message): Outgoing {
  const users = [...(allowed_mentions.users ?? [])];
  return {
    components,
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], users, repliedUser: false },
  };
}

/** The same for one person's eyes. */
export function whispered(message: Message) {
  return { ...outgoing(message), flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const };
}
