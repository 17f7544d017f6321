import { describe, expect, test } from 'vitest';
import { decodeState, encodeState } from '../../../src/platforms/slack/render/buttons.ts';
import type { ButtonState } from '../../../src/platforms/slack/render/buttons.ts';
import { objectsOf, textOf } from '../../fakes/slack/fields.ts';
import type { Fields } from '../../fakes/slack/fields.ts';
import type { Message } from '../../fakes/slack/slack-state.ts';
import { PAGES } from '../example.ts';
import { buttonsIn, startOverHttp, textIn } from './start-slack.ts';
import type { Started, StartOptions } from './start-slack.ts';

/** Signpost, and a private reply to somebody's command. */
async function withPrivateReply(
  text: string,
  options: StartOptions = {},
): Promise<Started & { body: Fields }> {
  const started = await startOverHttp(options);
  const { body = {} } = await started.http.command({ text });
  return { ...started, body };
}

/** Signpost, and a reply that everybody sees. */
async function withPublicReply(
  text: string,
  options: StartOptions = {},
): Promise<Started & { message: Message }> {
  const started = await startOverHttp(options);
  const { slack, http } = started;
  await http.event(slack.events.appMention({ text: `<@U0SIGNPOST> ${text}` }));
  await slack.called('chat.postMessage');
  return { ...started, message: slack.messagesIn('C0GENERAL').at(-1)! };
}

function stateOf(body: Fields, name: string): ButtonState | undefined {
  const elements = objectsOf(body['blocks']).flatMap((block) => objectsOf(block['elements']));
  const button = elements.find((element) => element['action_id'] === `signpost_${name}`);
  return decodeState(textOf(button?.['value']));
}

describe('Share', () => {
  test('posts the reply for everybody, says who shared it, and takes the private one away', async () => {
    const { slack, http, body } = await withPrivateReply('how do I log in?');
    const action = { blocks: body['blocks'], actionId: 'signpost_share' };
    expect((await http.action(slack.clickInEphemeral({ action, user: 'U0BEN' }))).status).toBe(200);
    const [shared, removed] = await slack.responded(2);
    expect(shared?.body).toMatchObject({
      response_type: 'in_channel',
      replace_original: false,
      unfurl_links: false,
    });
    expect(textIn(shared?.body)).toContain('Shared by ben');
    expect(textIn(shared?.body)).toContain('Open the page to log in.');
    expect(buttonsIn(shared?.body)).toEqual(['helpful', 'unhelpful', 'dismiss']);
    expect(removed?.body).toEqual({ delete_original: true });
  });

  test('pressed twice at once shares once', async () => {
    const { slack, http, body, platform } = await withPrivateReply('zebra');
    const click = slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_share' } });
    await Promise.all([http.action(click), http.action(click)]);
    await slack.responded(2);
    await platform.stop();
    expect(slack.responses.filter((one) => one.body['response_type'] === 'in_channel')).toHaveLength(1);
  });

  test('shares the page of results that is shown', async () => {
    const { slack, http, body } = await withPrivateReply('zebra');
    await http.action(
      slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_more' } }),
    );
    const [more] = await slack.responded();
    const blocks = more?.body['blocks'];
    await http.action(slack.clickInEphemeral({ action: { blocks, actionId: 'signpost_share' } }));
    const [, shared] = await slack.responded(2);
    expect(textIn(shared?.body)).toContain('Results 6 to 10');
  });

  test('of a section that is gone says so, and shares nothing', async () => {
    const { slack, body } = await withPrivateReply('how do I log in?');
    const other = await startOverHttp({ slack, pages: PAGES.slice(2) });
    await other.http.action(
      slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_share' } }),
    );
    const [response] = await slack.responded();
    expect(textIn(response?.body)).toBe('That section is no longer in the docs. Ask again.');
    expect(slack.responses).toHaveLength(1);
  });

  test('posts itself where the response_url has expired', async () => {
    const { slack, http, body } = await withPrivateReply('zebra');
    const click = slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_share' } });
    slack.expire(String(click['response_url']));
    await http.action(click);
    const [call] = await slack.called('chat.postMessage');
    expect(call?.body).toMatchObject({ channel: 'C0GENERAL' });
    expect(textIn(call?.body)).toContain('Shared by ana');
  });

  test('that cannot be posted is explained to the one who pressed it', async () => {
    const { slack, http, body } = await withPrivateReply('zebra');
    const action = { blocks: body['blocks'], actionId: 'signpost_share' };
    const click = slack.clickInEphemeral({ action, channel: 'C0STRANGE' });
    slack.expire(String(click['response_url']));
    await http.action(click);
    const [, told] = await slack.called('chat.postMessage', 2);
    expect(told?.body['channel']).toBe('U0ANA');
    expect(textIn(told?.body)).toContain('invite the bot');
  });

  test('shows nothing that the channel may not see', async () => {
    const { slack, http } = await withPrivateReply('zebra', {
      settings: { workspaces: [{ id: 'T0OTHER', collections: ['internal'] }] },
    });
    const forged: ButtonState = {
      id: 'q',
      section: 'oncall-0',
      offset: 0,
      asker: 'U0ANA',
      thread: '',
      sharedBy: '',
      collections: ['internal'],
      version: '',
      question: 'pager',
    };
    const action = { action_id: 'signpost_share', type: 'button', value: encodeState(forged) };
    await http.action(slack.clickInEphemeral({ action }));
    const [response] = await slack.responded();
    expect(JSON.stringify(response?.body)).not.toContain('drawer');
    expect(slack.responses.some((one) => one.body['response_type'] === 'in_channel')).toBe(false);
  });
});

