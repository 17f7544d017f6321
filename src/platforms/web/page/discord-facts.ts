import type { MessageFacts } from './message-facts.ts';
import type { Message } from './server.ts';

/** As in `platforms/discord/render/limits.ts`: Discord's limits of all text displays together, and of components. */
const CHARACTERS = 4_000;
const COMPONENTS = 40;

/** A component of a message: https://docs.discord.com/developers/components/reference */
export type Component = Readonly<Record<string, unknown>>;

/** The type of components that are text. */
export const TEXT_DISPLAY = 10;

/** The size of a message to Discord, which has no page that draws one. */
export function discordFacts(message: Message): MessageFacts {
  const components = allOf(message);
  const texts = components.filter(({ type }) => type === TEXT_DISPLAY);
  const characters = texts.reduce((sum, { content }) => sum + String(content ?? '').length, 0);
  return {
    sizes: [
      `${characters.toLocaleString('en')} of ${CHARACTERS.toLocaleString('en')} characters`,
      `${components.length} of ${COMPONENTS} components`,
    ],
    tool: undefined,
  };
}

/** What a message or a component holds; nothing where that is no list of components. */
export function componentsOf({ components }: Component): readonly Component[] {
  return Array.isArray(components) ? components.filter((one) => isComponent(one)) : [];
}

function allOf(parent: Component): readonly Component[] {
  return componentsOf(parent).flatMap((component) => [component, ...allOf(component)]);
}

function isComponent(value: unknown): value is Component {
  return typeof value === 'object' && value !== null;
}
