import { describe, expect, it } from 'vitest';
import type { FailureReply, ResultsReply } from '../../../src/core/reply.ts';
import type { Refusal, Suggestions } from '../../../src/platforms/web/wire.ts';
import { createFakeCore } from './fake-core.ts';
import type { FakeCore } from './fake-core.ts';
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
    expect(core.asked).toEqual([{ question: { ...question, collections: [] } }]);
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
  ])('reads %j as the question %j', async (query, text) => {
    const { ask, core } = await serve();
    await ask({ query });
    expect(core.asked[0]?.question.text).toBe(text);
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
    expect(await (await fetch(`${url}/api/suggest?q=`)).json()).toEqual({ suggestions: [] });
    expect((await fetch(`${url}/api/suggest`)).status).toBe(400);
    expect((await fetch(`${url}/api/suggest?q=a&q=b`)).status).toBe(400);
  });

  it('tells how to ask', async () => {
    const { url } = await serve();
    expect(await (await fetch(`${url}/api/help`)).json()).toMatchObject({ kind: 'help' });
  });
});
