import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createGitHook } from '../../src/sources/git-hook.ts';
import type { FollowedRepository } from '../../src/sources/git-hook.ts';
import { isSigned } from '../../src/sources/hook-signature.ts';
import { loopbackServer } from '../fakes/loopback-server.ts';

const SECRET = 'a secret of thirty-two characters';
const SIGNING = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const NOW = new Date('2026-01-02T03:04:05Z');

const REPOSITORIES: readonly FollowedRepository[] = [
  { collection: 'docs', url: 'https://github.com/Acme/docs', ref: '' },
  { collection: 'v2', url: 'git@github.com:acme/docs.git', ref: 'release/2.x' },
  { collection: 'tagged', url: 'ssh://git@github.com/acme/docs.git', ref: 'v1' },
  { collection: 'pinned', url: 'https://github.com/acme/docs.git', ref: 'a'.repeat(40) },
  { collection: 'other', url: 'https://github.com/acme/other.git', ref: '' },
];

/** As GitHub sends it. https://docs.github.com/en/webhooks/webhook-events-and-payloads#push */
function githubPush(ref: string): string {
  const repository = {
    default_branch: 'main',
    html_url: 'https://github.com/acme/docs',
    clone_url: 'https://github.com/acme/docs.git',
    ssh_url: 'git@github.com:acme/docs.git',
  };
  return JSON.stringify({ ref, repository, head_commit: { message: 'MARK' } });
}

/** As GitLab sends it. https://docs.gitlab.com/user/project/integrations/webhook_events */
function gitlabPush(ref: string, path = 'acme/docs'): string {
  const project = {
    web_url: `https://gitlab.example/${path}`,
    git_ssh_url: `ssh://git@gitlab.example:2222/${path}.git`,
    git_http_url: `https://gitlab.example/${path}.git`,
    default_branch: 'main',
  };
  return JSON.stringify({ object_kind: 'push', ref, project });
}

function hexOf(body: string, secret = SECRET): string {
  return createHmac('sha256', secret).update(body).digest('hex');
}

function github(body: string, event = 'push', secret = SECRET): Record<string, string> {
  return { 'X-GitHub-Event': event, 'X-Hub-Signature-256': `sha256=${hexOf(body, secret)}` };
}

function signedAt(body: string, time: number): Record<string, string> {
  const key = Buffer.from(SIGNING.replace('whsec_', ''), 'base64');
  const right = createHmac('sha256', key).update(`msg.${time}.${body}`).digest('base64');
  return {
    'X-Gitlab-Event': 'Push Hook',
    'webhook-id': 'msg',
    'webhook-timestamp': String(time),
    'webhook-signature': `v1,AAAA v1,${right}`,
  };
}

interface Sent {
  readonly body?: string;
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly path?: string;
  readonly secret?: string | undefined;
  readonly repositories?: readonly FollowedRepository[];
}

