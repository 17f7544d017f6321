import { commandsIn } from './commands.ts';
import type { CommandBody, CommandOptions } from './commands.ts';
import { needsOf, SCOPES } from './needs.ts';
import type { DiscordSettings } from './settings.ts';

export interface ManifestOptions extends CommandOptions {
  readonly settings: DiscordSettings;
  /** Discord's id of the application. */
  readonly applicationId: string;
}

/** What somebody needs to set up the application, to read and for programs. */
export interface DiscordManifest {
  /** The page where somebody adds the bot to a guild. */
  readonly invite: string;
  readonly scopes: readonly string[];
  readonly permissions: readonly { readonly name: string; readonly reason: string }[];
  /** Those that are privileged have to be turned on. */
  readonly intents: readonly {
    readonly name: string;
    readonly privileged: boolean;
    readonly reason: string;
  }[];
  /** As they are registered everywhere, or in each of the guilds. */
  readonly commands: readonly CommandBody[] | Readonly<Record<string, readonly CommandBody[]>>;
}

/** Exactly what the settings need. */
export function discordManifest(options: ManifestOptions): DiscordManifest {
  const { settings, applicationId, feeds } = options;
  const { intents, permissions } = needsOf(settings, { changelogs: feeds.length > 0 });
  const guilds = settings.commandGuilds;
  return {
    invite: inviteUrl(applicationId, permissions.bits),
    scopes: SCOPES,
    permissions: permissions.names.map(({ label, reason }) => ({ name: label, reason })),
    intents: intents.names.map(({ label, privileged, reason }) => ({ name: label, privileged, reason })),
    commands:
      guilds.length === 0
        ? commandsIn(options, undefined)
        : Object.fromEntries(guilds.map((guild) => [guild, commandsIn(options, guild)])),
  };
}

/** The page where somebody adds the bot to a guild: https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow */
export function inviteUrl(applicationId: string, permissions: bigint): string {
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: SCOPES.join(' '),
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}

/** The application's id, which a bot token starts with, as base64; undefined where it is no such token. */
export function applicationIdOf(token: string): string | undefined {
  const [first = ''] = token.split('.');
  const id = Buffer.from(first, 'base64').toString('latin1');
  return /^\d{17,20}$/u.test(id) ? id : undefined;
}
