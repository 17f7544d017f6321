import { describe, expect, test } from 'vitest';
import { platformContract } from '../../contracts/platform.ts';
import { hang, html, httpStatus, slow } from '../../fakes/answers.ts';
import { startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { startOverHttp, startOverSocket, textIn } from './start-slack.ts';

platformContract(async () => (await startOverHttp({ starts: false })).platform);
platformContract(async () => (await startOverSocket({ starts: false })).platform);

const MENTION = '<@U0SIGNPOST> zebra';

describe('a token that Slack does not take', () => {
  test.each([
    ['invalid_auth', 'copy it anew'],
    ['account_inactive', 'install it again'],
    ['token_revoked', 'install the app again'],
  ])('%s ends the start with what to do, and without the token', async (error, advice) => {
    const slack = await startFakeSlack();
    slack.answer('auth.test', { ok: false, error });
    const { platform, lines } = await startOverHttp({ slack, starts: false });
    await expect(platform.start()).rejects.toThrow(advice);
    await expect(platform.start()).rejects.toThrow('SLACK_BOT_TOKEN');
    expect(platform.state).toContain(error);
    expect(lines.join('')).not.toContain(slack.workspace.botToken);
  });

  test('for Socket Mode is named as such', async () => {
    const slack = await startFakeSlack();
    slack.answer('apps.connections.open', { ok: false, error: 'invalid_auth' });
    const { platform } = await startOverSocket({ slack, starts: false });
    await expect(platform.start()).rejects.toThrow('SLACK_APP_TOKEN');
  });
});

describe('a Slack that cannot be reached', () => {
  test.each([
    ['HTTP 503', httpStatus(503), 'HTTP 503'],
    ['a page of HTML', html(), 'not Slack’s API'],
  ])('(%s) at the start is tried again', async (_what, answer, reason) => {
    const slack = await startFakeSlack();
    slack.answerNext('auth.test', answer);
    const { platform, lines } = await startOverHttp({ slack });
    expect(platform.state).toBe('ready');
    expect(lines.find((line) => line.includes(reason))).toContain('tried again in 1 s');
  });

  test('ends nothing but the start when it is told to end', async () => {
    const slack = await startFakeSlack();
    slack.answer('auth.test', httpStatus(503));
    const { platform, lines } = await startOverHttp({ slack, starts: false });
    const starting = expect(platform.start()).rejects.toThrow();
    await expect.poll(() => lines.join('')).toContain('tried again');
    await platform.stop();
    await starting;
  });
});

describe('over HTTP', () => {
  test.each([
    ['with another secret', { secret: 'other' }],
    ['older than five minutes', { skew: -301 }],
    ['without a signature', { headers: { 'x-slack-signature': undefined } }],
    ['without a time', { headers: { 'x-slack-request-timestamp': undefined } }],
  ])('a request %s gets 401 and touches nothing', async (_what, options) => {
    const { http, asked, slack } = await startOverHttp();
    const before = slack.calls.length;
    expect((await http.command({ text: 'zebra' }, options)).status).toBe(401);
    expect((await http.event(slack.events.appMention({ text: MENTION }), {}, options)).status).toBe(401);
    expect(asked).toEqual([]);
    expect(slack.calls.length).toBe(before);
  });

  test('what is rightly signed and makes no sense harms nothing', async () => {
    const { http, asked, lines } = await startOverHttp();
    const bodies = [
      '{"type":',
      '{"hello":"world"}',
      '{"type":"event_callback","team_id":"T024BE7LD"}',
      '{"type":"event_callback","team_id":"T024BE7LD","event":{"type":"app_mention"}}',
      '{"type":"event_callback","team_id":"T024BE7LD","event":{"type":"message","channel":{"id":1},"text":["x"]}}',
      '{"type":"event_callback","team_id":"T024BE7LD","event":{"type":"link_shared","channel":"C0GENERAL"}}',
      '{"type":"block_actions","actions":[]}',
      '[]',
      'null',
      '',
    ];
    const sent = bodies.map((body) => http.raw(body, { contentType: 'application/json' }));
    for (const { status } of await Promise.all(sent)) expect(status).toBeGreaterThanOrEqual(200);
    expect(asked).toEqual([]);
    expect(textIn((await http.command({ text: 'zebra' })).body)).toContain('stripes');
    expect(lines.length).toBeGreaterThan(0);
  });

  test('a megabyte is refused', async () => {
    const { http } = await startOverHttp();
    const { status } = await http.raw('x'.repeat(2_000_000));
    expect(status).toBeGreaterThanOrEqual(400);
  });

  test('a new address is verified', async () => {
    const { http } = await startOverHttp();
    expect((await http.urlVerification('abc')).text).toContain('abc');
    expect((await http.sslCheck()).status).toBe(200);
  });

  test('what comes before it is known who the bot is gets 503, so that Slack sends it again', async () => {
    const { http, platform } = await startOverHttp({ starts: false });
    expect((await http.command({ text: 'zebra' })).status).toBe(503);
    await platform.start();
    expect((await http.command({ text: 'zebra' })).status).toBe(200);
  });

  test('everything else is for others', async () => {
    const { url } = await startOverHttp();
    expect(await (await fetch(`${url}/readyz`)).text()).toBe('elsewhere');
    expect(await (await fetch(`${url}/slack/install`)).text()).toBe('elsewhere');
  });

  test('an acknowledgement waits neither for the store nor for Slack', async () => {
    const never = new Promise<never>(() => {});
    const store = { feedback: { record: () => never }, claims: { claim: () => never } };
    const { slack, http } = await startOverHttp({ store });
    slack.answer('*', hang);
    const { body } = await http.command({ text: 'zebra' });
    expect(textIn(body)).toContain('stripes');
    expect((await http.event(slack.events.appMention({ text: MENTION }))).status).toBe(200);
    const click = slack.clickInEphemeral({
      action: { blocks: body?.['blocks'], actionId: 'signpost_helpful' },
    });
    expect((await http.action(click)).status).toBe(200);
    await slack.called('chat.postMessage');
  });
});

describe('over Socket Mode', () => {
  test('answers again after the connection is lost', async () => {
    const { slack, platform } = await startOverSocket();
    slack.socket.drop();
    const { payload } = await slack.socket.command({ text: 'zebra' });
    expect(textIn(payload)).toContain('stripes');
    expect(slack.socket.connections).toBe(2);
    expect(platform.state).toBe('ready');
  });

  test.each(['refresh_requested', 'link_disabled'] as const)(
    'connects anew when Slack says %s',
    async (reason) => {
      const { slack } = await startOverSocket();
      slack.socket.disconnect(reason);
      await slack.socket.connected();
      expect(textIn((await slack.socket.command({ text: 'zebra' })).payload)).toContain('stripes');
    },
  );

  test('outlives a Slack that cannot be reached when it connects again', async () => {
    const { slack, platform, lines } = await startOverSocket();
    slack.answer('apps.connections.open', httpStatus(500));
    slack.socket.drop();
    await expect.poll(() => platform.state).toBe('connecting again');
    await slack.called('apps.connections.open', 2);
    slack.answerNormally('apps.connections.open');
    await slack.socket.connected();
    await expect.poll(() => platform.state).toBe('ready');
    expect(lines.join('')).toContain('HTTP 500');
  });

  test('says so when its token is revoked while it runs', async () => {
    const { slack, platform, lines } = await startOverSocket();
    slack.answer('apps.connections.open', { ok: false, error: 'invalid_auth' });
    slack.socket.drop();
    await expect.poll(() => platform.state).toContain('invalid_auth');
    await expect.poll(() => lines.join('')).toContain('Slack is not answered any more');
  });

  test('takes what makes no sense', async () => {
    const { slack } = await startOverSocket();
    slack.socket.sendRaw('no JSON');
    slack.socket.sendRaw('{"type":"unheard_of"}');
    expect(textIn((await slack.socket.command({ text: 'zebra' })).payload)).toContain('stripes');
  });
});

test('stopping waits for the answer that is under way', async () => {
  const { slack, http, platform } = await startOverHttp();
  slack.answer('chat.postMessage', slow(200));
  await http.event(slack.events.appMention({ text: MENTION }));
  await slack.called('chat.postMessage');
  await platform.stop();
  expect(slack.messagesIn('C0GENERAL').at(-1)?.botId).toBe('B0SIGNPOST');
});