describe('More', () => {
  test('shows the next results in place, until there are no more', async () => {
    const { slack, http, body } = await withPrivateReply('zebra');
    let blocks = body['blocks'];
    const seen: string[] = [];
    for (let page = 1; page <= 2; page += 1) {
      await http.action(slack.clickInEphemeral({ action: { blocks, actionId: 'signpost_more' } }));
      const response = (await slack.responded(page)).at(-1);
      expect(response?.body).toMatchObject({ response_type: 'ephemeral', replace_original: true });
      seen.push(textIn(response?.body));
      blocks = response?.body['blocks'];
    }
    expect(seen[0]).toContain('Results 6 to 10');
    expect(seen[1]).toContain('Results 11 to 13');
    expect(JSON.stringify(blocks)).not.toContain('signpost_more');
  });

  test('works after a restart, and on another replica', async () => {
    const { slack, body, platform } = await withPrivateReply('zebra');
    await platform.stop();
    const other = await startOverHttp({ slack });
    await other.http.action(
      slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_more' } }),
    );
    const [response] = await slack.responded();
    expect(textIn(response?.body)).toContain('Results 6 to 10');
  });

  test('on a reply that all see changes it for the asker, and answers others privately', async () => {
    const { slack, http, message } = await withPublicReply('zebra');
    const action = { blocks: message.blocks, actionId: 'signpost_more' };
    await http.action(slack.clickInMessage({ message, action, user: 'U0BEN' }));
    const [others] = await slack.responded(1);
    expect(others?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(others?.body).toMatchObject({ thread_ts: message.threadTs });
    await http.action(slack.clickInMessage({ message, action, user: 'U0ANA' }));
    const [, own] = await slack.responded(2);
    expect(own?.body).toMatchObject({ replace_original: true });
    expect(textIn({ blocks: slack.state.find('C0GENERAL', message.ts)?.blocks })).toContain(
      'Results 6 to 10',
    );
  });

  test('keeps to the collection that was asked for', async () => {
    const { body } = await withPrivateReply('in:docs zebra');
    expect(stateOf(body, 'more')).toMatchObject({ collections: ['docs'], offset: 5 });
  });

  test('updates the message where the response_url has expired', async () => {
    const { slack, http, message } = await withPublicReply('zebra');
    const click = slack.clickInMessage({
      message,
      action: { blocks: message.blocks, actionId: 'signpost_more' },
    });
    slack.expire(String(click['response_url']));
    await http.action(click);
    const [call] = await slack.called('chat.update');
    expect(call?.body).toMatchObject({ channel: 'C0GENERAL', ts: message.ts });
    expect(textIn(call?.body)).toContain('Results 6 to 10');
  });
});

describe('👍 and 👎', () => {
  test.each([
    ['signpost_helpful', true],
    ['signpost_unhelpful', false],
  ])('%s is recorded, and thanks stand in its place', async (actionId, helpful) => {
    const { slack, http, body, votes, asked } = await withPrivateReply('how do I log in?');
    await http.action(slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId } }));
    const [response] = await slack.responded();
    expect(response?.body).toMatchObject({ replace_original: true });
    expect(textIn(response?.body)).toContain('Thanks');
    expect(textIn(response?.body)).toContain('Open the page to log in.');
    expect(buttonsIn(response?.body)).toEqual(['share', 'dismiss']);
    expect(votes).toEqual([
      {
        platform: 'slack',
        workspace: 'T024BE7LD',
        question: asked[0]?.id,
        text: 'how do I log in?',
        section: 'login-0',
        helpful,
        voter: 'U0ANA',
        at: expect.any(Date),
      },
    ]);
  });

  test('on a reply that all see leave it to others to vote, too', async () => {
    const { slack, http, message, votes } = await withPublicReply('zebra');
    for (const user of ['U0ANA', 'U0BEN']) {
      const action = { blocks: message.blocks, actionId: 'signpost_helpful' };
      await http.action(slack.clickInMessage({ message, action, user }));
    }
    await slack.responded(2);
    expect(buttonsIn({ blocks: message.blocks })).toContain('helpful');
    expect(votes.map(({ voter }) => voter).toSorted()).toEqual(['U0ANA', 'U0BEN']);
  });

  test('keep the name of who shared the reply', async () => {
    const { slack, http, body } = await withPrivateReply('zebra');
    await http.action(
      slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_share' } }),
    );
    await slack.responded(2);
    const message = slack.messagesIn('C0GENERAL').at(-1)!;
    const action = { blocks: message.blocks, actionId: 'signpost_helpful' };
    await http.action(slack.clickInMessage({ message, action, user: 'U0BEN' }));
    await slack.responded(3);
    expect(textIn({ blocks: slack.messagesIn('C0GENERAL').at(-1)?.blocks })).toContain('Shared by ana');
  });

  test('that cannot be saved say so, and leave the reply', async () => {
    const feedback = { record: () => Promise.reject(new Error('no connection')) };
    const { slack, http, body, lines } = await withPrivateReply('zebra', { store: { feedback } });
    await http.action(
      slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_helpful' } }),
    );
    const [response] = await slack.responded();
    expect(response?.body).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(textIn(response?.body)).toBe('I could not save that. Try again later.');
    expect(lines.join('')).toContain('no connection');
  });
});

