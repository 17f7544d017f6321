import { webApi } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { drop, hang, html, httpStatus, lost, slow } from './answers.ts';
import { rateLimited } from './slack/answers.ts';
import { SILENT } from './slack/echo-bot.ts';
import { startFakeSlack } from './slack/fake-slack.ts';
import type { FakeSlack } from './slack/fake-slack.ts';
import type { Fields } from './slack/fields.ts';

const FAST = { retries: 2, minTimeout: 1, maxTimeout: 1 };

function clientOf(slack: FakeSlack, token = slack.workspace.botToken): webApi.WebClient {
  return new webApi.WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: FAST, logger: SILENT });
}

function post(slack: FakeSlack, content: Fields, token?: string): Promise<webApi.ChatPostMessageResponse> {
  return clientOf(slack, token).apiCall('chat.postMessage', { ...content });
}

/** What an app does with a `response_url`. */
function send(url: string, body: Fields): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}

function texts({ messages }: { messages?: readonly { text?: string }[] }): unknown {
  return messages?.map(({ text }) => text);
}

const BUTTON = {
  type: 'button',
  action_id: 'again',
  text: { type: 'plain_text', text: 'Again' },
  value: 'v1',
};
const BUTTONS = [{ type: 'actions', elements: [BUTTON] }] as const;

