import { describe, expect, test } from 'vitest';
import { startOverHttp, textIn } from './start-slack.ts';

const LOGIN = 'https://docs.example/login';

describe('a link to the docs', () => {
  test('unfurls to the very section that it leads to', async () => {
    const { slack, http } = await startOverHttp();
    const link = `${LOGIN}#passwords`;
    const event = slack.events.linkShared([link]);
    await http.event(event);
    const [call] = await slack.called('chat.unfurl');
    expect(call?.body).toMatchObject({ channel: 'C0GENERAL', ts: event['message_ts'] });
    const unfurls = call?.body['unfurls'] as Record<string, unknown>;
    expect(Object.keys(unfurls)).toEqual([link]);
    expect(textIn(unfurls[link])).toContain('Passwords');
    expect(textIn(unfurls[link])).toContain('A password must have twelve characters.');
  });

  test('unfurls while somebody is still writing it', async () => {
    const { slack, http } = await startOverHttp();
    const event = slack.events.linkComposed([LOGIN]);
    await http.event(event);
    const [call] = await slack.called('chat.unfurl');
    expect(call?.body).toMatchObject({ unfurl_id: event['unfurl_id'], source: 'composer' });
  });

  test('unfurls once, however often Slack tells of it', async () => {
    const { slack, http, platform } = await startOverHttp();
    const envelope = slack.eventCallback(slack.events.linkShared([LOGIN]));
    await Promise.all([http.event(envelope), http.event(envelope), http.event(envelope)]);
    await slack.called('chat.unfurl');
    await platform.stop();
    expect(slack.callsOf('chat.unfurl')).toHaveLength(1);
  });

  test('is one of three at most, each section once', async () => {
    const { slack, http } = await startOverHttp();
    const zebras = [1, 2, 3, 4, 5].map((number) => `https://docs.example/zebra-${number}`);
    await http.event(slack.events.linkShared([zebras[0]!, `${zebras[0]}?utm=1`, ...zebras.slice(1)]));
    const [call] = await slack.called('chat.unfurl');
    expect(Object.keys(call?.body['unfurls'] as object)).toEqual(zebras.slice(0, 3));
  });

  test.each([
    ['of another site', ['https://other.example/login']],
    ['that only looks like one', ['https://docs.example.evil.com/login']],
    ['to a page that the docs do not have', ['https://docs.example/nowhere']],
    ['to docs of another workspace', ['https://docs.example/internal/oncall']],
  ])('%s stays as it is', async (_what, links) => {
    const settings = { workspaces: [{ id: 'T0OTHER', collections: ['internal'] }] };
    const { slack, http, platform } = await startOverHttp({ settings });
    await http.event(slack.events.linkShared(links));
    await platform.stop();
    expect(slack.callsOf('chat.unfurl')).toEqual([]);
  });

  test('in a message of its own stays as it is', async () => {
    const { slack, http, platform } = await startOverHttp();
    await http.event(slack.events.linkShared([LOGIN], { user: 'U0SIGNPOST' }));
    await platform.stop();
    expect(slack.callsOf('chat.unfurl')).toEqual([]);
  });

  test('stays as it is where that is turned off', async () => {
    const { slack, http, platform } = await startOverHttp({ settings: { unfurl: false } });
    await http.event(slack.events.linkShared([LOGIN]));
    await platform.stop();
    expect(slack.callsOf('chat.unfurl')).toEqual([]);
  });

  test('that Slack does not let unfurl is told of in the log, with what to do', async () => {
    const { slack, http, lines } = await startOverHttp();
    slack.answer('chat.unfurl', { ok: false, error: 'cannot_unfurl_url' });
    await http.event(slack.events.linkShared([LOGIN]));
    await slack.called('chat.unfurl');
    await expect.poll(() => lines.join('')).toContain('App unfurl domains');
  });
});
