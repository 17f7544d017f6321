import { App, ExpressReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Authorize, Receiver, webApi } from '@slack/bolt';
import type { Log } from '../../log.ts';
import type { Transport } from './credentials.ts';
import { slackLogger } from './slack-logger.ts';

/** Where Slack sends events, commands and clicks. */
export const EVENTS_PATH = '/slack/events';

/** Larger requests are no event of Slack's, in bytes. */
const BODY_LIMIT = 1_000_000;

/** Somebody waits for what is retried: four tries within about ten seconds. Times in milliseconds. */
const RETRIES = { retries: 3, factor: 2, minTimeout: 500, maxTimeout: 4_000, randomize: true };

/** How long one request to Slack may take, in milliseconds. */
const REQUEST_TIMEOUT = 10_000;

/** Options of every client that talks to Slack; the SDK reads no environment. */
export function clientOptions(apiUrl: string, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl: apiUrl,
    retryConfig: RETRIES,
    timeout: REQUEST_TIMEOUT,
    allowAbsoluteUrls: false,
    logger: slackLogger(log),
  };
}

export interface BoltOptions {
  readonly transport: Transport;
  readonly authorize: Authorize<boolean>;
  readonly apiUrl: string;
  readonly log: Log;
}

export interface Bolt {
  readonly app: App;
  readonly receiver: ExpressReceiver | SocketModeReceiver;
}

/** Bolt, not started; it knows no token itself, so that a bad one cannot end the process. */
export function createBolt({ transport, authorize, apiUrl, log }: BoltOptions): Bolt {
  const receiver = receiverOf(transport, apiUrl, log);
  const options = clientOptions(apiUrl, log);
  const app = new App({
    receiver: receiver as Receiver,
    authorize,
    clientOptions: options,
    // Nothing is kept between two events: state stands in buttons.
    convoStore: false,
    logger: slackLogger(log),
  });
  return { app, receiver };
}

function receiverOf(transport: Transport, apiUrl: string, log: Log): Bolt['receiver'] {
  const logger = slackLogger(log);
  if (transport.kind === 'http')
    return new ExpressReceiver({
      signingSecret: transport.signingSecret,
      endpoints: EVENTS_PATH,
      bodyLimit: BODY_LIMIT,
      logger,
    });
  // `SocketConnection` tries again, and connects again.
  const options = { ...clientOptions(apiUrl, log), retryConfig: { retries: 0 } };
  return new SocketModeReceiver({
    appToken: transport.appToken,
    installerOptions: { clientOptions: options },
    autoReconnectEnabled: false,
    logger,
  });
}
