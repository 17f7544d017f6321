import { stringify } from 'yaml';
import { listed } from '../config/listed.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { complain } from './prepare.ts';

export interface ManifestFlags {
  /** As it was typed. */
  readonly platform: string;
  /** Whether many workspaces are to install the app; Slack's only. */
  readonly many: boolean;
  /** Discord's id of the application, as it was typed. */
  readonly application: string | undefined;
}

type Print = (context: CommandContext, config: Config, flags: ManifestFlags) => Promise<ExitCode>;

const PLATFORMS: ReadonlyMap<string, Print> = new Map([
  ['slack', printSlack],
  ['discord', printDiscord],
]);

/** `signpost manifest slack` or `discord`: what the platform's console needs, on standard output and nothing else. */
export async function manifest(context: CommandContext, flags: ManifestFlags): Promise<ExitCode> {
  const print = PLATFORMS.get(flags.platform);
  if (print === undefined) {
    const asked = JSON.stringify(flags.platform);
    const known = listed([...PLATFORMS.keys()], 'and');
    return refuse(context, `there is no manifest for ${asked}; there is one for ${known}`);
  }
  const result = await loadConfig(context.configFile);
  if (result.kind === 'config') return print(context, result.config, flags);
  complain(context, result.problems);
  return EXIT.wrong;
}

async function printSlack(context: CommandContext, config: Config, flags: ManifestFlags): Promise<ExitCode> {
  const { slackClientId, slackAppToken } = context.environment.tokens;
  const { title, command, slack, collections, feeds, changelog } = config;
  const many = flags.many || slackClientId !== undefined;
  if (many && slack.url === '')
    return refuse(
      context,
      'many workspaces install the app at a page of this server: set slack.url in the config to its public https address',
    );
  // Loaded only here, since Slack's SDK takes longer to load than all other commands to answer.
  const { slackManifest, tooManyDomains } = await import('../platforms/slack/manifest.ts');
  const hosts = collections.map(({ site }) => new URL(site.url).hostname);
  const socket = slackAppToken !== undefined;
  const changelogCommand = feeds.length === 0 ? '' : changelog.command;
  const commands = { command, changelogCommand };
  const options = { title, ...commands, settings: slack, hosts, url: slack.url, many, socket };
  const problem = tooManyDomains(options);
  if (problem !== undefined) complain(context, [problem]);
  const text = stringify(slackManifest(options), { lineWidth: 0 });
  context.stdout.write(
    `# Paste this at https://api.slack.com/apps → Create New App → From a manifest → YAML\n${text}`,
  );
  return EXIT.good;
}

/** What to do with it goes to standard error, since JSON has no comments. */
async function printDiscord(
  context: CommandContext,
  config: Config,
  flags: ManifestFlags,
): Promise<ExitCode> {
  // Loaded only here, as Slack's SDK is.
  const { applicationIdOf, discordManifest } = await import('../platforms/discord/manifest.ts');
  const { command, collections, feeds, discord: settings } = config;
  const changelogCommand = config.changelog.command;
  const applicationId = flags.application ?? applicationIdOf(context.environment.tokens.discordToken ?? '');
  if (applicationId === undefined || !/^\d{17,20}$/u.test(applicationId))
    return refuse(context, NO_APPLICATION);
  const printed = discordManifest({
    command,
    changelogCommand,
    collections,
    feeds,
    settings,
    applicationId,
  });
  const turnedOn = printed.intents.filter(({ privileged }) => privileged).map(({ name }) => `${name} Intent`);
  context.stderr.write(
    `Open "invite" to add the bot to a guild. signpost start registers "commands" by itself.\n`,
  );
  if (turnedOn.length > 0)
    context.stderr.write(
      `First turn on ${listed(turnedOn, 'and')} at https://discord.com/developers/applications/${applicationId}/bot\n`,
    );
  context.stdout.write(`${JSON.stringify(printed, undefined, 2)}\n`);
  return EXIT.good;
}

const NO_APPLICATION =
  'name the Discord application with --application ID, or set DISCORD_TOKEN to its bot token; the ID is at https://discord.com/developers/applications → the application → General Information → Application ID';

function refuse({ stderr }: CommandContext, message: string): ExitCode {
  stderr.write(`signpost: ${message}\n`);
  return EXIT.wrong;
}
