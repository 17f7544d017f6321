import type { Problem } from '../core/problem.ts';
import { listed } from './listed.ts';
import type { Tokens } from './secrets.ts';

/** How Slack reaches Signpost, and for which workspaces it speaks. */
export interface SlackCredentials {
  readonly transport: Transport;
  readonly workspace: Workspaces;
}

type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string };

type Workspaces =
  | { readonly kind: 'one'; readonly botToken: string }
  | {
      readonly kind: 'many';
      readonly clientId: string;
      readonly clientSecret: string;
      readonly stateSecret: string;
    };

export type SlackCredentialsResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'credentials'; readonly credentials: SlackCredentials }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

const APPS = 'https://api.slack.com/apps → the app';

/** Where each is found. */
const PLACES = {
  SLACK_BOT_TOKEN: `${APPS} → OAuth & Permissions → Bot User OAuth Token`,
  SLACK_APP_TOKEN: `${APPS} → Basic Information → App-Level Tokens`,
  SLACK_SIGNING_SECRET: `${APPS} → Basic Information → App Credentials`,
  SLACK_CLIENT_ID: `${APPS} → Basic Information → App Credentials`,
  SLACK_CLIENT_SECRET: `${APPS} → Basic Information → App Credentials`,
  SLACK_STATE_SECRET: 'any long text that nobody can guess: openssl rand -base64 32',
  ENCRYPTION_KEY: 'make one and keep it: openssl rand -base64 32',
} as const;

type Name = keyof typeof PLACES;

/** What of Slack's variables is set, as far as it goes together; without any of them there is no Slack. */
export function slackCredentials(tokens: Tokens): SlackCredentialsResult {
  const { slackBotToken, slackAppToken, slackSigningSecret } = tokens;
  const install = [tokens.slackClientId, tokens.slackClientSecret, tokens.slackStateSecret];
  const all = [slackBotToken, slackAppToken, slackSigningSecret, ...install];
  if (all.every((value) => value === undefined)) return { kind: 'none' };
  const transport = transportOf(tokens);
  const workspace = workspaceOf(tokens);
  if ('message' in transport || 'message' in workspace)
    return { kind: 'problems', problems: [transport, workspace].filter((one) => 'message' in one) };
  return { kind: 'credentials', credentials: { transport, workspace } };
}

function transportOf({ slackAppToken, slackSigningSecret }: Tokens): Transport | Problem {
  if (slackAppToken !== undefined) return { kind: 'socket', appToken: slackAppToken };
  if (slackSigningSecret !== undefined) return { kind: 'http', signingSecret: slackSigningSecret };
  return problem(
    'Slack has no way to reach Signpost',
    `for Socket Mode, set SLACK_APP_TOKEN (${PLACES.SLACK_APP_TOKEN}); for events over HTTP, SLACK_SIGNING_SECRET (${PLACES.SLACK_SIGNING_SECRET})`,
  );
}

function workspaceOf(tokens: Tokens): Workspaces | Problem {
  const { slackBotToken: botToken, slackClientId, slackClientSecret, slackStateSecret } = tokens;
  // An encryption key alone says nothing of Slack.
  const [forMany] = namesIn(
    {
      SLACK_CLIENT_ID: slackClientId,
      SLACK_CLIENT_SECRET: slackClientSecret,
      SLACK_STATE_SECRET: slackStateSecret,
    },
    (value) => value !== undefined,
  );
  if (botToken === undefined) return forMany === undefined ? NO_WORKSPACE : manyOf(tokens);
  if (forMany === undefined) return { kind: 'one', botToken };
  return problem(
    `SLACK_BOT_TOKEN is for one workspace and ${forMany} for many, but both are set`,
    'unset SLACK_BOT_TOKEN, or all of SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET',
  );
}

const NO_WORKSPACE = problem(
  'Slack has no workspace to answer in',
  `set SLACK_BOT_TOKEN (${PLACES.SLACK_BOT_TOKEN}), or for many workspaces SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, SLACK_STATE_SECRET and ENCRYPTION_KEY`,
);

function manyOf(tokens: Tokens): Workspaces | Problem {
  const { slackClientId: clientId, slackClientSecret: clientSecret } = tokens;
  const { slackStateSecret: stateSecret, encryptionKey } = tokens;
  if (clientId !== undefined && clientSecret !== undefined && stateSecret !== undefined && encryptionKey)
    return { kind: 'many', clientId, clientSecret, stateSecret };
  const missing = namesIn(
    {
      SLACK_CLIENT_ID: clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SLACK_STATE_SECRET: stateSecret,
      ENCRYPTION_KEY: encryptionKey,
    },
    (value) => value === undefined,
  );
  const are = missing.length === 1 ? 'is' : 'are';
  return problem(
    `for many workspaces in Slack, ${listed(missing, 'and')} ${are} missing`,
    missing.map((name) => `${name}: ${PLACES[name]}`).join('; '),
  );
}

/** The names of the variables whose values pass. */
function namesIn(values: Partial<Record<Name, unknown>>, passes: (value: unknown) => boolean): Name[] {
  const names = Object.keys(values) as Name[];
  return names.filter((name) => passes(values[name]));
}

function problem(message: string, remedy: string): Problem {
  return { severity: 'error', collection: '', file: '', line: 0, message, remedy };
}
