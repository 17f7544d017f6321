import type { Reply } from '../../core/reply.ts';

/** What another platform would send for a reply, for whoever tunes docs or a config without that platform at hand. */
export interface Preview {
  /** Its name in addresses: `slack`. */
  readonly name: string;
  /** Its name for people: `Slack`. */
  readonly title: string;
  /** The body of the message as JSON, just as it would be sent; for Slack its `text` and `blocks`. */
  readonly render: (reply: Reply) => Readonly<Record<string, unknown>>;
}
