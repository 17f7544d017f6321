import { ExpressReceiver, webApi } from '@slack/bolt';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { serve, SILENT, startHttpEcho, startSocketEcho } from './slack/echo-bot.ts';
import { startFakeSlack } from './slack/fake-slack.ts';
import type { WalkOptions } from './slack/oauth.ts';

const BUTTON = {
  type: 'button',
  action_id: 'again',
  text: { type: 'plain_text', text: 'Again' },
  value: 'v1',
};
const BUTTONS = [{ type: 'actions', elements: [BUTTON] }] as const;

describe('over Socket Mode', () => {
  test('a command is acknowledged with a reply', async () => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    const { payload, deliveries } = await slack.socket.command({ text: 'log in' });
    expect(payload).toEqual({ response_type: 'ephemeral', text: 'You said log in' });
    expect(deliveries).toBe(1);
  });

  test('a mention is acknowledged, and answered with a call', async () => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    const mention = slack.events.appMention();
    expect((await slack.socket.event(mention)).payload).toEqual({});
    const [call] = await slack.called('chat.postMessage');
    expect(call).toMatchObject({
      body: { channel: 'C0GENERAL', text: 'Here you are', thread_ts: mention['ts'] },
      token: slack.workspace.botToken,
    });
    expect(slack.messagesIn('C0GENERAL').at(-1)).toMatchObject({
      botId: 'B0SIGNPOST',
      threadTs: mention['ts'],
    });
  });

  test('a click is answered at its response_url', async () => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    const action = { blocks: BUTTONS, actionId: 'again' };
    await slack.socket.action(slack.clickInEphemeral({ action }));
    const [response] = await slack.responded();
    expect(response).toMatchObject({ body: { replace_original: true, text: 'Once more' }, accepted: true });
  });

  test('what a lost connection left unacknowledged comes again on the next', async () => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    const acknowledged = slack.socket.command({ command: '/stuck' });
    await slack.called('auth.revoke');
    slack.socket.drop();
    const { payload, deliveries } = await acknowledged;
    expect(payload).toEqual({ text: 'Got it at try 2' });
    expect(deliveries).toBe(2);
    expect(slack.socket.connections).toBeGreaterThan(1);
  });

  test('what is sent while nobody is connected waits', async () => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    slack.socket.drop();
    const { payload, deliveries } = await slack.socket.command({ text: 'hi' });
    expect([payload['text'], deliveries]).toEqual(['You said hi', 1]);
  });

  test('an event that was acknowledged can come once more', async () => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    await slack.socket.event(slack.events.appMention());
    await slack.socket.redeliver();
    // Bolt does not deduplicate.
    const calls = await slack.called('chat.postMessage', 2);
    expect(calls[1]?.body).toEqual(calls[0]?.body);
  });

  test.each(['refresh_requested', 'link_disabled'] as const)('%s: the app connects anew', async (reason) => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    slack.socket.disconnect(reason);
    await slack.socket.connected();
    expect(slack.socket.connections).toBeGreaterThan(1);
    expect((await slack.socket.command({ text: 'hi' })).payload).toMatchObject({ text: 'You said hi' });
  });

  test('a connection that falls silent is given up for a new one', async () => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    slack.socket.silence();
    const { payload } = await slack.socket.command({ text: 'there?' });
    expect(payload).toMatchObject({ text: 'You said there?' });
  });

  test('what nobody acknowledges is told', async () => {
    const slack = await startFakeSlack();
    await startSocketEcho(slack);
    const unheard = slack.socket.command({ command: '/other' }, { timeout: 100 });
    await expect(unheard).rejects.toThrow('slash_commands was not acknowledged within 100 ms');
  });

  test('an address is good for one connection', async () => {
    const slack = await startFakeSlack();
    const client = new webApi.WebClient(slack.appToken, { slackApiUrl: slack.apiUrl, logger: SILENT });
    const { url = '' } = await client.apps.connections.open({});
    await connect(url);
    await expect(connect(url)).rejects.toThrow();
  });
});

async function connect(url: string): Promise<void> {
  const socket = new WebSocket(url);
  onTestFinished(() => socket.close());
  await once(socket, 'open');
}

