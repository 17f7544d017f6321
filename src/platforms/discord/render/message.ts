import type { APIMessageTopLevelComponent } from 'discord.js';
import type { Words } from '../../words/words.ts';
import type { ButtonState } from './buttons.ts';

/** What a message says, as JSON for Discord: components V2, and no mention that pings. */
export interface Message {
  /** `IS_COMPONENTS_V2`; who sends it adds `EPHEMERAL`. */
  readonly flags: number;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly allowed_mentions: AllowedMentions;
}

export interface AllowedMentions {
  readonly parse: readonly never[];
  /** The one person whom somebody asked for. */
  readonly users?: readonly string[];
}

/** Who sees a reply, which decides on its buttons. */
export type Audience =
  /** Only the asker, in a channel: it can be shared. */
  | 'private'
  /** Everybody in a channel. */
  | 'public'
  /** A conversation with the bot. */
  | 'direct'
  /** A suggestion under a post of a forum. */
  | 'forum';

/** How a reply is shown. */
export interface Showing {
  readonly audience: Audience;
  /** What the buttons hold; `section` and `offset` are set by the renderer. */
  readonly state: ButtonState;
  /** The slash command with its slash, for the help. */
  readonly command: string;
  readonly words: Words;
  /** True once the asker has voted: thanks stand in place of the buttons to vote; in a forum, once the post is solved. */
  readonly voted: boolean;
  /** Name of the person who shared it, or in a forum of who says that it solved the post; empty for nobody. Plain text. */
  readonly sharedBy: string;
  /** Discord's id of the person that the reply is for, who is mentioned and may be pinged; empty for nobody. */
  readonly addressee: string;
}
