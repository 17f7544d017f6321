import { textOf } from './fields.ts';
import type { Fields } from './fields.ts';
import { SlackError } from './slack-error.ts';
import type { SlackState } from './slack-state.ts';

export interface OAuthClient {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** https://docs.slack.dev/reference/methods/oauth.v2.access: each code is good for once. */
export function exchange(args: Fields, authorization: string, { state, client }: Exchanging): Fields {
  const { id, secret } = credentialsOf(args, authorization);
  if (id !== client.clientId) throw new SlackError('invalid_client_id');
  if (secret !== client.clientSecret) throw new SlackError('bad_client_secret');
  if (args['grant_type'] === 'refresh_token') throw new SlackError('invalid_refresh_token');
  const grant = state.grants.get(textOf(args['code']));
  if (grant === undefined) throw new SlackError('invalid_code');
  if (grant.isUsed) throw new SlackError('code_already_used');
  if (grant.redirectUri !== undefined && grant.redirectUri !== args['redirect_uri'])
    throw new SlackError('bad_redirect_uri');
  grant.isUsed = true;
  const { workspace, installer, isEnterpriseInstall } = grant;
  const { appId, scopes, botToken, botUserId, teamId, teamName, enterpriseId } = workspace;
  state.workspaces.set(botToken, workspace);
  return {
    app_id: appId,
    authed_user: { id: installer },
    scope: scopes.join(','),
    token_type: 'bot',
    access_token: botToken,
    bot_user_id: botUserId,
    team: isEnterpriseInstall ? null : { id: teamId, name: teamName },
    enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: `${teamName} Organisation` },
    is_enterprise_install: isEnterpriseInstall,
  };
}

interface Exchanging {
  readonly state: SlackState;
  readonly client: OAuthClient;
}

function credentialsOf(args: Fields, authorization: string): { id: string; secret: string } {
  const basic = /^Basic (.+)$/u.exec(authorization)?.[1];
  if (basic === undefined) return { id: textOf(args['client_id']), secret: textOf(args['client_secret']) };
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':');
  return { id, secret };
}

export interface WalkOptions {
  readonly code?: string;
  /** In place of the one that `/slack/install` gave. */
  readonly state?: string;
  /** In place of the one that `/slack/install` set; empty: none. */
  readonly cookie?: string;
  /** What Slack says in place of a code, such as `access_denied`. */
  readonly error?: string;
  readonly installPath?: string;
  readonly redirectPath?: string;
}

export interface Walk {
  /** Where `/slack/install` sends people, with its query. */
  readonly authorizeUrl: URL;
  readonly state: string;
  readonly cookie: string;
  /** What the way back from Slack ends with. */
  readonly status: number;
  readonly page: string;
}

/** Installs the app as a browser does, but for the page where people consent. */
export async function walkInstall(baseUrl: string, options: WalkOptions = {}): Promise<Walk> {
  const { installPath = '/slack/install', redirectPath = '/slack/oauth_redirect', code = 'code' } = options;
  const begun = await fetch(new URL(installPath, baseUrl), { redirect: 'manual' });
  const location = begun.headers.get('location');
  if (location === null)
    throw new Error(`${installPath} sends nowhere: HTTP ${begun.status}, ${await begun.text()}`);
  const authorizeUrl = new URL(location);
  const state = authorizeUrl.searchParams.get('state') ?? '';
  const cookie = begun.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0] ?? '')
    .join('; ');
  const back = new URL(redirectPath, baseUrl);
  const { error } = options;
  back.search = new URLSearchParams({
    ...(error === undefined ? { code } : { error }),
    state: options.state ?? state,
  }).toString();
  const headers = (options.cookie ?? cookie) === '' ? {} : { cookie: options.cookie ?? cookie };
  const ended = await fetch(back, { headers, redirect: 'manual' });
  return { authorizeUrl, state, cookie, status: ended.status, page: await ended.text() };
}
