import { describe, expect, test } from 'vitest';
import type { Fields } from '../../fakes/slack/fields.ts';
import { httpStatus } from '../../fakes/answers.ts';
import { rateLimited } from '../../fakes/slack/answers.ts';
import { buttonsIn, startOverHttp, startOverSocket, textIn } from './start-slack.ts';
import type { Started } from './start-slack.ts';

const MENTION = '<@U0SIGNPOST>';

/** Long enough for a second reply to come, if there were one. */
async function settled({ platform }: Started): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  await platform.stop();
}

describe('a mention', () => {
  test('is answered once in its thread, for everybody', async () => {
    const { slack, http, asked } = await startOverHttp();
    const event = slack.events.appMention({ text: `${MENTION} how do I log in?` });
    expect((await http.event(event)).status).toBe(200);
    const [call] = await slack.called('chat.postMessage');
    expect(call?.body).toMatchObject({
      channel: 'C0GENERAL',
      thread_ts: event['ts'],
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(textIn(call?.body)).toContain('Open the page to log in.');
    expect(buttonsIn(call?.body)).toEqual(['helpful', 'unhelpful', 'dismiss']);
    expect(asked[0]).toMatchObject({ text: 'how do I log in?', asker: 'U0ANA', visibility: 'public' });
  });

  test('in a thread is answered in that thread', async () => {
    const { slack, http } = await startOverHttp();
    const parent = slack.state.addMessage({ channel: 'C0GENERAL', text: 'Hello' });
    await http.event(slack.events.appMention({ text: `${MENTION} zebra`, thread: parent.ts }));
    const [call] = await slack.called('chat.postMessage');
    expect(call?.body).toMatchObject({ thread_ts: parent.ts });
  });

  test('without a question asks what its thread starts with', async () => {
    const { slack, http, asked } = await startOverHttp();
    const parent = slack.state.addMessage({
      channel: 'C0GENERAL',
      text: 'how does one log in?',
      user: 'U0BEN',
    });
    await http.event(slack.events.appMention({ text: MENTION, thread: parent.ts }));
    const [call] = await slack.called('chat.postMessage');
    expect(textIn(call?.body)).toContain('Open the page to log in.');
    expect(asked[0]).toMatchObject({ text: 'how does one log in?', asker: 'U0ANA' });
  });

  test.each([
    ['outside of a thread', {}, {}],
    ['in a thread that the bot started', {}, { botId: 'B0SIGNPOST' }],
    ['in a thread, where reading it is turned off', { threads: false }, { user: 'U0BEN' }],
  ])('without a question %s is answered privately with how to ask', async (_where, settings, parent) => {
    const { slack, http } = await startOverHttp({ settings });
    const isThread = Object.keys(parent).length > 0;
    const start = slack.state.addMessage({ channel: 'C0GENERAL', text: 'zebra', ...parent });
    await http.event(slack.events.appMention({ text: MENTION, ...(isThread ? { thread: start.ts } : {}) }));
    const [call] = await slack.called('chat.postEphemeral');
    expect(call?.body).toMatchObject({ user: 'U0ANA', channel: 'C0GENERAL' });
    expect(textIn(call?.body)).toContain('How do I log in?');
    expect(slack.callsOf('chat.postMessage')).toEqual([]);
  });

  test('without a question, where the thread may not be read, is answered with how to ask, and the log says why', async () => {
    const { slack, http, lines } = await startOverHttp();
    slack.workspace.scopes = slack.workspace.scopes.filter((scope) => !scope.endsWith(':history'));
    const parent = slack.state.addMessage({ channel: 'C0GENERAL', text: 'zebra' });
    await http.event(slack.events.appMention({ text: MENTION, thread: parent.ts }));
    await slack.called('chat.postEphemeral');
    expect(lines.join('')).toContain('missing_scope');
    expect(lines.join('')).toContain('signpost check');
  });

  test('may be answered privately, and shared into its thread', async () => {
    const { slack, http } = await startOverHttp({ settings: { visibility: 'private' } });
    const event = slack.events.appMention({ text: `${MENTION} zebra` });
    await http.event(event);
    const [call] = await slack.called('chat.postEphemeral');
    expect(call?.body).toMatchObject({ user: 'U0ANA', channel: 'C0GENERAL' });
    expect(call?.body).not.toHaveProperty('thread_ts');
    const blocks = call?.body['blocks'];
    await http.action(slack.clickInEphemeral({ action: { blocks, actionId: 'signpost_share' } }));
    const [shared] = await slack.responded();
    expect(shared?.body).toMatchObject({ response_type: 'in_channel', thread_ts: event['ts'] });
  });

  test('is not answered in a channel where that is turned off, and is in another', async () => {
    const channels = [{ id: 'C0GENERAL', collections: [], mentions: false }];
    const started = await startOverHttp({ settings: { channels } });
    const { slack, http } = started;
    await http.event(slack.events.appMention({ text: `${MENTION} zebra` }));
    await http.event(slack.events.appMention({ text: `${MENTION} zebra`, channel: 'C0SUPPORT' }));
    await slack.called('chat.postMessage');
    await settled(started);
    expect(slack.callsOf('chat.postMessage').map(({ body }) => body['channel'])).toEqual(['C0SUPPORT']);
  });

  test('is answered in the one channel where that is turned on', async () => {
    const channels = [{ id: 'C0GENERAL', collections: [], mentions: true, visibility: 'private' as const }];
    const { slack, http } = await startOverHttp({ settings: { mentions: false, channels } });
    await http.event(slack.events.appMention({ text: `${MENTION} zebra`, channel: 'C0SUPPORT' }));
    await http.event(slack.events.appMention({ text: `${MENTION} zebra` }));
    await slack.called('chat.postEphemeral');
    expect(slack.callsOf('chat.postMessage')).toEqual([]);
  });

  test('"more" goes on with the last reply of the thread', async () => {
    const { slack, http } = await startOverHttp();
    const event = slack.events.appMention({ text: `${MENTION} zebra` });
    await http.event(event);
    await slack.called('chat.postMessage');
    await http.event(slack.events.appMention({ text: `${MENTION} more`, thread: String(event['ts']) }));
    const [, second] = await slack.called('chat.postMessage', 2);
    expect(textIn(second?.body)).toContain('Results 6 to 10');
  });

  test.each([
    ['not_in_channel', 'C0STRANGE', 'invite the bot'],
    ['is_archived', 'C0ARCHIVED', 'archived'],
  ])(
    'that cannot be answered there (%s) is: the asker is told, and the log says what to do',
    async (code, channel, advice) => {
      const { slack, http, lines } = await startOverHttp();
      await http.event(slack.events.appMention({ text: `${MENTION} zebra`, channel }));
      const calls = await slack.called('chat.postMessage', 2);
      expect(calls[1]?.body['channel']).toBe('U0ANA');
      expect(textIn(calls[1]?.body)).toContain(advice);
      expect(lines.find((line) => line.includes(code))).toContain(advice);
    },
  );
});

describe('nobody is answered who did not ask:', () => {
  const SAID: readonly [string, (started: Started) => Fields][] = [
    ['another bot', ({ slack }) => slack.events.botMessage({ text: `${MENTION} zebra` })],
    ['a message that mentions nobody', ({ slack }) => slack.events.messageChannels({ text: 'zebra' })],
    ['a mention of somebody else', ({ slack }) => slack.events.messageChannels({ text: '<@U0BEN> zebra' })],
    ['somebody who joins', ({ slack }) => slack.events.channelJoin()],
    [
      'an edit',
      ({ slack }) => {
        const message = slack.state.addMessage({ channel: 'C0GENERAL', text: 'hello' });
        return slack.events.messageChanged(message, `${MENTION} zebra`);
      },
    ],
    [
      'an edit that Slack calls a mention',
      ({ slack }) => ({
        ...slack.events.appMention({ text: `${MENTION} zebra` }),
        edited: { user: 'U0ANA', ts: '1700000000.000100' },
      }),
    ],
    [
      'a deletion',
      ({ slack }) =>
        slack.events.messageDeleted(slack.state.addMessage({ channel: 'C0GENERAL', text: MENTION })),
    ],
    [
      'the bot itself',
      ({ slack }) => ({
        ...slack.events.messageIm({ text: 'zebra', user: 'U0SIGNPOST' }),
        bot_id: 'B0SIGNPOST',
      }),
    ],
    [
      'the bot itself, as a user',
      ({ slack }) => slack.events.messageIm({ text: 'zebra', user: 'U0SIGNPOST' }),
    ],
  ];

  test.each(SAID)('%s', async (_who, said) => {
    const started = await startOverHttp();
    await started.http.event(said(started));
    await settled(started);
    expect(started.asked).toEqual([]);
    expect(started.slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  });
});

describe('a message is answered once', () => {
  test('though fifty deliveries of it come at the same time', async () => {
    const started = await startOverHttp();
    const { slack, http } = started;
    const envelope = slack.eventCallback(slack.events.appMention({ text: `${MENTION} zebra` }));
    const replies = await Promise.all(Array.from({ length: 50 }, () => http.event(envelope)));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    await slack.called('chat.postMessage');
    await settled(started);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  test('though Slack sends it as a mention and as a message', async () => {
    const started = await startOverHttp();
    const { slack, http } = started;
    const mention = slack.events.appMention({ text: `${MENTION} zebra` });
    const message = { ...mention, type: 'message', channel_type: 'channel' };
    await Promise.all([http.event(message), http.event(mention)]);
    await slack.called('chat.postMessage');
    await settled(started);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  test('though Slack tries again', async () => {
    const started = await startOverHttp();
    const { slack, http } = started;
    const envelope = slack.eventCallback(slack.events.appMention({ text: `${MENTION} zebra` }));
    for (let num = 0; num < 3; num += 1)
      await http.event(envelope, {}, num === 0 ? {} : { retry: { num, reason: 'http_timeout' } });
    await slack.called('chat.postMessage');
    await settled(started);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  test('though Socket Mode delivers it anew', async () => {
    const started = await startOverSocket();
    const { slack } = started;
    await slack.socket.event(slack.events.appMention({ text: `${MENTION} zebra` }));
    await slack.socket.redeliver();
    await slack.called('chat.postMessage');
    await settled(started);
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
  });

  test('though two replicas hear of it', async () => {
    const claimed = new Set<string>();
    const claims = {
      claim: async (key: string) => {
        if (claimed.has(key)) return false;
        claimed.add(key);
        return true;
      },
    };
    const one = await startOverHttp({ store: { claims } });
    const two = await startOverHttp({ store: { claims }, slack: one.slack });
    const envelope = one.slack.eventCallback(one.slack.events.appMention({ text: `${MENTION} zebra` }));
    await Promise.all([one.http.event(envelope), two.http.event(envelope)]);
    await one.slack.called('chat.postMessage');
    await Promise.all([settled(one), settled(two)]);
    expect(one.slack.callsOf('chat.postMessage')).toHaveLength(1);
  });
});

describe('a mention is answered in the end', () => {
  test('when Slack asks to wait', async () => {
    const { slack, http } = await startOverHttp();
    slack.answerNext('chat.postMessage', rateLimited(1));
    await http.event(slack.events.appMention({ text: `${MENTION} zebra` }));
    const [first, second] = await slack.called('chat.postMessage', 2);
    expect(slack.messagesIn('C0GENERAL').some(({ botId }) => botId === 'B0SIGNPOST')).toBe(true);
    // What Slack asks for is kept; how fast it is otherwise is no matter here.
    expect((second?.at.getTime() ?? 0) - (first?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(990);
  });

  test('when Slack fails for a moment', async () => {
    const { slack, http } = await startOverHttp();
    slack.answerNext('chat.postMessage', httpStatus(503));
    await http.event(slack.events.appMention({ text: `${MENTION} zebra` }));
    await slack.called('chat.postMessage', 2);
    expect(slack.messagesIn('C0GENERAL').some(({ botId }) => botId === 'B0SIGNPOST')).toBe(true);
  });

  test('while the store is down', async () => {
    const claims = { claim: () => Promise.reject(new Error('no connection')) };
    const { slack, http } = await startOverHttp({ store: { claims } });
    const envelope = slack.eventCallback(slack.events.appMention({ text: `${MENTION} zebra` }));
    await Promise.all([http.event(envelope), http.event(envelope)]);
    await slack.called('chat.postMessage');
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1);
  });
});
