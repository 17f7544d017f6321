import type { Config } from '../config/schema.ts';
import type { Environment } from '../config/secrets.ts';
import { slackCredentials } from '../config/slack-credentials.ts';
import { describeProblem } from '../core/problem.ts';
import type { Store } from '../core/store.ts';
import type { Log } from '../log.ts';
import type { DiscordPlatform } from '../platforms/discord/discord-platform.ts';
import type { SlackPlatform } from '../platforms/slack/slack-platform.ts';
import type { Notifications } from './create-notifications.ts';
import type { App } from './docs-app.ts';

export interface ChatAppOptions {
  readonly app: App;
  readonly config: Config;
  readonly environment: Environment;
  /** Undefined where nothing is kept; then there is no chat either. */
  readonly store: Store | undefined;
  /** Undefined where nothing is kept. */
  readonly notifications: Pick<Notifications, 'changelog'> | undefined;
  readonly log: Log;
}

/** Slack, where there are credentials for it; what is wrong with them is logged, and everything else goes on. */
export async function createSlack({
  app,
  config,
  environment,
  store,
  notifications,
  log,
}: ChatAppOptions): Promise<SlackPlatform | undefined> {
  const found = slackCredentials(environment.tokens);
  if (found.kind === 'problems') for (const problem of found.problems) log.error(describeProblem(problem));
  if (found.kind !== 'credentials' || store === undefined || notifications === undefined) return undefined;
  const { createSlackPlatform } = await import('../platforms/slack/slack-platform.ts');
  const { credentials } = found;
  const { slack: settings, command, title, limit } = config;
  return createSlackPlatform({
    core: app.core,
    log,
    settings,
    credentials,
    command,
    title,
    limit,
    url: settings.url,
    apiUrl: environment.slackApiUrl,
    ...store,
    changelog: notifications.changelog,
    changelogCommand: changelogCommandOf(config),
    now: () => new Date(),
  });
}

/** Discord, where there is a token for it. */
export async function createDiscord({
  app,
  config,
  environment,
  store,
  notifications,
  log,
}: ChatAppOptions): Promise<DiscordPlatform | undefined> {
  const { discordToken: token } = environment.tokens;
  if (token === undefined || store === undefined || notifications === undefined) return undefined;
  const { createDiscordPlatform } = await import('../platforms/discord/discord-platform.ts');
  const { discord: settings, command, limit } = config;
  return createDiscordPlatform({
    core: app.core,
    log,
    settings,
    token,
    command,
    limit,
    apiUrl: environment.discordApiUrl,
    ...store,
    changelog: notifications.changelog,
    changelogCommand: changelogCommandOf(config),
    now: () => new Date(),
  });
}

/** Empty where there is no feed to ask about. */
function changelogCommandOf({ feeds, changelog }: Config): string {
  return feeds.length === 0 ? '' : changelog.command;
}
