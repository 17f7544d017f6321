import { ApplicationFlags, DiscordAPIError, RateLimitError } from 'discord.js';
import type { APIApplication } from 'discord.js';
import type { Problem } from '../../core/problem.ts';
import { describeError } from './discord-errors.ts';
import type { NeededIntent } from './needs.ts';
import { problem, warning } from './problems.ts';

const APPLICATIONS = 'https://discord.com/developers/applications';

/** The privileged intents, and the flags of an application that has them, below and above Discord's bounds for review. */
const PRIVILEGED = [
  {
    name: 'MessageContent',
    label: 'Message Content Intent',
    flags: ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  },
  {
    name: 'GuildMembers',
    label: 'Server Members Intent',
    flags: ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  },
  {
    name: 'GuildPresences',
    label: 'Presence Intent',
    flags: ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited,
  },
] as const;

/** What of the application's settings keeps Signpost from working, or grants more than it needs. */
export function applicationProblems(application: APIApplication, needed: readonly NeededIntent[]): Problem[] {
  return [...intentProblems(application, needed), ...settingProblems(application)];
}

function intentProblems({ id, flags }: APIApplication, needed: readonly NeededIntent[]): Problem[] {
  const place = `${APPLICATIONS}/${id}/bot → Privileged Gateway Intents`;
  return PRIVILEGED.flatMap((intent) => {
    const isGranted = (flags & intent.flags) !== 0;
    const need = needed.find(({ name }) => name === intent.name);
    if (need !== undefined && !isGranted)
      return [
        problem(
          `the Discord application lacks the ${intent.label}, needed ${need.reason}`,
          `turn it on at ${place}, or remove discord.forums from the config`,
        ),
      ];
    if (need === undefined && isGranted)
      return [
        warning(
          `the Discord application has the ${intent.label}, which nothing needs`,
          `turn it off at ${place}`,
        ),
      ];
    return [];
  });
}

function settingProblems(application: APIApplication): Problem[] {
  const { id, bot_require_code_grant: needsCode, interactions_endpoint_url: endpoint } = application;
  return [
    ...(needsCode
      ? [
          problem(
            'nobody can add the Discord bot, since it requires an OAuth2 code grant',
            `turn off Requires OAuth2 Code Grant at ${APPLICATIONS}/${id}/bot`,
          ),
        ]
      : []),
    ...(endpoint === undefined || endpoint === null || endpoint === ''
      ? []
      : [
          problem(
            'Discord sends commands and clicks to another program, since the application has an interactions endpoint',
            `empty Interactions Endpoint URL at ${APPLICATIONS}/${id}/information`,
          ),
        ]),
  ];
}

/** Why Discord would not talk with the token. */
export function refusal(error: unknown): Problem {
  const status = error instanceof DiscordAPIError ? error.status : 0;
  if (status === 401)
    return problem(
      'Discord does not take DISCORD_TOKEN',
      `reset it at ${APPLICATIONS} → the application → Bot → Reset Token, and set the new one`,
    );
  if (status === 429 || error instanceof RateLimitError)
    return problem(
      'Discord asks to wait, so DISCORD_TOKEN is not checked',
      'run signpost check again in a minute',
    );
  return problem('DISCORD_TOKEN cannot be checked', describeError(error));
}