/** What is answered, and what is synced after that. */
async function send({
  body = '',
  headers = {},
  method = 'POST',
  path = '/hooks/git',
  ...sent
}: Sent): Promise<{
  status: number;
  text: string;
  triggered: string[];
  logged: string;
}> {
  const triggered: string[] = [];
  const logged: string[] = [];
  const hook = createGitHook({
    secret: 'secret' in sent ? sent.secret : SECRET,
    repositories: sent.repositories ?? REPOSITORIES,
    trigger: (collection) => triggered.push(collection),
    now: () => NOW,
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
  });
  const server = await loopbackServer((request, response) =>
    hook.handle(request, response, () => response.writeHead(418).end()),
  );
  const response = await fetch(`${server.origin}${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(method === 'POST' ? { body } : {}),
  });
  return { status: response.status, text: await response.text(), triggered, logged: logged.join('') };
}

describe('a push', () => {
  test.each([
    ['refs/heads/main', ['docs']],
    ['refs/heads/release/2.x', ['v2']],
    ['refs/tags/v1', ['tagged']],
    ['refs/heads/draft', []],
    ['refs/tags/main', []],
  ])('to %s syncs what follows it there: %j', async (ref, syncing) => {
    const body = githubPush(ref);
    const answer = await send({ body, headers: github(body) });
    expect(answer.triggered).toEqual(syncing);
    expect(answer.status).toBe(syncing.length > 0 ? 202 : 200);
    expect(JSON.parse(answer.text)).toMatchObject({ syncing });
    expect(answer.text + answer.logged).not.toContain('MARK');
  });

  test('may come as a form, as GitHub sends it by default', async () => {
    const body = new URLSearchParams({ payload: githubPush('refs/heads/main') }).toString();
    const headers = { ...github(body), 'Content-Type': 'application/x-www-form-urlencoded' };
    expect(await send({ body, headers })).toMatchObject({ status: 202, triggered: ['docs'] });
  });

  test.each(['X-Forgejo-Signature', 'X-Gitea-Signature'])(
    'of Forgejo and Gitea comes with %s',
    async (header) => {
      const body = githubPush('refs/heads/main');
      const headers = { 'X-Gitea-Event': 'push', [header]: hexOf(body) };
      expect(await send({ body, headers })).toMatchObject({ status: 202, triggered: ['docs'] });
    },
  );

  const GITLAB: readonly FollowedRepository[] = [
    { collection: 'docs', url: 'https://gitlab.example/acme/docs.git', ref: 'main' },
  ];

  test('of GitLab comes with the secret', async () => {
    const body = gitlabPush('refs/heads/main');
    const headers = { 'X-Gitlab-Event': 'Push Hook', 'X-Gitlab-Token': SECRET };
    const sent = { headers, repositories: GITLAB };
    expect(await send({ ...sent, body })).toMatchObject({ status: 202, triggered: ['docs'] });
    const elsewhere = await send({ ...sent, body: gitlabPush('refs/heads/main', 'acme/docs-fork') });
    expect(elsewhere).toMatchObject({ status: 200, triggered: [] });
  });

  test('of GitLab may be signed with a signing token, for five minutes', async () => {
    const body = gitlabPush('refs/heads/main');
    const time = NOW.getTime() / 1000;
    const sent = { body, secret: SIGNING, repositories: GITLAB };
    expect(await send({ ...sent, headers: signedAt(body, time - 299) })).toMatchObject({ status: 202 });
    for (const late of [time - 301, time + 301])
      expect(await send({ ...sent, headers: signedAt(body, late) })).toMatchObject({
        status: 401,
        triggered: [],
      });
  });
});

describe('a signature', () => {
  test('is checked as the documentation of GitHub and of Standard Webhooks has it', () => {
    const secret = "It's a Secret to Everybody";
    const hex = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    const hello = Buffer.from('Hello, World!');
    expect(isSigned(hello, { headers: { 'x-hub-signature-256': `sha256=${hex}` }, secret }, NOW)).toBe(true);
    const headers = {
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const at = new Date(1_614_265_330_000);
    expect(isSigned(Buffer.from('{"test": 2432232314}'), { headers, secret: SIGNING }, at)).toBe(true);
  });

  const BODY = githubPush('refs/heads/main');

  test.each<[string, Record<string, string>]>([
    ['none', { 'X-GitHub-Event': 'push' }],
    ['that of another secret', github(BODY, 'push', 'another secret')],
    ['that of another body', github(`${BODY} `)],
    ['one by SHA-1', { 'X-Hub-Signature': 'sha1=7d38cdd689735b008b3c702edd92eea23791c5f6' }],
    ['one without its kind', { 'X-Hub-Signature-256': hexOf(BODY) }],
    ['one that is too short', { 'X-Hub-Signature-256': `sha256=${hexOf(BODY).slice(0, 32)}` }],
    ['an empty one', { 'X-Hub-Signature-256': 'sha256=', 'X-Gitea-Signature': '' }],
    ['a wrong token', { 'X-Gitlab-Token': `${SECRET}x` }],
    ['an empty token', { 'X-Gitlab-Token': '' }],
    ['one that needs a signing token', signedAt(BODY, NOW.getTime() / 1000)],
  ])('is refused where it is %s', async (_name, headers) => {
    const answer = await send({ body: BODY, headers });
    expect(answer).toMatchObject({ status: 401, triggered: [] });
    expect(answer.text + answer.logged).not.toContain('MARK');
    expect(answer.text + answer.logged).not.toContain(SECRET);
  });
});

describe('the address', () => {
  test('is not there without a secret', async () => {
    const body = githubPush('refs/heads/main');
    for (const method of ['POST', 'GET'])
      expect(
        await send({ body, headers: github(body, 'push', ''), method, secret: undefined }),
      ).toMatchObject({
        status: 404,
        triggered: [],
      });
  });

  test.each(['/hooks/git/', '/hooks', '/hooks/git2', '/'])('leaves %s to others', async (path) => {
    expect(await send({ path })).toMatchObject({ status: 418 });
  });

  test.each(['ping', 'issues', 'create'])('answers %s, and does nothing', async (event) => {
    const body = JSON.stringify({
      zen: 'MARK',
      repository: { clone_url: 'https://github.com/acme/docs.git' },
    });
    const answer = await send({ body, headers: github(body, event) });
    expect(answer).toMatchObject({ status: 200, triggered: [] });
    expect(answer.text).not.toContain('MARK');
  });

  test.each<[number, Sent]>([
    [405, { method: 'GET' }],
    [415, { headers: { 'Content-Type': 'text/plain' } }],
    [415, { headers: { 'Content-Encoding': 'gzip' } }],
    [400, { body: '{', headers: github('{') }],
    [200, { body: '[]', headers: github('[]') }],
    [200, { body: 'null', headers: github('null') }],
    [200, { body: '{"ref": 1}', headers: github('{"ref": 1}') }],
    [413, { body: 'x'.repeat(5_000_001), headers: github('') }],
  ])('answers %i to what is not as it should be (%#)', async (status, sent) => {
    expect(await send(sent)).toMatchObject({ status, triggered: [] });
  });
});
