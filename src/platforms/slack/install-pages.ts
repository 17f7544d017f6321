import { InstallProvider } from '@slack/oauth';
import type { Installation, OrgInstallation } from '@slack/oauth';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../../log.ts';
import type { ManyWorkspaces } from './credentials.ts';
import type { SlackInstallations } from './installations.ts';
import { escaped } from './render/notice.ts';
import { slackLogger } from './slack-logger.ts';

export const INSTALL_PATH = '/slack/install';
export const REDIRECT_PATH = '/slack/oauth_redirect';

const SEE_LOG =
  'Signpost could not be installed. Start again at /slack/install; the log of Signpost says more.';

export interface InstallPagesOptions {
  readonly credentials: ManyWorkspaces;
  readonly installations: SlackInstallations;
  /** Scopes of the bot. */
  readonly scopes: readonly string[];
  /** Public address of the server; empty: Slack takes the one of the app's settings. */
  readonly url: string;
  readonly apiUrl: string;
  readonly log: Log;
}

/** Where people install the app in their workspace. */
export interface InstallPages {
  readonly installer: InstallProvider;
  readonly routes: Readonly<Record<string, RequestListener>>;
}

/** The way to Slack's consent page, and back from it: https://docs.slack.dev/authentication/installing-with-oauth */
export function createInstallPages(options: InstallPagesOptions): InstallPages {
  const { credentials, installations, scopes, url, apiUrl, log } = options;
  const { clientId, clientSecret, stateSecret } = credentials;
  const redirectUri = url === '' ? {} : { redirectUri: new URL(REDIRECT_PATH, url).href };
  const installUrlOptions = { scopes: [...scopes], ...redirectUri };
  const installer = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    installationStore: installations,
    installUrlOptions,
    authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
    directInstall: true,
    clientOptions: { slackApiUrl: apiUrl },
    logger: slackLogger(log),
  });
  const begin = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await installer.handleInstallPath(request, response);
    } catch (error) {
      refuse(error instanceof Error ? error : new Error(String(error)), response, log);
    }
  };
  return {
    installer,
    routes: {
      [INSTALL_PATH]: (request, response) => void begin(request, response),
      [REDIRECT_PATH]: (request, response) =>
        void installer.handleCallback(request, response, {
          // The last parameter of both is this very response.
          success: (installation) => welcome(installation, response, log),
          failure: (error) => refuse(error, response, log),
        }),
    },
  };
}

function welcome(
  { team, enterprise }: Installation | OrgInstallation,
  response: ServerResponse,
  log: Log,
): void {
  log.info({ workspace: team?.id ?? enterprise?.id }, 'installed in a Slack workspace');
  const name = team?.name ?? enterprise?.name ?? 'the workspace';
  sendPage(response, 200, `Signpost is installed in ${name}. Go back to Slack, and ask.`);
}

function refuse(error: Error, response: ServerResponse, log: Log): void {
  log.warn(`an installation in Slack failed: ${error.message}`);
  sendPage(response, 400, SEE_LOG);
}

function sendPage(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Signpost</title><p>${escaped(text)}</p></html>`,
  );
}
