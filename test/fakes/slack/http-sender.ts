import { createHmac } from 'node:crypto';
import { isFields } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Inspector } from './inspector.ts';

export interface SendOptions {
  /** Seconds that Slack's clock is ahead of ours; -301 is too old. */
  readonly skew?: number;
  /** The secret that is signed with, in place of the right one. */
  readonly secret?: string;
  /** Set after signing; undefined leaves a header out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** When Slack tries again: `http_timeout`, `http_error`, … */
  readonly retry?: { readonly num: number; readonly reason?: string };
  readonly path?: string;
  readonly contentType?: string;
}

/** How the app answered. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The JSON of an acknowledgement; undefined where there was none. */
  readonly body: Fields | undefined;
  readonly ms: number;
}

export interface HttpSender {
  /** A form, as of a slash command. */
  form(fields: Readonly<Record<string, string>>, options?: SendOptions): Promise<HttpReply>;
  /** JSON, as of an event. */
  json(body: unknown, options?: SendOptions): Promise<HttpReply>;
  /** A form with JSON in it, as of clicks and shortcuts. */
  interaction(payload: Fields, options?: SendOptions): Promise<HttpReply>;
  /** Any bytes, signed unless told otherwise. */
  raw(body: string, options?: SendOptions): Promise<HttpReply>;
}

export interface HttpSenderOptions {
  /** Address of the app under test. */
  readonly baseUrl: string;
  readonly signingSecret: string;
  readonly path: string;
  readonly inspector: Inspector;
}

const FORM = 'application/x-www-form-urlencoded';

/** Sends what Slack sends, signed: https://docs.slack.dev/authentication/verifying-requests-from-slack */
export function createHttpSender(sender: HttpSenderOptions): HttpSender {
  return {
    form: (fields, options) =>
      send(new URLSearchParams(fields).toString(), { contentType: FORM, ...options }, sender),
    json: (body, options) => send(JSON.stringify(body), options ?? {}, sender),
    interaction: (payload, options) => {
      const form = new URLSearchParams({ payload: JSON.stringify(payload) });
      return send(form.toString(), { contentType: FORM, ...options }, sender);
    },
    raw: (body, options) => send(body, options ?? {}, sender),
  };
}

async function send(body: string, options: SendOptions, sender: HttpSenderOptions): Promise<HttpReply> {
  const url = new URL(options.path ?? sender.path, sender.baseUrl);
  const begun = performance.now();
  const response = await fetch(url, { method: 'POST', headers: headersOf(body, options, sender), body });
  const text = await response.text();
  const ms = performance.now() - begun;
  const json = parsed(text);
  sender.inspector.message('ack', json);
  return { status: response.status, headers: response.headers, text, body: json, ms };
}

function headersOf(body: string, options: SendOptions, sender: HttpSenderOptions): Record<string, string> {
  const {
    skew = 0,
    secret = sender.signingSecret,
    headers = {},
    retry,
    contentType = 'application/json',
  } = options;
  const timestamp = String(Math.floor(Date.now() / 1_000) + skew);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  const all = {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
    'x-slack-retry-num': retry === undefined ? undefined : String(retry.num),
    'x-slack-retry-reason': retry === undefined ? undefined : (retry.reason ?? 'http_timeout'),
    ...headers,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function parsed(text: string): Fields | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
