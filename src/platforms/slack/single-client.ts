import { webApi } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { clientOptions } from './bolt-app.ts';
import type { Bot } from './bot-access.ts';

/** How long one request to Slack may take, in milliseconds; a post needs two where Slack cannot load its picture. */
const REQUEST = 8_000;

export interface SingleClientOptions {
  /** Address of the Web API, with a slash at the end. */
  readonly apiUrl: string;
  readonly log: Log;
  /** How long one request may take, in milliseconds. */
  readonly patience?: number;
}

/** A client that asks Slack once and no more, and that makes nothing else wait where Slack asks to. */
export function singleClient(
  { token }: Bot,
  { apiUrl, log, patience = REQUEST }: SingleClientOptions,
): webApi.WebClient {
  return new webApi.WebClient(token, {
    ...clientOptions(apiUrl, log),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: patience,
  });
}
