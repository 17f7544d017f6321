import { describe, expect, test } from 'vitest';
import { PAGES } from '../example.ts';
import { buttonsIn, startOverHttp, startOverSocket, textIn } from './start-slack.ts';

describe.each([
  [
    'HTTP',
    async (text: string) => {
      const { http, slack, asked } = await startOverHttp();
      const { status, body } = await http.command({ text });
      expect(status).toBe(200);
      return { payload: body, slack, asked };
    },
  ],
  [
    'Socket Mode',
    async (text: string) => {
      const { slack, asked } = await startOverSocket();
      const { payload } = await slack.socket.command({ text });
      return { payload, slack, asked };
    },
  ],
])('/docs over %s', (_name, command) => {
  test('is answered privately in the acknowledgement, with no further call', async () => {
    const { payload, slack } = await command('how do I log in?');
    expect(payload).toMatchObject({ response_type: 'ephemeral' });
    expect(textIn(payload)).toContain('Open the page to log in.');
    expect(JSON.stringify(payload)).toContain('"url":"https://docs.example/login"');
    expect(slack.calls.map(({ method }) => method).filter((method) => method.startsWith('chat.'))).toEqual(
      [],
    );
    expect(slack.responses).toEqual([]);
  });

  test('says nothing more than that the docs do not say it', async () => {
    const { payload } = await command('recipe for goulash');
    expect(textIn(payload)).toContain('The docs do not seem to answer that.');
    expect(buttonsIn(payload)).toEqual(['dismiss']);
  });

  test.each(['', 'help', '  ?  '])('%j is answered with how to ask', async (text) => {
    const { payload, asked } = await command(text);
    expect(payload).toMatchObject({ response_type: 'ephemeral' });
    expect(textIn(payload)).toContain('How do I log in?');
    expect(textIn(payload)).toContain('/docs');
    expect(asked).toEqual([]);
  });
});

describe('/docs', () => {
  test('tells the core who asks, where, and that only they see it', async () => {
    const { http, asked } = await startOverHttp();
    await http.command({ text: 'how do I log in?', user_id: 'U0BEN', channel_id: 'C0SUPPORT' });
    expect(asked).toEqual([
      {
        id: expect.stringMatching(/^[\w-]{12}$/u),
        text: 'how do I log in?',
        platform: 'slack',
        workspace: 'T024BE7LD',
        place: 'C0SUPPORT',
        asker: 'U0BEN',
        visibility: 'private',
        collections: [],
        version: '',
        locale: '',
      },
    ]);
  });

  test('searches the collection that is named', async () => {
    const { http } = await startOverHttp();
    const { body } = await http.command({ text: 'in:api zebra' });
    expect(textIn(body)).toContain('GET /zebra');
    expect(textIn(body)).not.toContain('Zebra 1');
  });

  test('reads what Slack marks up', async () => {
    const { http, asked } = await startOverHttp();
    await http.command({ text: 'what is &lt;Zebra&gt; in <#C0GENERAL|general> <@U0BEN>' });
    expect(asked[0]?.text).toBe('what is <Zebra> in #general');
  });

  test('takes a question of 60 kB', async () => {
    const { http, asked } = await startOverHttp();
    const { status, body } = await http.command({ text: `zebra ${'x'.repeat(60_000)}` });
    expect(status).toBe(200);
    expect(textIn(body)).toContain('Zebra');
    expect(asked[0]?.text.length).toBeLessThanOrEqual(1_000);
  });

  test('is answered where the bot is no member', async () => {
    const { http } = await startOverHttp();
    const { body } = await http.command({ text: 'zebra', channel_id: 'C0SECRET' });
    expect(textIn(body)).toContain('Zebra');
  });

  test('has all buttons of a private reply', async () => {
    const { http } = await startOverHttp();
    const { body } = await http.command({ text: 'zebra' });
    expect(buttonsIn(body)).toEqual(['share', 'more', 'helpful', 'unhelpful', 'dismiss']);
  });

  test('shows what docs say as it is written, and pings nobody', async () => {
    const { http } = await startOverHttp();
    const { body } = await http.command({ text: 'quagga' });
    expect(textIn(body)).toContain('<!channel>');
    expect(JSON.stringify(body)).not.toMatch(/"type":"(?:user|broadcast|usergroup|channel|mrkdwn)"/u);
    expect(String(body?.['text'])).not.toContain('<');
  });

  test('knows the button that goes on', async () => {
    const { http } = await startOverHttp();
    const { body } = await http.command({ text: 'more' });
    expect(textIn(body)).toContain('use the button More');
  });

  test('may have another name', async () => {
    const { http } = await startOverHttp({ options: { command: 'handbook' } });
    const { body } = await http.command({ command: '/handbook', text: '/handbook zebra' });
    expect(textIn(body)).toContain('Zebra');
  });
});

describe('the docs of a workspace', () => {
  const settings = { workspaces: [{ id: 'T0OTHER', collections: ['internal'] }] };

  test('are not found in another, whatever is asked', async () => {
    const { http } = await startOverHttp({ settings });
    for (const text of ['pager', 'in:internal pager', 'internal: pager drawer'])
      expect(textIn((await http.command({ text })).body)).not.toContain('drawer');
    expect(textIn((await http.command({ text: 'help' })).body)).not.toContain('Runbooks');
  });

  test('are found in it', async () => {
    const own = { workspaces: [{ id: 'T024BE7LD', collections: ['internal'] }] };
    const { http } = await startOverHttp({ settings: own });
    expect(textIn((await http.command({ text: 'pager' })).body)).toContain('drawer');
  });

  test('are narrowed by a channel', async () => {
    const channels = [{ id: 'C0SUPPORT', collections: ['api'] }];
    const { http } = await startOverHttp({ settings: { channels } });
    const { body } = await http.command({ text: 'zebra', channel_id: 'C0SUPPORT' });
    expect(textIn(body)).toContain('GET /zebra');
    expect(textIn(body)).not.toContain('Zebra 1');
  });

  test('are none where a channel names what its workspace may not see', async () => {
    const channels = [{ id: 'C0SUPPORT', collections: ['internal'] }];
    const { http, asked } = await startOverHttp({ settings: { ...settings, channels } });
    const { body } = await http.command({ text: 'pager', channel_id: 'C0SUPPORT' });
    expect(textIn(body)).not.toContain('drawer');
    expect(asked).toEqual([]);
  });
});

test('somebody who asks too much is told when to ask again; others are answered', async () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const { http } = await startOverHttp({ options: { limit: { burst: 2, perMinute: 4 }, now: () => now } });
  for (let time = 0; time < 2; time += 1)
    expect(textIn((await http.command({ text: 'zebra' })).body)).toContain('stripes');
  const { body } = await http.command({ text: 'zebra' });
  expect(textIn(body)).toBe('That is a lot of questions at once. Ask again in 15 seconds.');
  expect(textIn((await http.command({ text: 'zebra', user_id: 'U0BEN' })).body)).toContain('stripes');
  expect(textIn((await http.command({ text: 'help' })).body)).toContain('How do I log in?');
});

test('no docs yet: it says that they are being read', async () => {
  const { http } = await startOverHttp({ pages: PAGES.slice(0, 0) });
  const { body } = await http.command({ text: 'zebra' });
  expect(textIn(body)).toContain('The docs do not seem to answer that.');
});