describe('Dismiss', () => {
  test('takes a private reply away', async () => {
    const { slack, http, body } = await withPrivateReply('zebra');
    await http.action(
      slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_dismiss' } }),
    );
    const [response] = await slack.responded();
    expect(response?.body).toEqual({ delete_original: true });
  });

  test('takes a reply that all see away for the asker alone', async () => {
    const { slack, http, message } = await withPublicReply('zebra');
    const action = { blocks: message.blocks, actionId: 'signpost_dismiss' };
    await http.action(slack.clickInMessage({ message, action, user: 'U0BEN' }));
    const [refused] = await slack.responded();
    expect(textIn(refused?.body)).toBe('Only the person who asked can dismiss this.');
    expect(slack.state.find('C0GENERAL', message.ts)).toBeDefined();
    await http.action(slack.clickInMessage({ message, action, user: 'U0ANA' }));
    await slack.responded(2);
    expect(slack.state.find('C0GENERAL', message.ts)).toBeUndefined();
  });

  test('deletes the message where the response_url has expired', async () => {
    const { slack, http, message } = await withPublicReply('zebra');
    const action = { blocks: message.blocks, actionId: 'signpost_dismiss' };
    const click = slack.clickInMessage({ message, action });
    slack.expire(String(click['response_url']));
    await http.action(click);
    await slack.called('chat.delete');
    expect(slack.state.find('C0GENERAL', message.ts)).toBeUndefined();
  });
});

test('a button that is none of ours is acknowledged, and says to ask again', async () => {
  const { slack, http } = await startOverHttp();
  for (const value of ['', 'nonsense', '{"json":true}']) {
    const action = { action_id: 'signpost_more', type: 'button', value };
    expect((await http.action(slack.clickInEphemeral({ action }))).status).toBe(200);
  }
  const responses = await slack.responded(3);
  for (const { body } of responses)
    expect(textIn(body)).toBe('This button is from another version of me. Ask again.');
});

test('a better spelling that is offered is asked for in place', async () => {
  const { slack, http, body } = await withPrivateReply('teh zebra');
  await http.action(
    slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_ask_meant' } }),
  );
  const [response] = await slack.responded();
  expect(response?.body).toMatchObject({ replace_original: true });
  expect(textIn(response?.body)).toContain('Zebra 1');
  expect(textIn(response?.body)).not.toContain('Did you mean');
});
