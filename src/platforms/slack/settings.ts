/** Where the answer to a mention goes: for everybody into the thread, or for the asker only. */
export type Visibility = 'thread' | 'private';

/** What the config says about Slack. */
export interface SlackSettings {
  /** Whether mentions are answered. */
  readonly mentions: boolean;
  readonly visibility: Visibility;
  /** Whether a mention without a question reads the message that its thread starts with. */
  readonly threads: boolean;
  readonly directMessages: boolean;
  /** Whether links to the docs unfurl. */
  readonly unfurl: boolean;
  readonly home: boolean;
  readonly assistant: boolean;
  /** Slack's ids of the only people who may have changelogs posted in channels; empty for everybody. */
  readonly managers: readonly string[];
  /** What single workspaces see beside what all see. */
  readonly workspaces: readonly WorkspaceSettings[];
  readonly channels: readonly ChannelSettings[];
}

export interface WorkspaceSettings {
  /** Slack's id, such as `T024BE7LD`. */
  readonly id: string;
  /** Collections that only the workspaces which name them see. */
  readonly collections: readonly string[];
}

export interface ChannelSettings {
  /** Slack's id, such as `C024BE91L`. */
  readonly id: string;
  /** Only these collections; empty for all that the workspace sees. */
  readonly collections: readonly string[];
  /** The language that is spoken there, as a BCP 47 tag; undefined: that of who asks, as far as it is known. */
  readonly locale?: string | undefined;
  /** Undefined: as everywhere. */
  readonly mentions?: boolean | undefined;
  readonly visibility?: Visibility | undefined;
}
