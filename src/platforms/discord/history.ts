import type { Message } from 'discord.js';
import { decodeButton } from './render/buttons.ts';
import type { ButtonState } from './render/buttons.ts';

/** Messages that are read to find the last reply: as many as Discord gives at once. */
const READ = 100;

/** A reply of the bot's own to a person. */
export interface EarlierReply {
  /** What its button for more results holds; undefined where there are none. */
  readonly more: ButtonState | undefined;
}

/** The last reply before a message to the same person; undefined where there is none. Rejects with Discord's error. */
export async function findEarlierReply(message: Message): Promise<EarlierReply | undefined> {
  const { channel, author, client } = message;
  const messages = await channel.messages.fetch({ before: message.id, limit: READ });
  const own = [...messages.values()].filter((one) => one.author.id === client.user.id);
  for (const earlier of own) {
    const buttons = customIdsOf(earlier.components.map((one) => one.toJSON())).flatMap(
      (customId) => decodeButton(customId) ?? [],
    );
    if (!buttons.some(({ state }) => state.asker === author.id && state.id !== '')) continue;
    return { more: buttons.find(({ action }) => action === 'more')?.state };
  }
  return undefined;
}

function customIdsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(customIdsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { custom_id: id, components } = value as { custom_id?: unknown; components?: unknown };
  return [...(typeof id === 'string' ? [id] : []), ...customIdsOf(components)];
}
