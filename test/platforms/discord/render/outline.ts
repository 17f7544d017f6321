import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Message } from '../../../../src/platforms/discord/render/message.ts';

type Any = APIMessageTopLevelComponent;

/** The texts of a message, in order. */
export function textsOf({ components }: Pick<Message, 'components'>): string[] {
  return inner(components).flatMap((one) => (one.type === 10 ? [one.content] : []));
}

/** The buttons of a message, in order. */
export function buttonsOf({ components }: Pick<Message, 'components'>) {
  return inner(components)
    .flatMap((one) => (one.type === 1 ? one.components : []))
    .flatMap((one) => (one.type === 2 && 'custom_id' in one ? [one] : []));
}

/** A message as lines that a test can be read by: texts as they are, `(label)` for each button, `———` for a separator. */
export function outline({ components }: Pick<Message, 'components'>): string[] {
  return inner(components).flatMap((one) => {
    switch (one.type) {
      case 10:
        return one.content.split('\n');
      case 1:
        return [
          buttonsOf({ components: [one] })
            .map(({ label }) => `(${label})`)
            .join(' '),
        ];
      case 14:
        return ['———'];
      default:
        return [`{${one.type}}`];
    }
  });
}

function inner(components: readonly Any[]) {
  return components.flatMap((one) => (one.type === 17 ? one.components : [one]));
}