describe('over HTTP', () => {
  test('a command is acknowledged with a reply', async () => {
    const slack = await startFakeSlack();
    const http = slack.http(await startHttpEcho(slack));
    const { status, body } = await http.command({ text: 'log in' });
    expect([status, body]).toEqual([200, { response_type: 'ephemeral', text: 'You said log in' }]);
  });

  test('a mention is acknowledged, and answered with a call', async () => {
    const slack = await startFakeSlack();
    const http = slack.http(await startHttpEcho(slack));
    const { status, text } = await http.event(slack.events.appMention(), {}, { retry: { num: 1 } });
    expect([status, text]).toEqual([200, '']);
    await slack.called('chat.postMessage');
  });

  test('a shortcut is answered at its response_url', async () => {
    const slack = await startFakeSlack();
    const http = slack.http(await startHttpEcho(slack));
    const message = slack.state.addMessage({ channel: 'C0GENERAL', text: 'How do I log in?' });
    expect((await http.shortcut(slack.messageShortcut({ message }))).status).toBe(200);
    expect((await slack.responded())[0]).toMatchObject({ body: { text: 'Found' }, accepted: true });
  });

  test('every event is understood', async () => {
    const slack = await startFakeSlack();
    const heard: string[] = [];
    const http = slack.http(await startHttpEcho(slack, heard));
    const { events } = slack;
    const written = slack.state.addMessage({ channel: 'C0GENERAL', text: 'a' });
    const told = [
      events.messageIm(),
      events.messageChannels(),
      events.messageChanged(written, 'b'),
      events.messageDeleted(written),
      events.channelJoin(),
      events.botMessage(),
      events.linkShared(['https://docs.acme.com/a']),
      events.linkComposed(['https://docs.acme.com/a']),
      events.appHomeOpened(),
      events.assistantThreadStarted(),
      events.assistantThreadContextChanged(),
    ];
    for (const event of told) expect((await http.event(event)).status).toBe(200);
    await expect
      .poll(() => heard)
      .toEqual([
        'message',
        'message',
        'message message_changed',
        'message message_deleted',
        'message channel_join',
        'message bot_message',
        'link_shared',
        'link_shared',
        'app_home_opened',
        'assistant_thread_started',
        'assistant_thread_context_changed',
      ]);
    heard.length = 0;
    for (const event of [events.appUninstalled(), events.tokensRevoked()]) await http.event(event);
    await expect.poll(() => heard).toEqual(['app_uninstalled', 'tokens_revoked']);
  });

  test('a mention comes as two events of one message', async () => {
    const slack = await startFakeSlack();
    const mention = slack.events.appMention();
    const message = slack.events.messageChannels({ ts: String(mention['ts']) });
    const about = ['channel', 'ts', 'text', 'user'];
    expect(about.map((name) => message[name])).toEqual(about.map((name) => mention[name]));
    expect(slack.messagesIn('C0GENERAL')).toHaveLength(1);
  });

  test('an event of another workspace names it, its organisation and its bot', async () => {
    const slack = await startFakeSlack();
    const other = slack.state.addWorkspace({
      teamId: 'T0OTHER',
      botToken: 'xoxb-other',
      botUserId: 'U0OTHER',
      enterpriseId: 'E1',
    });
    expect(slack.in(other).eventCallback(slack.in(other).events.appMention())).toMatchObject({
      team_id: 'T0OTHER',
      enterprise_id: 'E1',
      event: { type: 'app_mention', text: '<@U0OTHER> how do I log in?' },
      authorizations: [{ team_id: 'T0OTHER', enterprise_id: 'E1', user_id: 'U0OTHER', is_bot: true }],
    });
  });

  test('an event comes fifty times at once', async () => {
    const slack = await startFakeSlack();
    const heard: string[] = [];
    const http = slack.http(await startHttpEcho(slack, heard));
    const envelope = slack.eventCallback(slack.events.messageIm());
    const replies = await Promise.all(Array.from({ length: 50 }, () => http.event(envelope)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    await expect.poll(() => heard).toHaveLength(50);
  });

  test('Slack’s two questions are answered', async () => {
    const slack = await startFakeSlack();
    const http = slack.http(await startHttpEcho(slack));
    expect((await http.urlVerification('c1')).text).toContain('c1');
    expect((await http.sslCheck()).status).toBe(200);
  });

  test.each([
    ['another secret', { secret: 'wrong' }, 401],
    ['another signature', { headers: { 'x-slack-signature': 'v0=00' } }, 401],
    ['no signature', { headers: { 'x-slack-signature': undefined } }, 401],
    ['no time', { headers: { 'x-slack-request-timestamp': undefined } }, 401],
    ['a time too long ago', { skew: -301 }, 401],
    ['a time within five minutes', { skew: -240 }, 200],
    ['a form that is said to be JSON', { contentType: 'application/json' }, 400],
  ])('%s', async (_name, options, expected) => {
    const slack = await startFakeSlack();
    const http = slack.http(await startHttpEcho(slack));
    expect((await http.command({ text: 'x' }, options)).status).toBe(expected);
  });

  test('broken JSON is refused', async () => {
    const slack = await startFakeSlack();
    const http = slack.http(await startHttpEcho(slack));
    expect((await http.raw('{"type":')).status).toBe(400);
  });
});

test('what must not be sent fails the test', async () => {
  const slack = await startFakeSlack({ stopsItself: false });
  const client = new webApi.WebClient(slack.workspace.botToken, {
    slackApiUrl: slack.apiUrl,
    logger: SILENT,
  });
  await client.apiCall('chat.postMessage', { channel: 'C0GENERAL', text: '<!channel> hello' });
  expect(slack.violations).toMatchObject([{ by: 'chat.postMessage' }]);
  await expect(slack.stop()).rejects.toThrow('holds raw < or >');
});

test('the app is installed as a browser does', async () => {
  const slack = await startFakeSlack();
  const receiver = new ExpressReceiver({
    signingSecret: slack.signingSecret,
    clientId: slack.clientId,
    clientSecret: slack.clientSecret,
    stateSecret: 'state',
    scopes: ['commands'],
    installerOptions: {
      directInstall: true,
      authorizationUrl: new URL('/oauth/v2/authorize', slack.apiUrl).href,
      clientOptions: { slackApiUrl: slack.apiUrl },
    },
    logger: SILENT,
  });
  const baseUrl = await serve(receiver);
  slack.grant('code');
  const walk = await slack.walkInstall(baseUrl);
  expect(walk.authorizeUrl.searchParams.get('scope')).toBe('commands');
  expect([walk.status, slack.callsOf('oauth.v2.access')[0]?.body['code']]).toEqual([200, 'code']);
  const again = (options: WalkOptions = {}) =>
    slack.walkInstall(baseUrl, options).then(({ status }) => status);
  // A code is good for once; a state only with its cookie.
  expect(await Promise.all([again(), again({ cookie: '' }), again({ state: 'forged' })])).toEqual([
    500, 400, 400,
  ]);
  expect(slack.callsOf('oauth.v2.access')).toHaveLength(2);
});
