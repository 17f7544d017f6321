import { describe, expect, test } from 'vitest';
import { startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { memoryStore } from '../example.ts';
import { manyOf } from './many-workspaces.ts';
import { startOverHttp, startOverSocket, textIn } from './start-slack.ts';
import type { Started, StartOptions } from './start-slack.ts';

/** Signpost for many workspaces, installed in the first. */
async function installed(own: StartOptions = {}): Promise<Started> {
  const slack = own.slack ?? (await startFakeSlack());
  const started = await startOverHttp(manyOf(slack, own));
  slack.grant('code');
  expect((await slack.walkInstall(started.url)).status).toBe(200);
  return started;
}

describe('installing the app', () => {
  test('leads to Slack with the scopes that the settings need, and back', async () => {
    const slack = await startFakeSlack();
    const { url, lines } = await startOverHttp(manyOf(slack));
    slack.grant('code');
    const { authorizeUrl, status, page } = await slack.walkInstall(url);
    expect(authorizeUrl.pathname).toBe('/oauth/v2/authorize');
    expect(authorizeUrl.searchParams.get('scope')?.split(',').sort()).toEqual([
      'app_mentions:read',
      'channels:history',
      'chat:write',
      'commands',
      'groups:history',
      'im:history',
      'links:read',
      'links:write',
    ]);
    expect(authorizeUrl.searchParams.get('redirect_uri')).toBe(
      'https://signpost.example/slack/oauth_redirect',
    );
    expect([status, page]).toEqual([200, expect.stringContaining('installed in Acme')]);
    expect(lines.join('')).not.toContain(slack.workspace.botToken);
  });

  test('works over Socket Mode, too', async () => {
    const slack = await startFakeSlack();
    const { options } = manyOf(slack);
    const credentials = {
      ...options!.credentials!,
      transport: { kind: 'socket', appToken: slack.appToken } as const,
    };
    const { url } = await startOverSocket({ slack, options: { ...options, credentials } });
    slack.grant('code');
    expect((await slack.walkInstall(url)).status).toBe(200);
    await slack.socket.event(slack.events.appMention({ text: '<@U0SIGNPOST> zebra' }));
    const [call] = await slack.called('chat.postMessage');
    expect(call?.token).toBe(slack.workspace.botToken);
  });

  test.each([
    ['a state of another session', { cookie: '' }],
    ['a forged state', { state: 'forged' }],
    ['a person who says no', { error: 'access_denied' }],
    ['a code that Slack does not know', { code: 'unknown' }],
  ])('%s installs nothing, and says where to begin again', async (_what, walk) => {
    const slack = await startFakeSlack();
    const { url, lines } = await startOverHttp(manyOf(slack));
    slack.grant('code');
    const { status, page } = await slack.walkInstall(url, walk);
    expect(status).toBe(400);
    expect(page).toContain('/slack/install');
    expect(lines.join('')).toContain('an installation in Slack failed');
  });
});

describe('many workspaces', () => {
  test('are each answered with their own token, from their own docs', async () => {
    const { slack, url, http } = await installed({
      settings: { workspaces: [{ id: 'T0OTHER', collections: ['internal'] }] },
    });
    const other = slack.state.addWorkspace({
      teamId: 'T0OTHER',
      teamName: 'Other',
      botToken: 'xoxb-other-1',
      botId: 'B0OTHERBOT',
      botUserId: 'U0OTHERBOT',
    });
    slack.state.addChannel({ id: 'C0OTHER', teamId: 'T0OTHER' });
    slack.grant('other', { workspace: other });
    expect((await slack.walkInstall(url, { code: 'other' })).status).toBe(200);
    const fromOther = slack.http(url, { workspace: other });
    const there = await fromOther.command({ text: 'pager', channel_id: 'C0OTHER' });
    expect(textIn(there.body)).toContain('drawer');
    expect(textIn((await http.command({ text: 'pager' })).body)).not.toContain('drawer');
    await http.event(slack.events.appMention({ text: '<@U0SIGNPOST> zebra' }));
    await slack.called('chat.postMessage');
    await fromOther.event(
      slack.in(other).events.appMention({ text: '<@U0OTHERBOT> zebra', channel: 'C0OTHER' }),
    );
    const calls = await slack.called('chat.postMessage', 2);
    expect(calls.map(({ token }) => token)).toEqual([slack.workspace.botToken, 'xoxb-other-1']);
  });

  test('that remove the app are forgotten', async () => {
    const { store } = memoryStore();
    const { slack, http } = await installed({ store });
    expect(await store.installations.find('slack', 'T024BE7LD')).toBeDefined();
    await http.event(slack.events.appUninstalled());
    await expect.poll(() => store.installations.find('slack', 'T024BE7LD')).toBeUndefined();
  });

  test('whose bot token is revoked are forgotten; a token of a person changes nothing', async () => {
    const { store } = memoryStore();
    const { slack, http } = await installed({ store });
    await http.event(slack.events.tokensRevoked({ oauth: ['U0ANA'] }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await store.installations.find('slack', 'T024BE7LD')).toBeDefined();
    await http.event(slack.events.tokensRevoked({ bot: ['U0SIGNPOST'] }));
    await expect.poll(() => store.installations.find('slack', 'T024BE7LD')).toBeUndefined();
  });

  test('that are known go on while the store is down', async () => {
    const { store } = memoryStore();
    let isDown = false;
    const installations = {
      ...store.installations,
      find: (platform: string, workspace: string) =>
        isDown ? Promise.reject(new Error('no connection')) : store.installations.find(platform, workspace),
    };
    let now = Date.now();
    const { slack, http, lines } = await installed({
      store: { ...store, installations },
      options: { now: () => new Date(now) },
    });
    await http.event(slack.events.appMention({ text: '<@U0SIGNPOST> zebra' }));
    await slack.called('chat.postMessage');
    isDown = true;
    now += 3_600_000;
    await http.event(slack.events.appMention({ text: '<@U0SIGNPOST> zebra' }));
    await slack.called('chat.postMessage', 2);
    expect(lines.join('')).toContain('no connection');
  });

  test('that are not known are answered by command, which needs no token, and the log says why nothing else', async () => {
    const slack = await startFakeSlack();
    const { http, lines } = await startOverHttp(manyOf(slack));
    const { body } = await http.command({ text: 'zebra' });
    expect(textIn(body)).toContain('stripes');
    expect(lines.join('')).toContain('not installed in workspace T024BE7LD');
  });
});
