import { lazy } from 'react';
import type { ComponentType } from 'react';
import { discordFacts } from './discord-facts.ts';
import type { MessageFacts } from './message-facts.ts';
import type { Message } from './server.ts';
import { slackFacts } from './slack-facts.ts';

/** How the messages of a platform are drawn. */
export interface Drawing {
  /** Loaded when it is first shown: the libraries that draw are larger than the page. */
  readonly Drawing: ComponentType<{ message: Message }>;
  readonly factsOf: (message: Message) => MessageFacts;
}

const DRAWINGS: ReadonlyMap<string, Drawing> = new Map([
  [
    'slack',
    {
      Drawing: lazy(async () => ({ default: (await import('./slack-message.tsx')).SlackMessage })),
      factsOf: slackFacts,
    },
  ],
  [
    'discord',
    {
      Drawing: lazy(async () => ({ default: (await import('./discord-message.tsx')).DiscordMessage })),
      factsOf: discordFacts,
    },
  ],
]);

/** The drawing of the platform of that name; undefined for one whose messages are shown as JSON only. */
export function drawingOf(name: string): Drawing | undefined {
  return DRAWINGS.get(name);
}
