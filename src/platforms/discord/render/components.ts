import type {
  APIActionRowComponent,
  APIButtonComponentWithCustomId,
  APIComponentInContainer,
  APIContainerComponent,
  APIMediaGalleryComponent,
  APIMessageTopLevelComponent,
  APISeparatorComponent,
  APITextDisplayComponent,
} from 'discord.js';
import { clipped, isVisible, literal } from '../../literal.ts';
import { pictureAddress } from './address.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';

/** `IS_COMPONENTS_V2`: https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const COMPONENTS_V2 = 32_768;

export type Button = APIButtonComponentWithCustomId;
export type Row = APIActionRowComponent<Button>;

export type Container = APIContainerComponent;

/** What stands in the container of a reply. */
export type Component = Row | APIMediaGalleryComponent | APISeparatorComponent | APITextDisplayComponent;

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
export function container(components: readonly Component[]): Container {
  const inner: APIComponentInContainer[] = [...components];
  return { type: 17, components: inner };
}

/** One picture; none where Discord would not show it. `description` is for those who do not see it. */
export function picture(url: string, description: string): APIMediaGalleryComponent[] {
  const address = pictureAddress(url);
  if (address === undefined) return [];
  const said = clipped(literal(description).trim(), LIMITS.mediaDescription);
  return [
    { type: 12, items: [{ media: { url: address }, ...(isVisible(said) ? { description: said } : {}) }] },
  ];
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
