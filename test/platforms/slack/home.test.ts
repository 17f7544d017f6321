import { describe, expect, test } from 'vitest';
import type { Fields } from '../../fakes/slack/fields.ts';
import type { FakeSlack } from '../../fakes/slack/fake-slack.ts';
import { startOverHttp, textIn } from './start-slack.ts';
import type { Started, StartOptions } from './start-slack.ts';

async function withHome(options: StartOptions = {}): Promise<Started> {
  const started = await startOverHttp(options);
  await started.http.event(started.slack.events.appHomeOpened());
  await started.slack.called('views.publish');
  return started;
}

async function homeAfter(slack: FakeSlack, times: number): Promise<Fields> {
  await slack.called('views.publish', times);
  return slack.state.views.get('U0ANA') ?? {};
}

function search(slack: FakeSlack, value: string): Fields {
  const blocks = slack.state.views.get('U0ANA')?.['blocks'];
  return slack.clickInHome({ action: { blocks, actionId: 'signpost_search', value } });
}

describe('the home tab', () => {
  test('tells what Signpost is for, how to ask, and which docs there are', async () => {
    const { slack } = await withHome();
    const text = textIn(await homeAfter(slack, 1));
    for (const part of ['Example docs', 'API', '/docs', 'How do I log in?']) expect(text).toContain(part);
  });

  test('shows only the docs that the workspace may see', async () => {
    const { slack } = await withHome({
      settings: { workspaces: [{ id: 'T0OTHER', collections: ['internal'] }] },
    });
    expect(textIn(await homeAfter(slack, 1))).not.toContain('Runbooks');
  });

  test('answers what is typed into its field, in place', async () => {
    const { slack, http, asked } = await withHome();
    await http.action(search(slack, 'how do I log in?'));
    const home = await homeAfter(slack, 2);
    expect(textIn(home)).toContain('Open the page to log in.');
    expect(JSON.stringify(home)).toContain('"initial_value":"how do I log in?"');
    expect(asked[0]).toMatchObject({ asker: 'U0ANA', visibility: 'private', place: '' });
  });

  test('pages on, and takes votes', async () => {
    const { slack, http, votes } = await withHome();
    await http.action(search(slack, 'zebra'));
    const first = await homeAfter(slack, 2);
    await http.action(slack.clickInHome({ action: { blocks: first['blocks'], actionId: 'signpost_more' } }));
    const second = await homeAfter(slack, 3);
    expect(textIn(second)).toContain('Results 6 to 10');
    await http.action(
      slack.clickInHome({ action: { blocks: second['blocks'], actionId: 'signpost_helpful' } }),
    );
    expect(textIn(await homeAfter(slack, 4))).toContain('Thanks');
    expect(votes).toHaveLength(1);
  });

  test('answers its examples', async () => {
    const { slack, http } = await withHome();
    const { blocks } = await homeAfter(slack, 1);
    await http.action(slack.clickInHome({ action: { blocks, actionId: 'signpost_ask_0' } }));
    expect(textIn(await homeAfter(slack, 2))).toContain('Open the page to log in.');
  });

  test('shows itself again for an empty search', async () => {
    const { slack, http, asked } = await withHome();
    await http.action(search(slack, '  '));
    expect(textIn(await homeAfter(slack, 2))).toContain('How do I log in?');
    expect(asked).toEqual([]);
  });

  test('says privately when somebody asks too much', async () => {
    const { slack, http } = await withHome({ options: { limit: { burst: 1, perMinute: 1 } } });
    await http.action(search(slack, 'zebra'));
    await homeAfter(slack, 2);
    await http.action(search(slack, 'zebra'));
    const [call] = await slack.called('chat.postMessage');
    expect(textIn(call?.body)).toContain('That is a lot of questions');
  });

  test('is left alone while somebody looks at the messages', async () => {
    const { slack, http, platform } = await startOverHttp();
    await http.event(slack.events.appHomeOpened({ tab: 'messages' }));
    await platform.stop();
    expect(slack.callsOf('views.publish')).toEqual([]);
  });
});
