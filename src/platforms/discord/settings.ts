/** What the config says about Discord. */
export interface DiscordSettings {
  /** Whether mentions are answered. */
  readonly mentions: boolean;
  readonly directMessages: boolean;
  /** Whether the slash command answers privately where nobody says. */
  readonly private: boolean;
  /** Guilds that the commands are registered in; empty: everywhere. */
  readonly commandGuilds: readonly string[];
  /** `auto`: as many as Discord recommends. */
  readonly shards: number | 'auto';
  /** What single guilds see beside what all see. */
  readonly guilds: readonly GuildSettings[];
  readonly channels: readonly ChannelSettings[];
  readonly forums: readonly ForumSettings[];
  /** Ids of roles that may say what is posted in channels, beside those who may manage a channel. */
  readonly managers: readonly string[];
  /** Whether posts in announcement channels are published to the channels that follow them. */
  readonly publish: boolean;
}

export interface GuildSettings {
  /** Discord's id. */
  readonly id: string;
  /** Collections that only the guilds which name them see. */
  readonly collections: readonly string[];
  /** Undefined: as everywhere. */
  readonly private?: boolean | undefined;
}

export interface ChannelSettings {
  /** Discord's id; its threads go by it, too. */
  readonly id: string;
  /** Only these collections; empty for all that the guild sees. */
  readonly collections: readonly string[];
  /** The language that is spoken there, as a BCP 47 tag; undefined: that of who asks, as far as it is known. */
  readonly locale?: string | undefined;
  /** Undefined: as everywhere. */
  readonly mentions?: boolean | undefined;
  readonly private?: boolean | undefined;
}

/** A forum whose new posts get a suggestion; this needs the message-content intent. */
export interface ForumSettings {
  /** Discord's id of the forum. */
  readonly id: string;
  /** Discord's id of the tag that a solved post gets; empty for none. */
  readonly solvedTag: string;
}
