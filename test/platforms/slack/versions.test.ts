import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import { decodeState, encodeState } from '../../../src/platforms/slack/render/buttons.ts';
import { objectsOf, textOf } from '../../fakes/slack/fields.ts';
import type { Fields } from '../../fakes/slack/fields.ts';
import { versionedCore } from '../versioned.ts';
import { startOverHttp, textIn } from './start-slack.ts';
import type { Started, StartOptions } from './start-slack.ts';

async function startVersioned(own: StartOptions = {}): Promise<Started> {
  const asked: Question[] = [];
  const started = await startOverHttp({ ...own, options: { core: versionedCore(asked), ...own.options } });
  return { ...started, asked };
}

async function withReply(text: string, own: StartOptions = {}): Promise<Started & { body: Fields }> {
  const started = await startVersioned(own);
  const { body = {} } = await started.http.command({ text });
  return { ...started, body };
}

function valueOf(body: Fields, name: string): string {
  const elements = objectsOf(body['blocks']).flatMap((block) => objectsOf(block['elements']));
  return textOf(elements.find((element) => element['action_id'] === `signpost_${name}`)?.['value']);
}

describe('a version that is typed', () => {
  test.each([
    ['v2: quota', []],
    ['--version v2 quota', []],
    ['—version v2 quota', []],
    ['version:v2 quota', []],
    ['in:docs version:v2 quota', ['docs']],
  ])('is asked: /docs %s', async (text, collections) => {
    const { body, asked } = await withReply(text);
    expect(asked[0]).toMatchObject({ text: 'quota', version: 'v2', collections });
    expect(textIn(body)).toContain('v2 · Limits');
    expect(textIn(body)).toContain('in v2');
    expect(textIn(body)).not.toContain('v3');
  });

  test('is asked in a mention, a direct message and the home tab', async () => {
    const { slack, http, asked } = await startVersioned();
    await http.event(slack.events.appMention({ text: '<@U0SIGNPOST> v2: quota' }));
    await slack.called('chat.postMessage');
    await http.event(slack.events.messageIm({ text: 'version:v1 quota' }));
    await slack.called('chat.postMessage', 2);
    await http.event(slack.events.appHomeOpened());
    await slack.called('views.publish');
    const blocks = slack.state.views.get('U0ANA')?.['blocks'];
    await http.action(
      slack.clickInHome({ action: { blocks, actionId: 'signpost_search', value: '--version 2 quota' } }),
    );
    await slack.called('views.publish', 2);
    expect(textIn(slack.state.views.get('U0ANA'))).toContain('in v2');
    expect(asked.map(({ version }) => version)).toEqual(['v2', 'v1', 'v2']);
  });

  test('that there is not is told, with those that there are', async () => {
    const { body } = await withReply('--version v9 quota');
    expect(textIn(body)).toContain('The docs have no version v9. They have v3, v2, v1.');
    expect(body['text']).toBe('The docs have no version v9. They have v3, v2, v1.');
  });

  test('of no docs is part of the question', async () => {
    const { asked } = await withReply('v9: quota');
    expect(asked[0]).toMatchObject({ text: 'v9: quota', version: '' });
  });
});

test('the default version is not told', async () => {
  const { body } = await withReply('quota');
  expect(textIn(body)).toContain('in v3');
  expect(JSON.stringify(body)).not.toContain('"text":"v3"');
});

describe('buttons', () => {
  test('keep the version, on and on', async () => {
    const { slack, http, body, asked } = await withReply('v2: quota');
    expect(decodeState(valueOf(body, 'more'))).toMatchObject({ version: 'v2', question: 'quota' });
    await http.action(
      slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_more' } }),
    );
    const [more] = await slack.responded();
    expect(textIn(more?.body)).toContain('Results 6 to 8');
    await http.action(
      slack.clickInEphemeral({ action: { blocks: more?.body['blocks'], actionId: 'signpost_share' } }),
    );
    const [, shared] = await slack.responded(2);
    expect(textIn(shared?.body)).toContain('v2 · Limits');
    expect(asked.map(({ version }) => version)).toEqual(['v2', 'v2', 'v2']);
  });

  test('that people have from before there were versions go on to work', async () => {
    const { slack, http, asked } = await withReply('quota');
    const old = 'q1|quota-1-0|5|U0ANA|||docs,api|quota';
    const action = { action_id: 'signpost_more', type: 'button', value: old };
    await http.action(slack.clickInEphemeral({ action }));
    const [more] = await slack.responded();
    expect(textIn(more?.body)).toContain('Results 6 to');
    expect(asked.at(-1)).toMatchObject({ text: 'quota', version: '', collections: ['docs', 'api'] });
  });

  test('without a version are as they were before there were any', () => {
    const state = decodeState('q1|s1|5|U1|1.2|Ana|docs,api|what is a | b');
    expect(state).toMatchObject({ version: '', collections: ['docs', 'api'] });
    expect(encodeState(state!)).toBe('q1|s1|5|U1|1.2|Ana|docs,api|what is a | b');
  });

  test('ask a better spelling of that version and collection', async () => {
    const { slack, http, body, asked } = await withReply('in:docs v2: teh quota');
    await http.action(
      slack.clickInEphemeral({ action: { blocks: body['blocks'], actionId: 'signpost_ask_meant' } }),
    );
    await slack.responded();
    expect(asked.at(-1)).toMatchObject({ text: 'the quota', version: 'v2', collections: ['docs'] });
  });

  test('are found by who types more', async () => {
    const { slack, http, asked } = await startVersioned();
    await http.event(slack.events.messageIm({ text: 'v2: quota' }));
    await slack.called('chat.postMessage');
    await http.event(slack.events.messageIm({ text: 'more' }));
    await slack.called('chat.postMessage', 2);
    expect(asked.at(-1)).toMatchObject({ text: 'quota', version: 'v2' });
  });
});

test('the language is that of a channel that has one', async () => {
  const { http, asked } = await startVersioned({
    settings: { channels: [{ id: 'C0SUPPORT', collections: [], locale: 'de' }] },
  });
  const { body } = await http.command({ text: 'quota', channel_id: 'C0SUPPORT' });
  await http.command({ text: 'quota', channel_id: 'C0GENERAL' });
  expect(asked.map(({ locale }) => locale)).toEqual(['de', '']);
  expect(textIn(body)).toContain('Das quota ist');
});

test('help tells the versions of a collection, and how to ask one', async () => {
  const { body } = await withReply('help');
  expect(textIn(body)).toContain('in:docs · versions v3, v2, v1');
  expect(textIn(body)).toContain('version:v2 before a question asks that version of the docs');
  const { http } = await startOverHttp();
  expect(textIn((await http.command({ text: 'help' })).body)).not.toContain('version');
});
