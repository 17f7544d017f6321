import { describe, expect, test } from 'vitest';
import { buttonsIn, startOverHttp, startOverSocket, textIn } from './start-slack.ts';

describe('"Find in docs" on a message', () => {
  test('is answered privately', async () => {
    const { slack, http, asked } = await startOverHttp();
    const message = slack.state.addMessage({ channel: 'C0GENERAL', text: 'how do I log in?', user: 'U0BEN' });
    expect((await http.shortcut(slack.messageShortcut({ message }))).status).toBe(200);
    const [response] = await slack.responded();
    expect(response?.body).toMatchObject({ response_type: 'ephemeral' });
    expect(response?.body).not.toHaveProperty('thread_ts');
    expect(textIn(response?.body)).toContain('Open the page to log in.');
    expect(buttonsIn(response?.body)).toEqual(['share', 'helpful', 'unhelpful', 'dismiss']);
    expect(asked[0]).toMatchObject({ text: 'how do I log in?', asker: 'U0ANA', visibility: 'private' });
  });

  test('in a thread is answered in that thread, where slash commands do not exist', async () => {
    const { slack } = await startOverSocket();
    const parent = slack.state.addMessage({ channel: 'C0GENERAL', text: 'hello' });
    const message = slack.state.addMessage({ channel: 'C0GENERAL', text: 'zebra', threadTs: parent.ts });
    await slack.socket.shortcut(slack.messageShortcut({ message }));
    const [response] = await slack.responded();
    expect(response?.body).toMatchObject({ response_type: 'ephemeral', thread_ts: parent.ts });
  });

  test('is shared into the thread of that message', async () => {
    const { slack, http } = await startOverHttp();
    const message = slack.state.addMessage({ channel: 'C0GENERAL', text: 'zebra' });
    await http.shortcut(slack.messageShortcut({ message }));
    const [response] = await slack.responded();
    const action = { blocks: response?.body['blocks'], actionId: 'signpost_share' };
    await http.action(slack.clickInEphemeral({ action }));
    const [, shared] = await slack.responded(2);
    expect(shared?.body).toMatchObject({ response_type: 'in_channel', thread_ts: message.ts });
  });

  test('looks up the words "help" and "more" as words', async () => {
    const { slack, http } = await startOverHttp();
    const message = slack.state.addMessage({ channel: 'C0GENERAL', text: 'more' });
    await http.shortcut(slack.messageShortcut({ message }));
    const [response] = await slack.responded();
    expect(textIn(response?.body)).toContain('The docs do not seem to answer that.');
  });

  test('on a message without text says so', async () => {
    const { slack, http } = await startOverHttp();
    const message = slack.state.addMessage({ channel: 'C0GENERAL', text: '' });
    await http.shortcut(slack.messageShortcut({ message }));
    const [response] = await slack.responded();
    expect(textIn(response?.body)).toBe('That message has no text that I could look up.');
  });

  test('is posted where its response_url has expired', async () => {
    const { slack, http } = await startOverHttp();
    const message = slack.state.addMessage({ channel: 'C0GENERAL', text: 'zebra' });
    const shortcut = slack.messageShortcut({ message });
    slack.expire(String(shortcut['response_url']));
    await http.shortcut(shortcut);
    const [call] = await slack.called('chat.postEphemeral');
    expect(call?.body).toMatchObject({ channel: 'C0GENERAL', user: 'U0ANA' });
    expect(textIn(call?.body)).toContain('stripes');
  });
});
