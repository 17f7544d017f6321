import type { Fields } from '../slack/fields.ts';
import { refusal } from './discord-error.ts';

/** What the app answered an interaction with. */
export interface Callback {
  /** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
  readonly type: number;
  readonly data: Fields;
  /** Whether Discord took it. */
  readonly accepted: boolean;
  readonly ms: number;
}

/** An interaction, and what came of it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly channelId: string;
  readonly userId: string;
  /** As Discord tells of it in the reply. */
  readonly metadata: Fields;
  /** Message of the button. */
  readonly sourceId: string | undefined;
  /** More than three seconds old, and not answered in time. */
  readonly isLate: boolean;
  /** More than fifteen minutes old. */
  isExpired: boolean;
  /** The accepted one. */
  callback: Callback | undefined;
  /** What `@original` is. */
  originalId: string | undefined;
  /** Accepted ones, oldest first: bodies as the app sent them. */
  readonly followUps: Fields[];
  readonly edits: Fields[];
  /** Ids of messages that were removed. */
  readonly deleted: string[];
  readonly begun: number;
  /** Hears of every callback. */
  readonly settle: (callback: Callback) => void;
}

/** Every interaction since the start, by token. */
export class Interactions {
  readonly all = new Map<string, Interaction>();

  add(interaction: Interaction): void {
    this.all.set(interaction.token, interaction);
  }

  /** The one that can still be answered; throws what Discord says to a second answer, or to a late one. */
  unanswered(id: string, token: string): Interaction {
    const found = this.all.get(token);
    if (found === undefined || found.id !== id || found.isLate || found.isExpired)
      throw refusal('unknownInteraction');
    if (found.callback !== undefined) throw refusal('alreadyAnswered');
    return found;
  }

  /** The one that messages can be sent for. */
  answered(token: string): Interaction {
    const found = this.all.get(token);
    if (found === undefined || found.isExpired) throw refusal('invalidWebhookToken');
    if (found.callback === undefined) throw refusal('unknownWebhook');
    return found;
  }
}
