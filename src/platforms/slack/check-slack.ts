import { webApi } from '@slack/bolt';
import type { Problem } from '../../core/problem.ts';
import type { Log } from '../../log.ts';
import { clientOptions } from './bolt-app.ts';
import type { SlackCredentials } from './credentials.ts';
import { INSTALL_PATH } from './install-pages.ts';
import type { Need, Needs } from './needs.ts';
import { describeError, errorCode } from './slack-errors.ts';

export interface SlackCheckOptions {
  readonly credentials: SlackCredentials;
  /** Address of the Web API, with a slash at its end. */
  readonly apiUrl: string;
  /** Public address of the server; empty where it has none. */
  readonly url: string;
  readonly needs: Needs;
  readonly log: Log;
}

export interface SlackCheck {
  /** What is set up, to read. */
  readonly lines: readonly string[];
  readonly problems: readonly Problem[];
}

const APP = 'https://api.slack.com/apps → the app';

const TRANSPORTS = { socket: 'Socket Mode', http: 'events over HTTP' } as const;

/** Asks Slack whether the tokens are right, and allow what the settings need. Nobody sees anything of it in Slack. */
export async function checkSlack(options: SlackCheckOptions): Promise<SlackCheck> {
  const { credentials } = options;
  const parts = [await checkWorkspace(options), await checkTransport(options)];
  const problems = [...parts.flatMap((part) => part.problems), ...addressProblems(options)];
  const summary = parts.flatMap(({ lines }) => lines).join(', ');
  const unseen =
    credentials.transport.kind === 'http'
      ? ['Slack: whether the signing secret is right shows only when Slack sends something']
      : [];
  return { lines: [`Slack: ${summary}`, ...unseen], problems };
}

async function checkWorkspace(options: SlackCheckOptions): Promise<SlackCheck> {
  const { workspace } = options.credentials;
  if (workspace.kind === 'many') {
    const { url } = options;
    const where =
      url === '' ? 'many workspaces' : `many workspaces, which install it at ${url}${INSTALL_PATH}`;
    return { lines: [where], problems: [] };
  }
  try {
    const found = await clientOf(options, workspace.botToken).auth.test();
    const granted = found.response_metadata?.scopes?.filter((scope) => scope !== '');
    const { team = '?', team_id: id = '?', user = '?' } = found;
    const scopes =
      granted === undefined ? [] : [granted.length === 1 ? '1 scope' : `${granted.length} scopes`];
    return {
      lines: [`${team} (${id}) as @${user}`, ...scopes],
      problems: scopeProblems(options.needs.scopes, granted),
    };
  } catch (error) {
    return {
      lines: ['not connected'],
      problems: [refusal('SLACK_BOT_TOKEN', error, BOT_TOKEN_REMEDIES)],
    };
  }
}

async function checkTransport(options: SlackCheckOptions): Promise<SlackCheck> {
  const { transport } = options.credentials;
  const lines = [TRANSPORTS[transport.kind]];
  if (transport.kind === 'http') return { lines, problems: [] };
  try {
    await clientOf(options, transport.appToken).apps.connections.open();
    return { lines, problems: [] };
  } catch (error) {
    return { lines, problems: [refusal('SLACK_APP_TOKEN', error, APP_TOKEN_REMEDIES)] };
  }
}

function clientOf({ apiUrl, log }: SlackCheckOptions, token: string): webApi.WebClient {
  return new webApi.WebClient(token, {
    ...clientOptions(apiUrl, log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
}

/** What is granted and what is needed, one beside the other; undefined where Slack did not say what is granted. */
function scopeProblems(needed: readonly Need[], granted: readonly string[] | undefined): Problem[] {
  if (granted === undefined)
    return [
      warning(
        'Slack does not say which scopes the bot token has',
        `compare ${APP} → OAuth & Permissions with what signpost manifest slack prints`,
      ),
    ];
  const missing = needed.filter(({ name }) => !granted.includes(name));
  const extra = granted.filter((scope) => needed.every(({ name }) => name !== scope));
  return [
    ...missing.map(({ name, reason }) =>
      problem(
        `the Slack app lacks the scope ${name}, needed ${reason}`,
        `add it at ${APP} → OAuth & Permissions → Scopes → Bot Token Scopes, then reinstall the app at the top of that page`,
      ),
    ),
    ...extra.map((scope) =>
      warning(
        `the Slack app has the scope ${scope}, which nothing needs`,
        `remove it at ${APP} → OAuth & Permissions → Scopes → Bot Token Scopes, then reinstall the app`,
      ),
    ),
  ];
}

/** What the manifest makes of `slack.url` must fit the tokens. */
function addressProblems({ credentials: { transport, workspace }, url }: SlackCheckOptions): Problem[] {
  if (url !== '') return [];
  const remedy = 'set slack.url in the config to the public https address of this server';
  if (workspace.kind === 'many')
    return [problem('people cannot install the Slack app, since slack.url is empty', remedy)];
  return transport.kind === 'socket'
    ? []
    : [warning('slack.url is empty, so signpost manifest slack takes Socket Mode for granted', remedy)];
}

type Remedies = Readonly<Record<string, string>>;

const COPY_BOT_TOKEN = `copy the Bot User OAuth Token anew from ${APP} → OAuth & Permissions`;
const INSTALL_AGAIN = `install the app again at ${APP} → OAuth & Permissions, and set the new Bot User OAuth Token`;

const BOT_TOKEN_REMEDIES: Remedies = {
  invalid_auth: COPY_BOT_TOKEN,
  not_authed: COPY_BOT_TOKEN,
  not_allowed_token_type: `${COPY_BOT_TOKEN}; it starts with xoxb-`,
  account_inactive: `the app was removed from the workspace; ${INSTALL_AGAIN}`,
  token_revoked: INSTALL_AGAIN,
  token_expired: INSTALL_AGAIN,
};

const APP_TOKENS = `${APP} → Basic Information → App-Level Tokens`;
const NEW_APP_TOKEN = `generate one with connections:write at ${APP_TOKENS}`;

const APP_TOKEN_REMEDIES: Remedies = {
  invalid_auth: `copy it anew from ${APP_TOKENS}`,
  not_authed: `copy it anew from ${APP_TOKENS}`,
  not_allowed_token_type: `${NEW_APP_TOKEN}; it starts with xapp-`,
  account_inactive: NEW_APP_TOKEN,
  token_revoked: NEW_APP_TOKEN,
  token_expired: NEW_APP_TOKEN,
  missing_scope: NEW_APP_TOKEN,
};

/** Why Slack would not talk with a token. */
function refusal(variable: string, error: unknown, remedies: Remedies): Problem {
  const code = errorCode(error);
  if (code === 'ratelimited')
    return problem(
      `Slack asks to wait, so ${variable} is not checked`,
      'run signpost check again in a minute',
    );
  if (code === '') return problem(`${variable} cannot be checked`, describeError(error));
  const remedy = remedies[code] ?? `see ${code} under https://docs.slack.dev/reference/methods`;
  return problem(`Slack does not take ${variable}: ${code}`, remedy);
}

function problem(message: string, remedy: string): Problem {
  return { severity: 'error', collection: '', file: '', line: 0, message, remedy };
}

function warning(message: string, remedy: string): Problem {
  return { ...problem(message, remedy), severity: 'warning' };
}
