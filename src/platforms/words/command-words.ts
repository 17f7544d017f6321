/**
 * Names of Discord's commands and their options, and what stands beside them:
 * https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming
 */
export interface CommandWords {
  /** The slash command; its name holds only where the config leaves it at the default. */
  readonly docs: NamedWords;
  readonly query: NamedWords;
  readonly collection: NamedWords;
  readonly version: NamedWords;
  readonly share: NamedWords;
  readonly for: NamedWords;
  /** Name of the command on a message: at most 32 characters, with spaces. */
  readonly find: string;
}

export interface NamedWords {
  /** At most 32 characters, in lower case and without spaces. */
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
}
