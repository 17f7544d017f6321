import { App, ExpressReceiver, SocketModeReceiver } from '@slack/bolt';
import type { Receiver } from '@slack/bolt';
import { LogLevel } from '@slack/logger';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { FakeSlack } from './fake-slack.ts';

/** The SDK says much about what goes wrong on purpose. */
export const SILENT = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** A bot that repeats what it is told. The first `/stuck` is never acknowledged. */
async function createEcho(slack: FakeSlack, receiver: Receiver, heard: string[] = []): Promise<void> {
  const app = new App({
    receiver,
    token: slack.workspace.botToken,
    clientOptions: { slackApiUrl: slack.apiUrl },
    deferInitialization: true,
    logger: SILENT,
  });
  await app.init();
  app.use(async ({ payload, next }) => {
    const { type, subtype } = payload as { type?: string; subtype?: string };
    heard.push([type, subtype].filter((word) => word !== undefined).join(' '));
    await next();
  });
  let stuck = 0;
  app.command('/docs', async ({ command, ack }) =>
    ack({ response_type: 'ephemeral', text: `You said ${command.text}` }),
  );
  app.command('/stuck', async ({ ack, client }) => {
    stuck += 1;
    if (stuck === 1) await client.auth.revoke({ test: true });
    else await ack(`Got it at try ${stuck}`);
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'Here you are', thread_ts: event.thread_ts ?? event.ts });
  });
  app.action('again', async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: true, text: 'Once more' });
  });
  app.shortcut('signpost_find', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'ephemeral', text: 'Found' });
  });
}

/** Connects it by Socket Mode; a lost connection is made anew after half a second. */
export async function startSocketEcho(slack: FakeSlack): Promise<void> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    clientPingTimeout: 500,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    logger: SILENT,
  });
  await createEcho(slack, receiver);
  onTestFinished(() => receiver.stop());
  await receiver.start();
}

/** Serves it over HTTP; resolves to its address. What reaches it is noted in `heard`. */
export async function startHttpEcho(slack: FakeSlack, heard: string[] = []): Promise<string> {
  const receiver = new ExpressReceiver({ signingSecret: slack.signingSecret, logger: SILENT });
  await createEcho(slack, receiver, heard);
  return serve(receiver);
}

/** Starts a receiver on a free port until the test ends; resolves to its address. */
export async function serve(receiver: ExpressReceiver): Promise<string> {
  const server = (await receiver.start({ port: 0, host: '127.0.0.1' })) as Server;
  onTestFinished(async () => {
    server.closeAllConnections();
    await receiver.stop();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
