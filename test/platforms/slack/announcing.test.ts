import { describe, expect, test } from 'vitest';
import { createLog } from '../../../src/log.ts';
import { createSlackAnnouncer } from '../../../src/platforms/slack/announcing.ts';
import { drop, hang, html, httpStatus, lost } from '../../fakes/answers.ts';
import { rateLimited } from '../../fakes/slack/answers.ts';
import type { SlackScripted } from '../../fakes/slack/answers.ts';
import { startFakeSlack } from '../../fakes/slack/fake-slack.ts';
import { memoryStore } from '../example.ts';
import { entries, post } from './entries.ts';
import { manyOf } from './many-workspaces.ts';
import { startOverHttp, startOverSocket, textIn } from './start-slack.ts';

const SINCE = new Date(Date.now() - 1_000);

function refusing(error: string): SlackScripted {
  return { ok: false, error };
}

describe('a post', () => {
  test('stands in the channel with its id unseen, and its links do not unfurl', async () => {
    const { slack, platform } = await startOverHttp();
    const sent = await platform.announcer.post(post());
    const [message] = slack.state.posts('C0GENERAL');
    expect(sent).toEqual({ kind: 'sent', message: `C0GENERAL:${message?.ts}` });
    expect(message?.metadata).toEqual({
      event_type: 'signpost_post',
      event_payload: { id: '0123456789abcdef0123456789abcdef' },
    });
    expect(textIn(message)).toContain('Zebra 2.0.0');
    const [call] = slack.callsOf('chat.postMessage');
    expect(call?.body).toMatchObject({ unfurl_links: false, unfurl_media: false });
    expect(call?.body).not.toHaveProperty('thread_ts');
    expect(call?.token).toBe(slack.workspace.botToken);
  });

  test('may be a digest', async () => {
    const { slack, platform } = await startOverSocket();
    expect(await platform.announcer.post(post(entries(20)))).toMatchObject({ kind: 'sent' });
    expect(textIn(slack.state.posts('C0GENERAL')[0])).toContain('20 new entries:');
  });

  test('waits for Slack to be connected', async () => {
    const { platform } = await startOverHttp({ starts: false });
    expect(await platform.announcer.post(post())).toEqual({
      kind: 'again',
      reason: 'Slack is not connected yet',
    });
  });

  test('has no picture where Slack cannot load it', async () => {
    const { slack, platform, lines } = await startOverHttp();
    const image = 'https://missing.example/a.png';
    expect(await platform.announcer.post(post({ image }))).toMatchObject({ kind: 'sent' });
    const [message] = slack.state.posts('C0GENERAL');
    expect(message?.blocks?.map(({ type }) => type)).not.toContain('image');
    expect(slack.callsOf('chat.postMessage')).toHaveLength(2);
    expect(lines.join('')).toContain('a picture is left out');
  });

  test('has its picture where Slack can', async () => {
    const { slack, platform } = await startOverHttp();
    await platform.announcer.post(post({ image: 'https://images.example/a.png' }));
    expect(slack.state.posts('C0GENERAL')[0]?.blocks).toContainEqual(
      expect.objectContaining({
        type: 'image',
        image_url: 'https://images.example/a.png',
        alt_text: 'Zebra 2.0.0',
      }),
    );
  });

  test('that is refused without its picture, too, is settled by that', async () => {
    const { slack, platform } = await startOverHttp();
    slack.answerNext('chat.postMessage', refusing('invalid_blocks'), refusing('is_archived'));
    expect(await platform.announcer.post(post({ image: 'https://images.example/a.png' }))).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('a post that Slack does not take', () => {
  test.each<[string, SlackScripted, object]>([
    ['429 says how long to wait', rateLimited(7), { kind: 'wait', seconds: 7 }],
    ['429 waits at least a second', rateLimited(0), { kind: 'wait', seconds: 1 }],
    ['too much in other words', refusing('message_limit_exceeded'), { kind: 'wait', seconds: 60 }],
    ['a fault of Slack’s', refusing('internal_error'), { kind: 'again' }],
    ['fatal_error', refusing('fatal_error'), { kind: 'again' }],
    ['service_unavailable', refusing('service_unavailable'), { kind: 'again' }],
    ['request_timeout', refusing('request_timeout'), { kind: 'again' }],
    ['team_added_to_org', refusing('team_added_to_org'), { kind: 'again' }],
    ['what nobody foresaw', refusing('brand_new_error'), { kind: 'again' }],
    ['HTTP 503', httpStatus(503), { kind: 'again' }],
    ['a page of HTML', html(), { kind: 'again' }],
    ['a connection that breaks', drop, { kind: 'again' }],
    ['a reply that is lost', lost, { kind: 'again' }],
    ['a token that is none', refusing('invalid_auth'), { kind: 'again' }],
    ['an app that was removed', refusing('account_inactive'), { kind: 'refused' }],
    ['a token taken back', refusing('token_revoked'), { kind: 'refused' }],
    ['a scope too few', refusing('missing_scope'), { kind: 'refused' }],
    ['a setting of the workspace', refusing('no_permission'), { kind: 'refused' }],
    ['a key taken back', refusing('ekm_access_denied'), { kind: 'refused' }],
    ['a channel for some', refusing('restricted_action_read_only_channel'), { kind: 'refused' }],
    ['blocks', refusing('invalid_blocks'), { kind: 'invalid' }],
    ['length', refusing('msg_too_long'), { kind: 'invalid' }],
    ['length of blocks', refusing('msg_blocks_too_long'), { kind: 'invalid' }],
    ['arguments', refusing('invalid_arguments'), { kind: 'invalid' }],
  ])('%s', async (_what, scripted, expected) => {
    const { slack, platform } = await startOverHttp();
    slack.answer('chat.postMessage', scripted);
    const settled = await platform.announcer.post(post());
    expect(settled).toMatchObject(expected);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
    if ('reason' in settled) expect(settled.reason).toMatch(/\S{3,}.*[^.]$/u);
  });

  test.each([
    ['C0STRANGE', 'not_in_channel', '/invite'],
    ['C0SECRET', 'channel_not_found', '/invite'],
    ['C0NOWHERE', 'channel_not_found', '/invite'],
    ['C0ARCHIVED', 'is_archived', 'archived'],
  ])('in %s says %s, and what to do', async (channel, code, remedy) => {
    const { platform } = await startOverHttp();
    const settled = await platform.announcer.post(post({}, { channel }));
    expect(settled).toEqual({ kind: 'refused', reason: expect.stringContaining(code) });
    expect(settled).toHaveProperty('reason', expect.stringContaining(remedy));
  });

  test('since it cannot be drawn is invalid', async () => {
    const { slack, platform } = await startOverHttp();
    const excerpt = {
      markdown: '',
      truncated: false,
      get root(): never {
        throw new Error('too odd');
      },
    };
    expect(await platform.announcer.post(post({ excerpt }))).toEqual({
      kind: 'invalid',
      reason: 'the post cannot be drawn: too odd',
      payload: '{}',
    });
    expect(slack.callsOf('chat.postMessage')).toEqual([]);
  });

  test('for what it is shows what was sent, and no token', async () => {
    const { slack, platform } = await startOverHttp();
    slack.answer('chat.postMessage', refusing('msg_blocks_too_long'));
    const settled = await platform.announcer.post(post());
    const payload = settled.kind === 'invalid' ? settled.payload : '';
    expect(JSON.parse(payload)).toMatchObject({
      channel: 'C0GENERAL',
      metadata: { event_type: 'signpost_post' },
      blocks: [{ type: 'rich_text' }, { type: 'rich_text' }],
    });
    expect(payload).not.toContain(slack.workspace.botToken);
  });

  test('is given up when Slack says nothing', async () => {
    const slack = await startFakeSlack();
    slack.answer('chat.postMessage', hang);
    const { botToken: token, botId, botUserId: userId } = slack.workspace;
    const announcer = createSlackAnnouncer({
      apiUrl: slack.apiUrl,
      log: createLog({ level: 'silent', secrets: [], destination: { write: () => undefined } }),
      findBot: async () => ({ kind: 'bot', bot: { token, botId, userId } }),
      patience: 50,
    });
    expect(await announcer.post(post())).toMatchObject({ kind: 'again' });
    expect(slack.callsOf('chat.postMessage').length).toBeLessThan(2);
  });
});

describe('an earlier post', () => {
  test('is changed in place, and can still be found', async () => {
    const { slack, platform } = await startOverHttp();
    const sent = await platform.announcer.post(post());
    const id = sent.kind === 'sent' ? sent.message : '';
    expect(await platform.announcer.update(post({ title: 'Zebra 2.0.1' }), id)).toEqual(sent);
    const posts = slack.state.posts('C0GENERAL');
    expect(posts.map((message) => textIn(message))).toEqual([expect.stringContaining('Zebra 2.0.1')]);
    expect(await platform.announcer.find(post(), SINCE)).toEqual({ kind: 'found', message: id });
  });

  test.each(['message_not_found', 'cant_update_message', 'edit_window_closed'])(
    'that cannot be changed stays: %s',
    async (error) => {
      const { slack, platform } = await startOverHttp();
      slack.answer('chat.update', refusing(error));
      const id = 'C0GENERAL:1712345678.000100';
      expect(await platform.announcer.update(post(), id)).toEqual({ kind: 'sent', message: id });
    },
  );

  test('that somebody deleted is left', async () => {
    const { slack, platform } = await startOverHttp();
    const id = 'C0GENERAL:1712345678.000100';
    expect(await platform.announcer.update(post(), id)).toEqual({ kind: 'sent', message: id });
    expect(slack.state.posts('C0GENERAL')).toEqual([]);
  });

  test('loses a picture that Slack cannot load', async () => {
    const { slack, platform } = await startOverHttp();
    const sent = await platform.announcer.post(post());
    const id = sent.kind === 'sent' ? sent.message : '';
    const changed = post({ title: 'Zebra 2.0.1', image: 'https://missing.example/a.png' });
    expect(await platform.announcer.update(changed, id)).toEqual(sent);
    expect(textIn(slack.state.posts('C0GENERAL')[0])).toContain('Zebra 2.0.1');
  });

  test.each<[string, SlackScripted, string]>([
    ['asks to wait', rateLimited(3), 'wait'],
    ['is broken', httpStatus(500), 'again'],
    ['keeps the bot out', refusing('is_archived'), 'refused'],
    ['does not take it', refusing('msg_too_long'), 'invalid'],
  ])('is not changed where Slack %s', async (_what, scripted, kind) => {
    const { slack, platform } = await startOverHttp();
    slack.answer('chat.update', scripted);
    expect(await platform.announcer.update(post(), 'C0GENERAL:1712345678.000100')).toMatchObject({ kind });
  });

  test('by another id than Slack’s is none', async () => {
    const { slack, platform } = await startOverHttp();
    expect(await platform.announcer.update(post(), '1234567890')).toMatchObject({ kind: 'invalid' });
    expect(slack.callsOf('chat.update')).toEqual([]);
  });
});

function marked(id: string) {
  return { event_type: 'signpost_post', event_payload: { id } };
}

describe('looking for a post that may have been made', () => {
  test('finds it after a crash', async () => {
    const { slack, platform } = await startOverHttp();
    slack.answerNext('chat.postMessage', lost);
    expect(await platform.announcer.post(post())).toMatchObject({ kind: 'again' });
    for (let said = 0; said < 450; said += 1) slack.state.addMessage({ channel: 'C0GENERAL', text: 'hello' });
    const [message] = slack.state.posts('C0GENERAL');
    expect(await platform.announcer.find(post(), SINCE)).toEqual({
      kind: 'found',
      message: `C0GENERAL:${message?.ts}`,
    });
    expect(slack.callsOf('conversations.history')).toHaveLength(3);
  });

  test('finds none where there is none, of another id, before, or by another app', async () => {
    const { slack, platform } = await startOverHttp();
    const { id } = post();
    const { botId } = slack.workspace;
    const channel = 'C0GENERAL';
    slack.state.addMessage({ channel, botId, metadata: marked('f'.repeat(32)) });
    slack.state.addMessage({ channel, botId: 'B0OTHER', user: 'U0OTHER', metadata: marked(id) });
    slack.state.addMessage({ channel, botId, metadata: marked(id), ts: '1700000000.000100' });
    expect(await platform.announcer.find(post(), SINCE)).toEqual({ kind: 'none' });
  });

  test('finds it although the clocks differ by half a minute', async () => {
    const { platform } = await startOverHttp();
    await platform.announcer.post(post());
    const since = new Date(Date.now() + 30_000);
    expect(await platform.announcer.find(post(), since)).toMatchObject({ kind: 'found' });
  });

  test('knows nothing where too much was said since', async () => {
    const { slack, platform } = await startOverHttp();
    for (let said = 0; said < 1_001; said += 1) slack.state.addMessage({ channel: 'C0GENERAL' });
    expect(await platform.announcer.find(post(), SINCE)).toMatchObject({ kind: 'unknown' });
    expect(slack.callsOf('conversations.history')).toHaveLength(5);
  });

  test('knows nothing where the history may not be read', async () => {
    const { slack, platform } = await startOverHttp();
    slack.workspace.scopes = ['chat:write'];
    expect(await platform.announcer.find(post(), SINCE)).toEqual({
      kind: 'unknown',
      reason: expect.stringContaining('missing_scope'),
    });
    expect(await platform.announcer.find(post({}, { channel: 'C0SECRET' }), SINCE)).toMatchObject({
      kind: 'unknown',
    });
  });

  test.each<[string, SlackScripted]>([
    ['asks to wait', rateLimited(5)],
    ['is broken', httpStatus(502)],
    ['cannot be reached', drop],
  ])('is to be done again where Slack %s', async (_what, scripted) => {
    const { slack, platform } = await startOverHttp();
    slack.answer('conversations.history', scripted);
    expect(await platform.announcer.find(post(), SINCE)).toMatchObject({ kind: 'again' });
  });

  test('waits for Slack to be connected', async () => {
    const { platform } = await startOverHttp({ starts: false });
    expect(await platform.announcer.find(post(), SINCE)).toMatchObject({ kind: 'again' });
  });
});

describe('whoever subscribed a channel', () => {
  const PAUSE = { feed: 'Releases', reason: 'the channel is archived' };
  const { place } = post({}, { channel: 'C0ARCHIVED' });

  test('is told in a direct message that it gets no more posts', async () => {
    const { slack, platform } = await startOverHttp();
    await platform.announcer.tell('U0ANA', place, PAUSE);
    const [message] = slack.messagesIn('D0ANA');
    expect(textIn(message)).toContain('I no longer post Releases in ');
    expect(textIn(message)).toContain('the channel is archived');
    expect(JSON.stringify(message?.blocks)).toContain('"channel_id":"C0ARCHIVED"');
  });

  test('is not told where that fails, and the log says so', async () => {
    const { platform, lines } = await startOverHttp();
    await platform.announcer.tell('U0NOBODY', place, PAUSE);
    expect(lines.join('')).toContain('nobody could be told of a pause: Slack says channel_not_found');
  });
});

describe('many workspaces', () => {
  test('each get their posts from the bot that was installed there', async () => {
    const slack = await startFakeSlack();
    const { url, platform } = await startOverHttp(manyOf(slack));
    const other = slack.state.addWorkspace({
      teamId: 'T0OTHER',
      teamName: 'Other',
      botToken: 'xoxb-other-1',
      botId: 'B0OTHERBOT',
      botUserId: 'U0OTHERBOT',
    });
    slack.state.addChannel({ id: 'C0OTHER', teamId: 'T0OTHER' });
    slack.grant('code', { workspace: other });
    expect((await slack.walkInstall(url)).status).toBe(200);
    const there = post({}, { channel: 'C0OTHER', workspace: 'T0OTHER' });
    const sent = await platform.announcer.post(there);
    expect(sent).toMatchObject({ kind: 'sent' });
    expect(slack.callsOf('chat.postMessage')[0]?.token).toBe('xoxb-other-1');
    expect(await platform.announcer.find(there, SINCE)).toMatchObject({ kind: 'found' });
  });

  test('that did not install it get none', async () => {
    const slack = await startFakeSlack();
    const { platform } = await startOverHttp(manyOf(slack));
    const there = post({}, { workspace: 'T0NOBODY' });
    expect(await platform.announcer.post(there)).toEqual({
      kind: 'refused',
      reason: 'the app is not installed in workspace T0NOBODY; install it at /slack/install',
    });
    expect(await platform.announcer.post(post())).toMatchObject({ kind: 'refused' });
    expect(await platform.announcer.find(there, SINCE)).toMatchObject({ kind: 'unknown' });
    expect(slack.callsOf('chat.postMessage')).toEqual([]);
  });

  test('get theirs later while the store is down', async () => {
    const slack = await startFakeSlack();
    const { store } = memoryStore();
    const installations = {
      ...store.installations,
      find: () => Promise.reject(new Error('no connection')),
    };
    const { platform } = await startOverHttp(manyOf(slack, { store: { ...store, installations } }));
    expect(await platform.announcer.post(post({}, { workspace: 'T024BE7LD' }))).toEqual({
      kind: 'again',
      reason: expect.stringContaining('no connection'),
    });
  });
});
