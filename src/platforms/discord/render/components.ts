import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInContainer,
  APIMessageTopLevelComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
} from 'discord.js';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';

/** `IS_COMPONENTS_V2`: https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const COMPONENTS_V2 = 32_768;

export type Button = APIButtonComponentWithCustomId;
export type Row = APIActionRowComponent<Button>;

/** What stands in the container of a reply. */
export type Component = Row | APISeparatorComponent | APITextDisplayComponent;

/** A text in Discord's Markdown; none where it is empty, which Discord refuses. */
export function textDisplay(markdown: string): APITextDisplayComponent[] {
  return markdown.trim() === '' ? [] : [{ type: 10, content: markdown }];
}

export function separator(): APISeparatorComponent {
  return { type: 14, divider: true, spacing: 1 };
}

/** Buttons beside each other, the first that a row holds; nothing without any. */
export function row(buttons: readonly Button[]): Row[] {
  return buttons.length === 0 ? [] : [{ type: 1, components: buttons.slice(0, LIMITS.rowButtons) }];
}

/** Everything in one frame. */
export function container(components: readonly Component[]): APIMessageTopLevelComponent {
  const inner: APIComponentInContainer[] = [...components];
  return { type: 17, components: inner };
}

/** A message that pings nobody but those in `users`. */
export function message(
  components: readonly APIMessageTopLevelComponent[],
  users: readonly string[] = [],
): Message {
  const allowed = users.length === 0 ? { parse: [] } : { parse: [], users };
  return { flags: COMPONENTS_V2, components, allowed_mentions: allowed };
}

/** Characters that Discord counts. */
export function textLength(components: readonly Component[]): number {
  return components.reduce((sum, one) => sum + ('content' in one ? one.content.length : 0), 0);
}