describe('the Web API', () => {
  test('keeps what is posted, updated and deleted', async () => {
    const slack = await startFakeSlack();
    const { chat } = clientOf(slack);
    const { ts = '', message } = await post(slack, {
      channel: 'C0GENERAL',
      text: 'One',
      blocks: [...BUTTONS],
    });
    expect(message).toMatchObject({
      text: 'One',
      bot_id: 'B0SIGNPOST',
      blocks: [{ block_id: expect.any(String) }],
    });
    await chat.update({ channel: 'C0GENERAL', ts, text: 'Two' });
    expect(slack.messagesIn('C0GENERAL')).toMatchObject([{ text: 'Two', edited: { user: 'U0SIGNPOST' } }]);
    await chat.delete({ channel: 'C0GENERAL', ts });
    expect(slack.messagesIn('C0GENERAL')).toEqual([]);
    expect(slack.calls.map(({ method }) => method)).toEqual([
      'chat.postMessage',
      'chat.update',
      'chat.delete',
    ]);
  });

  test('reads channels newest first and threads from their start', async () => {
    const slack = await startFakeSlack();
    slack.workspace.scopes.push('channels:history');
    const { conversations } = clientOf(slack);
    const root = slack.state.addMessage({ channel: 'C0GENERAL', text: 'a' });
    const reply = slack.state.addMessage({ channel: 'C0GENERAL', text: 'b', threadTs: root.ts });
    const last = slack.state.addMessage({ channel: 'C0GENERAL', text: 'c' });
    const channel = 'C0GENERAL';
    expect(texts(await conversations.history({ channel }))).toEqual(['c', 'a']);
    expect(texts(await conversations.history({ channel, latest: last.ts }))).toEqual(['a']);
    expect(texts(await conversations.history({ channel, oldest: last.ts, inclusive: true }))).toEqual(['c']);
    expect(texts(await conversations.replies({ channel, ts: reply.ts }))).toEqual(['a', 'b']);
    const page = await conversations.replies({ channel, ts: root.ts, limit: 1 });
    expect([texts(page), page.has_more]).toEqual([['a'], true]);
    const cursor = page.response_metadata?.next_cursor ?? '';
    expect(texts(await conversations.replies({ channel, ts: root.ts, cursor }))).toEqual(['b']);
  });

  test.each([
    ['C0STRANGE', 'not_in_channel'],
    ['C0SECRET', 'channel_not_found'],
    ['C0NOWHERE', 'channel_not_found'],
    ['C0ARCHIVED', 'is_archived'],
  ])('cannot post to %s: %s', async (channel, error) => {
    const slack = await startFakeSlack();
    await expect(post(slack, { channel, text: 'x' })).rejects.toMatchObject({
      data: { error },
    });
  });

  test('opens a conversation with a person, and whispers to one', async () => {
    const slack = await startFakeSlack();
    const { chat } = clientOf(slack);
    expect((await post(slack, { channel: 'U0ANA', text: 'x' })).channel).toBe('D0ANA');
    await chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0BEN', text: 'psst' });
    expect(slack.messagesIn('C0GENERAL')).toMatchObject([{ ephemeral: true, ephemeralUser: 'U0BEN' }]);
  });

  test.each([
    ['no_text', 'nothing', { text: '', blocks: [] }],
    [
      'invalid_blocks',
      '51 blocks',
      { text: 'x', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) },
    ],
    ['invalid_blocks', 'an unknown block', { text: 'x', blocks: [{ type: 'marquee' }] }],
    ['invalid_blocks', 'a long section', { text: 'x', blocks: [section(3_001)] }],
    ['invalid_blocks', 'an id twice', { text: 'x', blocks: [section(1, 'b1'), section(1, 'b1')] }],
    [
      'msg_blocks_too_long',
      '5 long sections',
      { text: 'x', blocks: Array.from({ length: 5 }, () => section(2_900)) },
    ],
    ['invalid_thread_ts', 'a thread that is no time', { text: 'x', thread_ts: 'yesterday' }],
  ])('%s: %s', async (error, _name, content) => {
    const slack = await startFakeSlack({ onMessage: () => undefined });
    await expect(post(slack, { channel: 'C0GENERAL', ...content })).rejects.toMatchObject({
      data: { error },
    });
  });

  test('knows tokens and what they may do', async () => {
    const slack = await startFakeSlack();
    const other = slack.state.addWorkspace({ teamId: 'T0OTHER', botToken: 'xoxb-other', botId: 'B0OTHER' });
    other.scopes = ['commands'];
    slack.workspace.scopes.push('users:read');
    const found = await clientOf(slack).auth.test();
    expect(found).toMatchObject({ team_id: 'T024BE7LD', bot_id: 'B0SIGNPOST', user_id: 'U0SIGNPOST' });
    expect(found.response_metadata?.scopes).toEqual(slack.workspace.scopes);
    const fails = (token: string) => post(slack, { channel: 'C0GENERAL', text: 'x' }, token);
    await expect(fails('xoxb-nobody')).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    await expect(fails(slack.appToken)).rejects.toMatchObject({ data: { error: 'not_allowed_token_type' } });
    await expect(fails('xoxb-other')).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'commands' },
    });
    const bot = clientOf(slack).apps.connections.open({});
    await expect(bot).rejects.toMatchObject({ data: { error: 'not_allowed_token_type' } });
    await expect(clientOf(slack).apiCall('chat.shout')).rejects.toMatchObject({
      data: { error: 'unknown_method' },
    });
    await expect(clientOf(slack).apiCall('users.info')).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
  });

  test('fills home tabs, which can be clicked in', async () => {
    const slack = await startFakeSlack();
    const { views } = clientOf(slack);
    await views.publish({ user_id: 'U0ANA', view: { type: 'home', blocks: [...BUTTONS] } });
    const click = slack.clickInHome({
      action: { blocks: slack.state.views.get('U0ANA')?.['blocks'], actionId: 'again' },
    });
    expect(click).toMatchObject({
      container: { type: 'view' },
      actions: [{ action_id: 'again', value: 'v1' }],
    });
  });

  test('keeps what an assistant thread is told', async () => {
    const slack = await startFakeSlack();
    const { threads } = clientOf(slack).assistant;
    const about = { channel_id: 'D0ANA', thread_ts: '1.000000' };
    await threads.setTitle({ ...about, title: 'Logging in' });
    await threads.setStatus({ ...about, status: '' });
    await threads.setSuggestedPrompts({ ...about, prompts: [{ title: 'a', message: 'b' }] });
    expect([...slack.state.assistantThreads.values()]).toEqual([
      { title: 'Logging in', status: '', prompts: [{ title: 'a', message: 'b' }] },
    ]);
    const untitled = threads.setTitle({ ...about, title: '' });
    await expect(untitled).rejects.toMatchObject({ data: { error: 'invalid_arguments' } });
  });

  test('keeps metadata, and shows it to who asks for it', async () => {
    const slack = await startFakeSlack();
    const { chat, conversations } = clientOf(slack);
    const channel = 'C0GENERAL';
    const metadata = { event_type: 'made_up', event_payload: { id: '7', about: { size: 3 } } };
    const { ts = '' } = await post(slack, { channel, text: 'One', metadata });
    await chat.update({ channel, ts, text: 'Two' });
    const [shown] = (await conversations.history({ channel, include_all_metadata: true })).messages ?? [];
    expect(shown).toMatchObject({ text: 'Two', metadata });
    expect((await conversations.history({ channel })).messages?.[0]).not.toHaveProperty('metadata');
    expect(slack.state.posts(channel)).toHaveLength(1);
  });

  test.each([
    [{ event_type: 'a' }, 'invalid_metadata_format'],
    [{ event_type: '', event_payload: {} }, 'invalid_metadata_format'],
    ['text', 'invalid_metadata_format'],
    [{ event_type: 'with spaces', event_payload: {} }, 'invalid_metadata_schema'],
    [{ event_type: 'a', event_payload: { deep: { deeper: { deepest: 1 } } } }, 'invalid_metadata_schema'],
    [{ event_type: 'a', event_payload: { long: 'x'.repeat(5_000) } }, 'metadata_too_large'],
  ])('refuses the metadata %#', async (metadata, error) => {
    const slack = await startFakeSlack();
    const sent = post(slack, { channel: 'C0GENERAL', text: 'One', metadata });
    await expect(sent).rejects.toMatchObject({ data: { error } });
  });

  test.each([
    [{ alt_text: 'A' }, 'downloading image failed'],
    [{ image_url: 'https://missing.example/a.png', alt_text: 'A' }, 'downloading image failed'],
    [{ image_url: 'http://images.example/a.png', alt_text: 'A' }, 'downloading image failed'],
    [{ image_url: 'https://images.example/a.png' }, 'alt_text'],
    [{ image_url: 'https://images.example/a.png', alt_text: 'x'.repeat(2_001) }, 'alt_text'],
  ])('refuses the picture %#', async (picture, reason) => {
    const slack = await startFakeSlack({ onMessage: () => undefined });
    const blocks = [{ type: 'image', ...picture }];
    const sent = post(slack, { channel: 'C0GENERAL', text: 'One', blocks });
    await expect(sent).rejects.toMatchObject({
      data: { error: 'invalid_blocks', errors: [expect.stringContaining(reason)] },
    });
  });

  test('unfurls links of messages that there are', async () => {
    const slack = await startFakeSlack();
    const { chat } = clientOf(slack);
    const url = 'https://docs.acme.com/a';
    const { channel, message_ts: ts } = slack.events.linkShared([url]) as {
      channel: string;
      message_ts: string;
    };
    const unfurls = { [url]: { blocks: [...BUTTONS] } };
    await chat.unfurl({ channel, ts, unfurls });
    expect(slack.messagesIn(channel)).toMatchObject([{ unfurls }]);
    const nowhere = chat.unfurl({ channel, ts: '1.000000', unfurls });
    await expect(nowhere).rejects.toMatchObject({ data: { error: 'cannot_find_message' } });
  });
});

