import { describe, expect, test } from 'vitest';
import { buttonsIn, startOverHttp, textIn } from './start-slack.ts';

describe('in a direct message', () => {
  test('every message is a question, answered right there', async () => {
    const { slack, http, asked } = await startOverHttp();
    await http.event(slack.events.messageIm({ text: 'how do I log in?' }));
    const [call] = await slack.called('chat.postMessage');
    expect(call?.body).toMatchObject({ channel: 'D0ANA', unfurl_links: false });
    expect(call?.body).not.toHaveProperty('thread_ts');
    expect(textIn(call?.body)).toContain('Open the page to log in.');
    expect(buttonsIn(call?.body)).toEqual(['helpful', 'unhelpful']);
    expect(asked[0]).toMatchObject({ visibility: 'private', place: 'D0ANA' });
  });

  test('a question in a thread is answered in the thread', async () => {
    const { slack, http } = await startOverHttp();
    const parent = slack.state.addMessage({ channel: 'D0ANA', text: 'hello' });
    await http.event(slack.events.messageIm({ text: 'zebra', thread: parent.ts }));
    const [call] = await slack.called('chat.postMessage');
    expect(call?.body).toMatchObject({ channel: 'D0ANA', thread_ts: parent.ts });
  });

  test.each(['', 'thread'])('"more" pages on, and says when that was all (%s)', async (where) => {
    const { slack, http } = await startOverHttp();
    const parent = slack.state.addMessage({ channel: 'D0ANA', text: 'hello' });
    const place = where === '' ? {} : { thread: parent.ts };
    const ask = (text: string) => http.event(slack.events.messageIm({ text, ...place }));
    await ask('zebra');
    await slack.called('chat.postMessage', 1);
    const shown: string[] = [];
    for (let reply = 2; reply <= 5; reply += 1) {
      await ask(reply % 2 === 0 ? 'more' : 'More');
      const call = (await slack.called('chat.postMessage', reply)).at(-1);
      shown.push(textIn(call?.body));
    }
    expect(shown[0]).toContain('Results 6 to 10');
    expect(shown[1]).toContain('Results 11 to');
    expect(shown[2]).toBe('The docs have nothing more on that.');
    expect(shown[3]).toBe('The docs have nothing more on that.');
  });

  test('"more" finds the last reply of a long thread', async () => {
    const { slack, http } = await startOverHttp();
    const thread = slack.state.addMessage({ channel: 'D0ANA', text: 'hello' }).ts;
    for (let number = 0; number < 300; number += 1)
      slack.state.addMessage({ channel: 'D0ANA', text: 'chatter', threadTs: thread });
    await http.event(slack.events.messageIm({ text: 'zebra', thread }));
    await slack.called('chat.postMessage');
    await http.event(slack.events.messageIm({ text: 'more', thread }));
    const [, second] = await slack.called('chat.postMessage', 2);
    expect(textIn(second?.body)).toContain('Results 6 to 10');
  });

  test('"more" before any question says so', async () => {
    const { slack, http } = await startOverHttp();
    await http.event(slack.events.messageIm({ text: 'more' }));
    const [call] = await slack.called('chat.postMessage');
    expect(textIn(call?.body)).toContain('no question here yet');
  });

  test('"more" where the conversation cannot be read names the button', async () => {
    const { slack, http } = await startOverHttp();
    slack.answer('conversations.history', { ok: false, error: 'missing_scope' });
    await http.event(slack.events.messageIm({ text: 'more' }));
    const [call] = await slack.called('chat.postMessage');
    expect(textIn(call?.body)).toContain('Use the button More');
  });

  test('"help" tells how to ask', async () => {
    const { slack, http } = await startOverHttp();
    await http.event(slack.events.messageIm({ text: 'help' }));
    const [call] = await slack.called('chat.postMessage');
    expect(textIn(call?.body)).toContain('How do I log in?');
  });

  test('an example of the help answers in its place', async () => {
    const { slack, http } = await startOverHttp();
    await http.event(slack.events.messageIm({ text: 'help' }));
    await slack.called('chat.postMessage');
    const help = slack.messagesIn('D0ANA').at(-1)!;
    const action = { blocks: help.blocks, actionId: 'signpost_ask_0' };
    await http.action(slack.clickInMessage({ message: help, action }));
    const [response] = await slack.responded();
    expect(response?.body).toMatchObject({ replace_original: true });
    expect(textIn(response?.body)).toContain('Open the page to log in.');
  });

  test('a file with a word to it is a question, too', async () => {
    const { slack, http } = await startOverHttp();
    await http.event({ ...slack.events.messageIm({ text: 'zebra' }), subtype: 'file_share', files: [] });
    const [call] = await slack.called('chat.postMessage');
    expect(textIn(call?.body)).toContain('stripes');
  });

  test('nothing is answered where that is turned off', async () => {
    const { slack, http, platform } = await startOverHttp({ settings: { directMessages: false } });
    await http.event(slack.events.messageIm({ text: 'zebra' }));
    await platform.stop();
    expect(slack.callsOf('chat.postMessage')).toEqual([]);
  });

  test('who asks too much is told when to ask again', async () => {
    const { slack, http } = await startOverHttp({ options: { limit: { burst: 1, perMinute: 1 } } });
    await http.event(slack.events.messageIm({ text: 'zebra' }));
    await slack.called('chat.postMessage');
    await http.event(slack.events.messageIm({ text: 'zebra' }));
    const [, second] = await slack.called('chat.postMessage', 2);
    expect(textIn(second?.body)).toMatch(
      /^That is a lot of questions at once\. Ask again in \d+ seconds\.$/u,
    );
  });
});
