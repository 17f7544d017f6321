import { checkMcp } from '../app/check-mcp.ts';
import type { Config } from '../config/schema.ts';
import type { Environment } from '../config/secrets.ts';
import { slackCredentials } from '../config/slack-credentials.ts';
import type { SlackCredentials } from '../config/slack-credentials.ts';
import type { Page } from '../core/page.ts';
import type { Problem } from '../core/problem.ts';
import { counted, renderProblems } from '../platforms/terminal/listing.ts';
import { checkFeeds } from './check-feeds.ts';
import { checkLinks } from './check-links.ts';
import type { LinksOptions } from './check-links.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { docsProblems, prepare } from './prepare.ts';
import type { Prepared } from './prepare.ts';

/**
 * `signpost check`: config, credentials, sources and links; what is wrong, and how to mend it. Warnings alone are no failure.
 * With `links`, the site itself is looked at, too.
 */
export async function check(context: CommandContext, links: LinksOptions | undefined): Promise<ExitCode> {
  const prepared = await prepare(context, { snapshot: false, fresh: true });
  if (prepared === undefined) return EXIT.wrong;
  if (!(await prepared.open())) return EXIT.wrong;
  const { app, config } = prepared;
  const feeds = await checkFeeds(context, prepared);
  const platforms = [
    await slackCheck(context, prepared),
    await discordCheck(context, prepared),
    checkMcp(context.environment, context.problems),
  ];
  const site = links === undefined ? undefined : await checkLinks(context, prepared, links);
  // What was looked at only in part proves nothing.
  if (context.signal.aborted) return EXIT.wrong;
  const problems = [
    ...context.problems,
    ...platforms.flatMap((platform) => platform.problems),
    ...docsProblems(app),
    ...feeds.problems,
    ...(site?.problems ?? []),
  ];
  const lines = [
    `config: ${context.configFile}`,
    ...config.collections.map(({ name }) => collectionLine(name, app.pages)),
    ...feeds.lines,
    ...platformLines(config, context.environment),
    ...platforms.flatMap((platform) => platform.lines),
    ...(site?.lines ?? []),
    '',
    renderProblems(problems, context.outOptions),
  ];
  context.stdout.write(`${lines.join('\n')}\n`);
  return problems.some(({ severity }) => severity === 'error') ? EXIT.wrong : EXIT.good;
}

function collectionLine(name: string, pages: readonly Page[]): string {
  const own = pages.filter(({ collection }) => collection === name);
  const sections = own.reduce((sum, page) => sum + page.sections.length, 0);
  return `collection ${name}: ${counted(own.length, 'page')}, ${counted(sections, 'section')}`;
}

function platformLines(config: Config, { host, port }: Environment): string[] {
  return [`chat page: port ${port} of ${host}, titled ${config.title}`];
}

interface PlatformCheck {
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

async function slackCheck(
  { environment, problems }: CommandContext,
  { config, log }: Prepared,
): Promise<PlatformCheck> {
  const result = slackCredentials(environment.tokens);
  switch (result.kind) {
    case 'none':
      return { lines: ['Slack: off, since none of its variables is set'], problems: [] };
    case 'problems': {
      // A variable that is set wrongly counts as unset, but that it is missing would be the lesser half of the truth.
      const isTold = problems.some(({ message }) => /^(?:SLACK_|ENCRYPTION_KEY)/u.test(message));
      return { lines: ['Slack: off, see below'], problems: isTold ? [] : result.problems };
    }
    case 'credentials':
      return askSlack(result.credentials, environment, { config, log });
  }
}

async function askSlack(
  credentials: SlackCredentials,
  { slackApiUrl: apiUrl }: Environment,
  { config, log }: Pick<Prepared, 'config' | 'log'>,
): Promise<PlatformCheck> {
  // Loaded only here, since Slack's SDK takes longer to load than all other commands to answer.
  const { checkSlack } = await import('../platforms/slack/check-slack.ts');
  const { needsOf } = await import('../platforms/slack/needs.ts');
  const { slack, feeds } = config;
  const needs = needsOf(slack, {
    changelog: feeds.length > 0,
    many: credentials.workspace.kind === 'many',
    socket: credentials.transport.kind === 'socket',
  });
  return checkSlack({ credentials, apiUrl, url: slack.url, needs, log });
}

async function discordCheck(
  { environment, problems }: CommandContext,
  { app, config, log }: Prepared,
): Promise<PlatformCheck> {
  const { tokens, discordApiUrl: apiUrl } = environment;
  const { discordToken: token } = tokens;
  if (token === undefined) {
    const isTold = problems.some(({ message }) => message.startsWith('DISCORD_TOKEN'));
    return {
      lines: [`Discord: off, ${isTold ? 'see below' : 'since DISCORD_TOKEN is not set'}`],
      problems: [],
    };
  }
  // Loaded only here, as Slack's SDK is.
  const { checkDiscord } = await import('../platforms/discord/check-discord.ts');
  const { commandsIn } = await import('../platforms/discord/commands.ts');
  const { command, discord: settings, feeds } = config;
  // With the versions that the docs turned out to have.
  const collections = app.core
    .help()
    .collections.filter(({ name }) => !feeds.some((feed) => feed.name === name));
  const changelogCommand = config.changelog.command;
  const options = { command, changelogCommand, collections, feeds, settings };
  const commands = (guild: string | undefined) => commandsIn(options, guild);
  const subscribed = subscribedOnDiscord(config);
  return checkDiscord({ token, apiUrl, settings, subscribed, changelogs: feeds.length > 0, commands, log });
}

/** Discord's ids are numbers, Slack's are not. */
function subscribedOnDiscord({ feeds }: Config): { id: string; key: string }[] {
  return feeds.flatMap(({ subscriptions }, feed) =>
    subscriptions
      .map(({ channel }, index) => ({ id: channel, key: `feeds[${feed}].subscriptions[${index}]` }))
      .filter(({ id }) => /^\d+$/u.test(id)),
  );
}
