import { describe, expect, test } from 'vitest';
import { startOverHttp, textIn } from './start-slack.ts';

const ON = { settings: { assistant: true } } as const;

describe('the assistant pane', () => {
  test('suggests questions from the docs that may be seen', async () => {
    const { slack, http } = await startOverHttp({
      settings: { assistant: true, workspaces: [{ id: 'T0OTHER', collections: ['internal'] }] },
    });
    const event = slack.events.assistantThreadStarted();
    await http.event(event);
    const [call] = await slack.called('assistant.threads.setSuggestedPrompts');
    expect(call?.body['prompts']).toEqual([
      { title: 'How do I log in?', message: 'How do I log in?' },
      { title: 'What is a zebra?', message: 'What is a zebra?' },
    ]);
  });

  test('answers once in its thread, and titles it by the first question', async () => {
    const { slack, http, platform } = await startOverHttp(ON);
    const thread = slack.state.nextTs();
    const say = (text: string) => http.event(slack.events.messageIm({ text, thread }));
    await say('how do I log in?');
    const [first] = await slack.called('chat.postMessage');
    expect(first?.body).toMatchObject({ channel: 'D0ANA', thread_ts: thread });
    expect(textIn(first?.body)).toContain('Open the page to log in.');
    await slack.called('assistant.threads.setTitle');
    await say('zebra');
    await slack.called('chat.postMessage', 2);
    await platform.stop();
    expect(slack.callsOf('chat.postMessage')).toHaveLength(2);
    expect(slack.callsOf('assistant.threads.setTitle').map(({ body }) => body['title'])).toEqual([
      'how do I log in?',
    ]);
  });

  test('pages on with "more"', async () => {
    const { slack, http } = await startOverHttp(ON);
    const thread = slack.state.addMessage({ channel: 'D0ANA', text: 'hello' }).ts;
    await http.event(slack.events.messageIm({ text: 'zebra', thread }));
    await slack.called('chat.postMessage');
    await http.event(slack.events.messageIm({ text: 'more', thread }));
    const [, second] = await slack.called('chat.postMessage', 2);
    expect(textIn(second?.body)).toContain('Results 6 to 10');
  });

  test('takes that somebody looks at another channel', async () => {
    const { slack, http, platform, lines } = await startOverHttp(ON);
    expect((await http.event(slack.events.assistantThreadContextChanged())).status).toBe(200);
    await platform.stop();
    expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  test('is off unless the config turns it on', async () => {
    const { slack, http, platform } = await startOverHttp();
    await http.event(slack.events.assistantThreadStarted());
    await platform.stop();
    expect(slack.callsOf('assistant.threads.setSuggestedPrompts')).toEqual([]);
  });
});
