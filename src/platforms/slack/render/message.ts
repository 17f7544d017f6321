import type { types } from '@slack/bolt';
import type { ButtonState } from './buttons.ts';

/** A block that Signpost sends. */
export type Block =
  | types.ActionsBlock
  | types.ContextBlock
  | types.DividerBlock
  | types.HeaderBlock
  | types.ImageBlock
  | types.InputBlock
  | types.RichTextBlock
  | types.SectionBlock;

/** What a message says. */
export interface Message {
  /** What notifications and screen readers say; plain, as Slack escapes it. */
  readonly text: string;
  readonly blocks: Block[];
}

/** Who sees a reply, which decides on its buttons. */
export type Audience =
  /** Only the asker, in a channel: it can be shared and dismissed. */
  | 'private'
  /** Everybody in a channel. */
  | 'public'
  /** A conversation with the bot. */
  | 'direct';

/** How a reply is shown. */
export interface Showing {
  readonly audience: Audience;
  /** What the buttons hold; `section` is set by the renderer. */
  readonly state: ButtonState;
  /** The slash command with its slash, for the help. */
  readonly command: string;
  /** True once somebody has voted: thanks are shown, and for a single reader instead of the buttons to vote. */
  readonly voted: boolean;
}
