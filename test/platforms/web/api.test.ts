import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import type { FailureReply, Reply, ResultsReply } from '../../../src/core/reply.ts';
import type { Refusal, Suggestions } from '../../../src/platforms/web/wire.ts';
import { createFakeCore } from './fake-core.ts';
import type { FakeCore } from './fake-core.ts';
import { fakeDiscord, fakeSlack } from './fake-preview.ts';
import { served } from './serve.ts';

async function serve(change: (core: FakeCore) => void = () => {}) {
  const core = createFakeCore();
  change(core);
  const { url, lines } = await served({ core });
  const post = (body: string, headers: Record<string, string> = { 'Content-Type': 'application/json' }) =>
    fetch(`${url}/api/ask`, { method: 'POST', body, headers });
  return { core, url, lines, post, ask: (body: object) => post(JSON.stringify(body)) };
}

describe('POST /api/ask', () => {
  it('gives the reply of the core as JSON, with the excerpt as a tree without positions', async () => {
    const { ask, core } = await serve();
    const response = await ask({ query: 'verify a domain' });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const reply = (await response.json()) as ResultsReply;
    expect(reply).toMatchObject({ kind: 'results', outcome: 'answered', more: true, tookMs: 1.25 });
    expect(reply.answers).toHaveLength(3);
    expect(reply.answers[0]).toMatchObject({ title: 'Result 1', score: 12.5, terms: ['verify', 'domain'] });
    expect(reply.answers[0]?.excerpt.markdown).toContain('**TXT record**');
    expect(reply.answers[0]?.excerpt.root.children[0]?.type).toBe('paragraph');
    expect(JSON.stringify(reply)).not.toContain('"position"');
    const question = {
      text: 'verify a domain',
      id: '',
      platform: 'web',
      workspace: '',
      place: '',
      asker: '',
      visibility: 'private',
    };
    expect(core.asked).toEqual([{ question: { ...question, collections: [], version: '', locale: '' } }]);
  });

  it('pages, and asks only the collections that are named', async () => {
    const { ask, core } = await serve();
    const body = { query: 'x', offset: 10, limit: 5, collections: ['api'] };
    const reply = (await (await ask(body)).json()) as ResultsReply;
    expect(reply).toMatchObject({ offset: 10, more: false });
    expect(reply.answers.map((answer) => answer.id)).toEqual(['s10', 's11']);
    expect(core.asked[0]?.question.collections).toEqual(['api']);
    await ask({ query: 'x', offset: 5 });
    expect(core.asked[1]?.page).toEqual({ offset: 5, limit: 5 });
  });

  it.each(['', '   ', '/docs', '/docs help', 'help', ' /DOCS  Help '])(
    'shows how to ask for %j',
    async (query) => {
      const { ask, core } = await serve();
      expect(await (await ask({ query })).json()).toMatchObject({ kind: 'help' });
      expect(core.asked).toEqual([]);
    },
  );

  it.each([
    ['/docs rotate a key', 'rotate a key'],
    ['/docsify set-up', '/docsify set-up'],
    ['/docs/sso', '/docs/sso'],
    ['help with sso', 'help with sso'],
    ['more', 'more'],
    ['in:blog posts', 'in:blog posts'],
  ])('reads %j as the question %j', async (query, text) => {
    const { ask, core } = await serve();
    await ask({ query });
    expect(core.asked[0]?.question.text).toBe(text);
  });

  it.each([
    [{ query: 'in:api rate limits' }, 'rate limits', ['api']],
    [{ query: '/docs API: rate limits' }, 'rate limits', ['api']],
    [{ query: 'in:api rate limits', collections: ['docs'] }, 'rate limits', ['api']],
    [{ query: 'rate limits', collections: ['docs'] }, 'rate limits', ['docs']],
  ])('asks the collections that %j names', async (body, text, collections) => {
    const { ask, core } = await serve();
    expect((await ask(body)).status).toBe(200);
    expect(core.asked[0]?.question).toMatchObject({ text, collections });
  });

  it('reads the command that the config names', async () => {
    const core = createFakeCore();
    const { url } = await served({ core, command: 'kb' });
    const headers = { 'Content-Type': 'application/json' };
    const ask = (query: string) =>
      fetch(`${url}/api/ask`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    await ask('/kb rotate a key');
    await ask('/docs rotate a key');
    expect(core.asked.map(({ question }) => question.text)).toEqual(['rotate a key', '/docs rotate a key']);
  });

  it.each([
    ['60 kB', 'lorem ipsum '.repeat(5_000)],
    ['control characters', 'a\u0000b\u001b[31m\u202e'],
    ['emoji and half of one', '🧭 \ud83e'],
    ['regular expressions', '(a+)+$ [[ \\'],
    ['a path trick', '../../etc/passwd'],
    ['markup and mentions', '<script>alert(1)</script> @everyone <!channel>'],
  ])('passes on a question of %s', async (_, query) => {
    const { ask, core } = await serve();
    expect((await ask({ query })).status).toBe(200);
    expect(core.asked[0]?.question.text).toBe(query.trim());
  });

  it.each([
    [{}, 'query'],
    [{ query: 7 }, 'query'],
    [{ query: ['a'] }, 'query'],
    [{ query: 'a', offset: -1 }, 'offset'],
    [{ query: 'a', offset: '3' }, 'offset'],
    [{ query: 'a', limit: 0 }, 'limit'],
    [{ query: 'a', limit: 51 }, 'limit'],
    [{ query: 'a', limit: 1.5 }, 'limit'],
    [{ query: 'a', collections: 'docs' }, 'collections'],
    [{ query: 'a', collections: [1] }, 'collections'],
    [{ query: 'a', collections: ['blog'] }, 'collections'],
    [[], ''],
  ])('refuses %j and names the field', async (body, field) => {
    const { ask, core } = await serve();
    const response = await ask(body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ error: { field, message: expect.stringMatching(/\w{3}/u) } });
    expect(core.asked).toEqual([]);
  });

  it('names the collections that there are', async () => {
    const { ask } = await serve();
    const refusal = await (await ask({ query: 'a', collections: ['blog'] })).json();
    expect((refusal as Refusal).error.message).toBe('there is no collection "blog", only docs, api');
  });

  it('refuses what is not JSON', async () => {
    const { post } = await serve();
    const broken = await post('{"query": ');
    expect([broken.status, await broken.json()]).toEqual([
      400,
      { error: { field: '', message: 'the body is not valid JSON' } },
    ]);
    const form = await post('query=a', { 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(form.status).toBe(415);
    expect(((await form.json()) as Refusal).error.message).toContain('application/json');
    expect((await post('{"query":"a"}', { 'Content-Type': 'text/plain' })).status).toBe(415);
  });

  it('refuses a body over 100 kB', async () => {
    const { ask, core } = await serve();
    const response = await ask({ query: 'a'.repeat(110_000) });
    expect(response.status).toBe(413);
    expect(((await response.json()) as Refusal).error.message).toContain('100 kB');
    expect(core.asked).toEqual([]);
  });

  it('says how to ask to whoever uses GET', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/api/ask?query=a`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each([
    ['not-ready', 503],
    ['failed', 500],
    ['gone', 404],
  ] as const)('gives a failure that is %s the status %d', async (reason, status) => {
    const failure: FailureReply = { kind: 'failure', reason };
    const { ask } = await serve((core) => (core.reply = () => failure));
    const response = await ask({ query: 'a' });
    expect([response.status, await response.json()]).toEqual([status, failure]);
  });

  it('keeps the cause of an error in the log', async () => {
    const { ask, lines } = await serve((core) => {
      core.reply = () => {
        throw new Error('the disk is on fire');
      };
    });
    const response = await ask({ query: 'a' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('fire');
    expect(lines.join('')).toContain('the disk is on fire');
  });
});

describe('the other routes of the API', () => {
  it('shows a section, and says when it is gone', async () => {
    const { url } = await serve();
    const found = await fetch(`${url}/api/section/abc`);
    expect(await found.json()).toMatchObject({ kind: 'section', answer: { id: 'abc' } });
    expect((await fetch(`${url}/api/section/gone`)).status).toBe(404);
    expect((await fetch(`${url}/api/section/%E0%A4%A`)).status).toBe(400);
  });

  it('suggests sections', async () => {
    const { url } = await serve();
    const suggestion = { id: 'domain-claims', heading: 'Domain claims', trail: ['Domains'] };
    const response = await fetch(`${url}/api/suggest?q=/docs dom`);
    const { suggestions } = (await response.json()) as Suggestions;
    expect(suggestions).toHaveLength(2);
    expect(suggestions[0]).toMatchObject(suggestion);
    const none = { suggestions: [] };
    for (const typed of ['', 'help', 'more'])
      expect(await (await fetch(`${url}/api/suggest?q=${typed}`)).json()).toEqual(none);
    expect((await fetch(`${url}/api/suggest`)).status).toBe(400);
    expect((await fetch(`${url}/api/suggest?q=a&q=b`)).status).toBe(400);
  });

  it('tells how to ask', async () => {
    const { url } = await serve();
    expect(await (await fetch(`${url}/api/help`)).json()).toMatchObject({ kind: 'help' });
  });
});

describe('the API of previews', () => {
  it('gives the message that the platform would get, for what was asked', async () => {
    const { url, core } = await serve();
    const body = JSON.stringify({ query: '/docs in:api verify', offset: 3, limit: 2 });
    const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body };
    const response = await fetch(`${url}/api/previews/slack`, init);
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const page = { offset: 3, limit: 2 };
    const reply = core.reply({ ...QUESTION, text: 'verify' }, page);
    expect(await response.json()).toEqual(sent(reply));
    expect(core.asked).toEqual([{ question: { ...QUESTION, text: 'verify', collections: ['api'] }, page }]);
  });

  it('gives it for a section and for how to ask too', async () => {
    const { url, core } = await serve();
    const get = async (path: string) => (await fetch(`${url}/api/previews/slack/${path}`)).json();
    expect(await get('help')).toEqual(sent(core.help()));
    expect(await get('section/abc')).toEqual(sent(core.show('abc')));
    expect(await (await previewOf(url, { query: 'help' })).json()).toEqual(sent(core.help()));
  });

  it('gives a failure as a message, with the status of the failure', async () => {
    const { url } = await serve((core) => (core.reply = () => ({ kind: 'failure', reason: 'not-ready' })));
    const response = await previewOf(url, { query: 'a' });
    expect([response.status, await response.json()]).toMatchObject([
      503,
      { text: 'A reply: failure', blocks: [{ type: 'rich_text' }] },
    ]);
    expect((await fetch(`${url}/api/previews/slack/section/gone`)).status).toBe(404);
  });

  it('refuses what the rest of the API refuses', async () => {
    const { url, core } = await serve();
    const response = await previewOf(url, { query: 7 });
    expect([response.status, await response.json()]).toMatchObject([400, { error: { field: 'query' } }]);
    expect((await fetch(`${url}/api/previews/slack`, { method: 'POST', body: '{}' })).status).toBe(415);
    expect((await fetch(`${url}/api/previews/slack`)).status).toBe(405);
    expect(core.asked).toEqual([]);
  });

  it.each(['none', 'constructor', '__proto__', 'Slack'])('knows no preview %s', async (name) => {
    const { url, core } = await serve();
    const message = `there is no preview "${name}", only slack`;
    for (const path of ['help', 'section/abc'])
      expect((await fetch(`${url}/api/previews/${name}/${path}`)).status).toBe(404);
    const response = await previewOf(url, { query: 'a' }, name);
    expect([response.status, await response.json()]).toEqual([404, { error: { field: '', message } }]);
    expect(core.asked).toEqual([]);
  });

  it('has one of each platform, and names them where another is asked for', async () => {
    const core = createFakeCore();
    const { url } = await served({ core, previews: [fakeSlack, fakeDiscord] });
    const response = await previewOf(url, { query: 'help' }, 'discord');
    expect([response.status, await response.json()]).toEqual([200, fakeDiscord.render(core.help())]);
    const refusal = (await (await previewOf(url, { query: 'a' }, 'teams')).json()) as Refusal;
    expect(refusal.error.message).toBe('there is no preview "teams", only slack, discord');
  });

  it('has none where none is made', async () => {
    const { url } = await served({ previews: [] });
    const refusal = (await (await previewOf(url, { query: 'a' })).json()) as Refusal;
    expect(refusal.error.message).toBe('there is no preview "slack", nor any other');
  });
});

const QUESTION: Question = {
  id: '',
  text: '',
  platform: 'preview',
  workspace: '',
  place: '',
  asker: '',
  visibility: 'private',
  collections: [],
  version: '',
  locale: '',
};

function sent(reply: Reply): unknown {
  return JSON.parse(JSON.stringify(fakeSlack.render(reply)));
}

function previewOf(url: string, body: object, name = 'slack'): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' };
  return fetch(`${url}/api/previews/${name}`, { method: 'POST', headers, body: JSON.stringify(body) });
}
