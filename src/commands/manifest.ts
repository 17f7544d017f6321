import { stringify } from 'yaml';
import { listed } from '../config/allowed.ts';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { complain } from './prepare.ts';

const PLATFORMS = ['slack'] as const;

export interface ManifestFlags {
  /** As it was typed. */
  readonly platform: string;
  /** Whether many workspaces are to install the app. */
  readonly many: boolean;
}

/** `signpost manifest slack`: what to paste into the platform's console, on standard output and nothing else. */
export async function manifest(context: CommandContext, flags: ManifestFlags): Promise<ExitCode> {
  const { stderr } = context;
  if (flags.platform !== 'slack') {
    const asked = JSON.stringify(flags.platform);
    stderr.write(
      `signpost: there is no manifest for ${asked}; there is one for ${listed(PLATFORMS, 'and')}\n`,
    );
    return EXIT.wrong;
  }
  const result = await loadConfig(context.configFile);
  if (result.kind === 'problems') {
    complain(context, result.problems);
    return EXIT.wrong;
  }
  const { config } = result;
  const many = flags.many || context.environment.tokens.slackClientId !== undefined;
  if (many && config.slack.url === '') {
    stderr.write(
      'signpost: many workspaces install the app at a page of this server: set slack.url in the config to its public https address\n',
    );
    return EXIT.wrong;
  }
  await print(context, config, many);
  return EXIT.good;
}

async function print(context: CommandContext, config: Config, many: boolean): Promise<void> {
  // Loaded only here, since Slack's SDK takes longer to load than all other commands to answer.
  const { slackManifest, tooManyDomains } = await import('../platforms/slack/manifest.ts');
  const { title, command, slack, collections } = config;
  const hosts = collections.map(({ site }) => new URL(site.url).hostname);
  const socket = context.environment.tokens.slackAppToken !== undefined;
  const options = { title, command, settings: slack, hosts, url: slack.url, many, socket };
  const problem = tooManyDomains(options);
  if (problem !== undefined) complain(context, [problem]);
  const text = stringify(slackManifest(options), { lineWidth: 0 });
  context.stdout.write(
    `# Paste this at https://api.slack.com/apps → Create New App → From a manifest → YAML\n${text}`,
  );
}
