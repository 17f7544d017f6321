import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { builtSignpost } from './built-signpost.ts';
import { gitRepository, gitServer } from './fakes/git-server.ts';
import { folderWith } from './folders.ts';

const SECRET = 'a secret of sixteen characters'.replaceAll(' ', '-');
const POLL = { timeout: 120_000, interval: 50 };

const signpost = builtSignpost();

/** A push as GitHub tells of it, signed. */
function push(url: string, repository: string, secret: string): Promise<Response> {
  const body = JSON.stringify({ ref: 'refs/heads/main', repository: { clone_url: repository } });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return fetch(`${url}/hooks/git`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': 'push',
      'X-Hub-Signature-256': `sha256=${signature}`,
    },
    body,
  });
}

async function found(url: string, query: string): Promise<string> {
  const response = await fetch(`${url}/api/ask`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.text();
}

test('a push to a private repository counts at once, by a signed webhook', async () => {
  const repository = await gitRepository({ 'docs/zebra.md': '# Zebra\n\nA zebra has stripes.\n' });
  const server = await gitServer(repository, (request, response) => {
    const isSignedIn = request.headers.authorization !== undefined;
    if (!isSignedIn) response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="docs"' }).end();
    return !isSignedIn;
  });
  const source = `{git: '${server.url}', path: docs, every: 10000, private: true}`;
  const site = '{preset: vitepress, url: https://animals.example}';
  const config = `title: Animals\ndata: data\ncollections: [{name: docs, source: ${source}, site: ${site}}]\n`;
  const folder = await folderWith({ 'signpost.yaml': config });
  const running = signpost.start(['start', '--config', join(folder, 'signpost.yaml'), '--port', '0'], {
    env: { GIT_TOKEN: 'ghp-secret-token', GIT_WEBHOOK_SECRET: SECRET, LOG_LEVEL: 'info' },
  });
  const url = await vi.waitFor(() => {
    const address = /Ask at (http:\S+)\n/u.exec(running.output())?.[1];
    if (address === undefined) throw new Error(`not ready: ${running.output()} ${running.errors()}`);
    return address;
  }, POLL);
  expect(await found(url, 'zebra')).toContain('https://animals.example/zebra.html');
  await repository.commit({ 'docs/lion.md': '# Lion\n\nA lion has a mane.\n' });
  expect((await push(url, server.url, 'another')).status).toBe(401);
  expect((await push(url, server.url, SECRET)).status).toBe(202);
  await vi.waitFor(
    async () => expect(await found(url, 'mane')).toContain('https://animals.example/lion.html'),
    POLL,
  );
  running.process.kill('SIGTERM');
  const { code, stdout, stderr } = await running.ended;
  expect(code).toBe(0);
  expect(stdout + stderr).not.toMatch(/ghp-secret-token|a-secret-of/u);
});
