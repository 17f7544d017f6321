import { checkMessage } from '../../platforms/discord/render/check-message.ts';
import { isFields } from '../slack/fields.ts';
import type { Fields } from '../slack/fields.ts';
import { requireChoices } from './form-body.ts';

/** Throws for what Signpost must not send. */
export type OnMessage = (message: Fields) => void;

/** A message that was sent and should not have been. */
export interface Violation {
  /** The route that it was sent to. */
  readonly by: string;
  readonly message: Fields;
  readonly error: Error;
}

/** Nobody is pinged unless named: https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function checkMentions({ allowed_mentions: allowed }: Fields): void {
  if (!isFields(allowed)) throw new Error('a message without allowed_mentions may ping everybody');
  const { parse } = allowed;
  if (!Array.isArray(parse) || parse.length > 0) throw new Error('allowed_mentions.parse must be []');
}

/** The rules of components V2, and Signpost's own. */
export function checkStrictly(message: Fields): void {
  checkMessage(message);
}

/** Looks at whatever the app sends for people to see. */
export class Inspector {
  readonly violations: Violation[] = [];
  readonly #onMessage: OnMessage;

  constructor(onMessage: OnMessage) {
    this.#onMessage = onMessage;
  }

  /** A message, an edit, or the data of a callback; what says nothing, such as a deferral, is passed over. */
  look(by: string, message: Fields): void {
    if ('choices' in message) return this.#try(requireChoices, by, message);
    if (!['content', 'components', 'embeds'].some((key) => key in message)) return;
    for (const check of [checkMentions, this.#onMessage]) this.#try(check, by, message);
  }

  #try(check: OnMessage, by: string, message: Fields): void {
    try {
      check(message);
    } catch (error) {
      this.violations.push({ by, message, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
}