function section(length: number, id?: string): object {
  return { type: 'section', text: { type: 'plain_text', text: 'y'.repeat(length) }, block_id: id };
}

describe('what is scripted', () => {
  test('HTTP 429 is waited for, and tried again', async () => {
    const slack = await startFakeSlack();
    slack.answerNext('chat.postMessage', rateLimited(1));
    const client = clientOf(slack);
    const waits: unknown[] = [];
    client.on(webApi.WebClientEvent.RATE_LIMITED, (seconds) => waits.push(seconds));
    await client.apiCall('chat.postMessage', { channel: 'C0GENERAL', text: 'x' });
    expect(waits).toEqual([1]);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(2);
    expect(slack.messagesIn('C0GENERAL')).toHaveLength(1);
  });

  test.each([
    ['HTTP 500', httpStatus(500), { statusCode: 500 }],
    ['a page', html(), { data: { error: expect.stringContaining('<!doctype html>') } }],
    ['an error', { ok: false, error: 'fatal_error' }, { data: { error: 'fatal_error' } }],
    ['a broken connection', drop, { code: 'slack_webapi_request_error' }],
  ])('%s', async (_name, answer, expected) => {
    const slack = await startFakeSlack();
    slack.answer('*', answer);
    await expect(clientOf(slack).auth.test()).rejects.toMatchObject(expected);
  });

  test('a reply that is lost leaves what was done', async () => {
    const slack = await startFakeSlack();
    slack.answerNext('chat.postMessage', lost);
    await post(slack, { channel: 'C0GENERAL', text: 'x' });
    expect(slack.messagesIn('C0GENERAL')).toHaveLength(2);
  });

  test('what hangs does so until the end, what is slow comes', async () => {
    const slack = await startFakeSlack({ stopsItself: false });
    slack.answerNext('auth.test', slow(5), hang);
    const client = new webApi.WebClient('xoxb-x', {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      logger: SILENT,
    });
    await expect(client.auth.test()).rejects.toMatchObject({ data: { error: 'invalid_auth' } });
    const hanging = client.auth.test().catch((error: unknown) => error);
    await slack.called('auth.test', 2);
    await slack.stop();
    expect(await hanging).toMatchObject({ code: 'slack_webapi_request_error' });
  });
});

describe('a response_url', () => {
  test('works five times', async () => {
    const slack = await startFakeSlack();
    const url = slack.responseUrl({ channel: 'C0GENERAL', user: 'U0ANA' });
    for (let use = 0; use < 5; use += 1) expect((await send(url, { text: 'x' })).status).toBe(200);
    const sixth = await send(url, { text: 'x' });
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }]);
    expect(slack.messagesIn('C0GENERAL')).toHaveLength(5);
  });

  test('expires', async () => {
    const slack = await startFakeSlack();
    const url = slack.responseUrl();
    slack.expire(url);
    expect(await (await send(url, { text: 'x' })).json()).toEqual({ ok: false, error: 'expired_url' });
    expect(slack.responses).toMatchObject([{ accepted: false }]);
  });

  test('replaces and deletes the message that was clicked in', async () => {
    const slack = await startFakeSlack();
    const message = slack.state.addMessage({
      channel: 'C0GENERAL',
      botId: 'B0SIGNPOST',
      blocks: [...BUTTONS],
    });
    const click = slack.clickInMessage({ message, action: { blocks: message.blocks, actionId: 'again' } });
    const url = String(click['response_url']);
    await send(url, { replace_original: true, text: 'new' });
    expect(slack.messagesIn('C0GENERAL')).toMatchObject([{ text: 'new', blocks: undefined }]);
    await send(url, { delete_original: true });
    expect(slack.messagesIn('C0GENERAL')).toEqual([]);
  });
});
