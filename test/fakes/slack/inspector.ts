import { checkBlocks, checkMessage } from '../../platforms/slack/render/check-message.ts';
import { isFields, objectsOf } from './fields.ts';
import type { Fields } from './fields.ts';

export type Surface = 'message' | 'home' | 'unfurl';

/** Throws for what Signpost must not send. */
export type OnMessage = (message: Fields, surface: Surface) => void;

/** A message that was sent and should not have been. */
export interface Violation {
  /** How it was sent: a method, `ack` or `response_url`. */
  readonly by: string;
  readonly message: Fields;
  readonly error: Error;
}

/** The rules of Block Kit, and Signpost's own. */
export function checkStrictly(message: Fields, surface: Surface): void {
  if (surface === 'unfurl') checkBlocks(objectsOf(message['blocks']), 'unfurl');
  else checkMessage(message);
}

/** Looks at whatever the app sends for people to see. */
export class Inspector {
  readonly violations: Violation[] = [];
  readonly #onMessage: OnMessage;

  constructor(onMessage: OnMessage) {
    this.#onMessage = onMessage;
  }

  /** What a method of the Web API is given. */
  call(method: string, args: Fields): void {
    const { view, unfurls } = args;
    if (/^chat\.(?:post|update)/u.test(method)) this.#look(method, args, 'message');
    else if (isFields(view)) this.#look(method, view, 'home');
    else if (isFields(unfurls))
      for (const one of objectsOf(Object.values(unfurls))) this.#look(method, one, 'unfurl');
  }

  /** An acknowledgement, or what is sent to a `response_url`; most say nothing. */
  message(by: 'ack' | 'response_url', message: unknown): void {
    if (isFields(message) && ('text' in message || 'blocks' in message)) this.#look(by, message, 'message');
  }

  #look(by: string, message: Fields, surface: Surface): void {
    try {
      this.#onMessage(message, surface);
    } catch (error) {
      this.violations.push({ by, message, error: error instanceof Error ? error : new Error(String(error)) });
    }
  }
}
