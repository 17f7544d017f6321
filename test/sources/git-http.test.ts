import { chmod, readdir, readFile } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SyncFailure } from '../../src/core/mirror.ts';
import { isPublicAddress } from '../../src/http/public-address.ts';
import { gitRepository, gitServer, signedIn } from '../fakes/git-server.ts';
import { loopbackServer, redirecting } from '../fakes/loopback-server.ts';
import type { Answering } from '../fakes/loopback-server.ts';
import { folderWith } from '../folders.ts';
import { filesBelow, mirrorOf, syncOf } from './git-mirrors.ts';

const TOKEN = 'ghp_0123456789abcdef';

/** Lets nobody in without the token. */
function locked(request: Parameters<Answering>[0], response: Parameters<Answering>[1]): boolean {
  if (signedIn(request.headers).endsWith(`:${TOKEN}`)) return false;
  response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
  return true;
}

function answering(status: number, headers: Record<string, string> = {}): Answering {
  return (_request, response) => response.writeHead(status, headers).end('<p>\u001B[31mNo</p>\n');
}

/** Stands for the internet; the rest of loopback is as private as ever. */
function isOutside(address: string): boolean {
  return address === '127.0.0.1' || isPublicAddress(address);
}

/** What a name leads to, and how often that was asked. */
function namesOf(names: Readonly<Record<string, string>>): { lookup: LookupFunction; asked: string[] } {
  const asked: string[] = [];
  const lookup: LookupFunction = (hostname, _options, callback) => {
    asked.push(hostname);
    const address = names[hostname];
    if (address === undefined) callback(Object.assign(new Error(hostname), { code: 'ENOTFOUND' }), '', 0);
    else callback(null, [{ address, family: 4 }]);
  };
  return { lookup, asked };
}

/** Leads to several addresses, one of which is private. */
const lookupMany: LookupFunction = (_hostname, _options, callback) => {
  const addresses = ['2606:4700::1111', '10.0.0.1', '1.1.1.1'];
  const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  callback(null, found);
};

async function sizeOf(folder: string): Promise<number> {
  return Object.values(await filesBelow(folder)).reduce((sum, text) => sum + text.length, 0);
}

async function failureOf(options: Parameters<typeof mirrorOf>[0]): Promise<SyncFailure> {
  const synced = await syncOf(await mirrorOf(options));
  if (synced.kind !== 'failed') throw new Error('it worked');
  return synced;
}

describe('over HTTP', () => {
  test('only what is new and needed goes over the wire', async () => {
    const picture = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * index * 7919) % 251));
    const repository = await gitRepository({
      'docs/a.md': 'a',
      'docs/x.png': picture,
      'src/big.txt': picture.toString('hex'),
    });
    const server = await gitServer(repository);
    const folder = await folderWith({});
    const mirror = await mirrorOf({ url: server.url, path: 'docs', folder });
    expect(await syncOf(mirror)).toMatchObject({ kind: 'synced', changed: ['a.md'] });
    const posts = server.received.filter(({ path }) => path.endsWith('/git-upload-pack'));
    expect(posts).toHaveLength(4);
    expect(await sizeOf(folder)).toBeLessThan(20_000);
    const before = server.received.length;
    expect(await syncOf(mirror)).toMatchObject({ changed: [] });
    expect(server.received.slice(before).map(({ path }) => path)).toEqual([
      '/acme/docs.git/info/refs?service=git-upload-pack',
      '/acme/docs.git/git-upload-pack',
    ]);
    await repository.commit({ 'docs/b.md': 'b' });
    expect(await syncOf(mirror)).toMatchObject({ changed: ['b.md'] });
    expect(await filesBelow(mirror.folder)).toEqual({ 'a.md': 'a', 'b.md': 'b' });
  });

  test.each([
    [TOKEN, '', `x-access-token:${TOKEN}`],
    [`deploy:${TOKEN}`, '', `deploy:${TOKEN}`],
    [TOKEN, 'oauth2@', `oauth2:${TOKEN}`],
  ])('a token signs in, and stands in no argument and no file: %s %s', async (token, user, pair) => {
    const server = await gitServer(await gitRepository({ 'a.md': 'a' }), locked);
    const folder = await folderWith({});
    const tools = await folderWith({
      git: '#!/bin/sh\necho "$0 $@" >>"$(dirname "$0")/calls"\nexec /usr/bin/git "$@"\n',
    });
    await chmod(join(tools, 'git'), 0o755);
    const url = server.url.replace('http://', `http://${user}`);
    const environment = { PATH: `${tools}:/usr/local/bin:/usr/bin:/bin` };
    expect(await syncOf(await mirrorOf({ url, token, folder, environment }))).toMatchObject({
      changed: ['a.md'],
    });
    expect(new Set(server.received.map(({ headers }) => signedIn(headers)))).toEqual(new Set([pair]));
    const calls = await readFile(join(tools, 'calls'), 'utf8');
    expect(calls).toContain(' fetch ');
    const written = Object.values(await filesBelow(folder)).join('\n');
    for (const secret of [TOKEN, Buffer.from(pair).toString('base64')])
      expect(calls + written).not.toContain(secret);
  });

  test('a token that is not taken is told without it', async () => {
    const server = await gitServer(await gitRepository({ 'a.md': 'a' }), locked);
    const wrong = await failureOf({ url: server.url, token: 'ghp_wrong' });
    expect(wrong.reason).toBe(`${server.url} lets nobody in without the right to read it`);
    expect(wrong.remedy).toContain('see whether the token in GIT_TOKEN');
    const none = await failureOf({ url: server.url });
    expect(none.remedy).toBe('put a token that may read it into the environment as GIT_TOKEN');
    expect(JSON.stringify([wrong, none])).not.toContain('ghp_wrong');
  });

  test.each<[Answering, string, number]>([
    [answering(404), 'is not there, or nobody may know that it is', 0],
    [answering(403), 'lets nobody in without the right to read it', 0],
    [answering(429, { 'Retry-After': '120' }), 'answers 429: it is asked too often', 120],
    [answering(503, { 'retry-after': '7' }), 'answers 503', 7],
    [answering(200, { 'Content-Type': 'text/html' }), 'is no git repository', 0],
    [redirecting('/users/sign_in'), 'redirects to what is no repository', 0],
    [redirecting('file:///etc/info/refs'), 'redirects to what is no repository', 0],
    [
      (request, response) => redirecting(request.url ?? '')(request, response),
      'redirects more than 5 times',
      0,
    ],
    [(request) => request.socket.destroy(), 'cannot be reached, or broke off', 0],
  ])('a failure leaves the last copy, and says what is wrong (%#)', async (answering, what, retryAfter) => {
    const server = await loopbackServer(answering);
    const url = `${server.origin}/acme/docs.git`;
    expect(await failureOf({ url })).toMatchObject({ reason: `${url} ${what}`, retryAfter });
  });

  test('what fails leaves the last copy, and is mended by the next that works', async () => {
    const repository = await gitRepository({ 'a.md': 'one' });
    const state = { isDown: false };
    const server = await gitServer(repository, (request, response) => {
      if (state.isDown && request.method === 'POST') answering(500)(request, response);
      return state.isDown && request.method === 'POST';
    });
    const mirror = await mirrorOf({ url: server.url });
    await syncOf(mirror);
    await repository.commit({ 'a.md': 'two' });
    state.isDown = true;
    expect(await syncOf(mirror)).toMatchObject({ kind: 'failed', reason: `${server.url} answers 500` });
    expect(await mirror.hasCopy()).toBe(true);
    expect(await filesBelow(mirror.folder)).toEqual({ 'a.md': 'one' });
    state.isDown = false;
    expect(await syncOf(mirror)).toMatchObject({ kind: 'synced', changed: ['a.md'] });
  });

  test('a redirect is followed, without the token where it leads to another host', async () => {
    const repository = await gitRepository({ 'a.md': 'a' });
    const target = await gitServer(repository);
    const near = await gitServer(repository, (request, response) => {
      const isOld = request.url?.startsWith('/old/') === true;
      if (isOld) redirecting((request.url ?? '').replace('/old/', '/acme/'), 301)(request, response);
      return isOld;
    });
    const far = await loopbackServer((request, response) =>
      redirecting(`${target.origin}${request.url ?? ''}`, 301)(request, response),
    );
    const ofNear = await mirrorOf({ url: `${near.origin}/old/docs.git`, token: TOKEN });
    expect(await syncOf(ofNear)).toMatchObject({ kind: 'synced', changed: ['a.md'] });
    expect(near.received.every(({ headers }) => signedIn(headers).endsWith(TOKEN))).toBe(true);
    const ofFar = await mirrorOf({ url: `${far.origin}/acme/docs.git`, token: TOKEN });
    expect(await syncOf(ofFar)).toMatchObject({ kind: 'synced', changed: ['a.md'] });
    expect(far.received.every(({ headers }) => signedIn(headers).endsWith(TOKEN))).toBe(true);
    expect(target.received.map(({ headers }) => signedIn(headers)).join('')).toBe('');
  });
});

describe('private networks', () => {
  test.each([
    'http://127.0.0.1:9/a.git',
    'http://127.1:9/a.git',
    'http://[::1]:9/a.git',
    'https://169.254.169.254/a.git',
    'ssh://git@10.0.0.1/a.git',
    'git@127.0.0.1:a.git',
  ])('are not asked: %s', async (url) => {
    const failure = await failureOf({ url, allowPrivate: false });
    expect(failure.reason).toContain('leads into a private network');
    expect(failure.remedy).toBe('set private: true in its source if that is meant');
  });

  test('are not asked where a name leads there, and files of this machine are not read', async () => {
    const { lookup } = namesOf({ 'docs.example': '192.168.0.1' });
    expect(await failureOf({ url: 'https://docs.example/a.git', allowPrivate: false, lookup })).toMatchObject(
      {
        reason: 'https://docs.example/a.git leads into a private network',
      },
    );
    expect(await failureOf({ url: 'https://gone.example/a.git', allowPrivate: false, lookup })).toMatchObject(
      {
        reason: 'https://gone.example/a.git is on a host that does not exist',
      },
    );
    expect(await failureOf({ url: 'file:///etc/a.git', allowPrivate: false })).toMatchObject({
      reason: 'file:///etc/a.git is a folder of this machine',
    });
  });

  test('cannot be led to by a second answer of the DNS, since git is bound to the first', async () => {
    const server = await gitServer(await gitRepository({ 'a.md': 'a' }));
    const { lookup, asked } = namesOf({ 'docs.example': '127.0.0.1' });
    const url = `http://docs.example:${server.port}/acme/docs.git`;
    const mirror = await mirrorOf({ url, allowPrivate: false, lookup, isPublic: isOutside });
    // No DNS but that of the test knows the name.
    expect(await syncOf(mirror)).toMatchObject({ kind: 'synced', changed: ['a.md'] });
    expect(asked).toEqual(['docs.example']);
    expect(server.received.every(({ headers }) => headers.host === `docs.example:${server.port}`)).toBe(true);
  });

  test('cannot be led to by a redirect', async () => {
    const inside = await loopbackServer(answering(200));
    const server = await loopbackServer((request, response) =>
      redirecting(`http://localhost:${inside.port}${request.url ?? ''}`)(request, response),
    );
    const { lookup } = namesOf({ 'docs.example': '127.0.0.1', localhost: '127.0.0.2' });
    const failure = await failureOf({
      url: `http://docs.example:${server.port}/acme/docs.git`,
      allowPrivate: false,
      lookup,
      isPublic: isOutside,
    });
    expect(failure.reason).toContain('leads into a private network');
    expect(server.received).toHaveLength(1);
    expect(inside.received).toHaveLength(0);
  });

  test('are the only ones to which a token goes without encryption', async () => {
    const url = 'http://docs.example/acme/docs.git';
    const { lookup } = namesOf({ 'docs.example': '1.1.1.1' });
    expect(await failureOf({ url, allowPrivate: false, lookup, token: TOKEN })).toMatchObject({
      reason: `${url} would be sent the token without encryption`,
    });
  });
});

describe('over SSH', () => {
  test.each([
    [
      'git@docs.example:acme/docs.git',
      '-o HostKeyAlias=docs.example -o SendEnv=GIT_PROTOCOL git@docs.example',
    ],
    [
      'ssh://docs.example:2222/acme/docs.git',
      '-o HostKeyAlias=[docs.example]:2222 -o SendEnv=GIT_PROTOCOL -p 2222 docs.example',
    ],
  ])(
    'git is bound to the address that was looked at, asks nothing, and has no token: %s',
    async (url, end) => {
      const tools = await folderWith({
        ssh: '#!/bin/sh\n(echo "$@"; env) >"$(dirname "$0")/called"\necho "git@docs.example: Permission denied (publickey)." >&2\nexit 255\n',
      });
      await chmod(join(tools, 'ssh'), 0o755);
      const environment = {
        PATH: `${tools}:/usr/local/bin:/usr/bin:/bin`,
        HOME: '/home/zoe',
        https_proxy: 'x',
      };
      const failure = await failureOf({
        url,
        environment,
        lookup: lookupMany,
        allowPrivate: false,
        token: TOKEN,
      });
      expect(failure.reason).toBe(`${url} lets nobody in without the right to read it`);
      expect(failure.remedy).toContain('give the SSH key of the user who runs Signpost the right to read it');
      const called = await readFile(join(tools, 'called'), 'utf8');
      expect(called).toContain(`-o BatchMode=yes -o HostName=1.1.1.1 ${end}`);
      expect(called).toContain('HOME=/home/zoe');
      expect(called).not.toContain(TOKEN);
      expect(called).not.toContain('https_proxy');
    },
  );
});

describe('git', () => {
  test('ends with all that it started when it takes too long', async () => {
    const closed = { count: 0 };
    const server = await loopbackServer((request) => {
      request.socket.on('close', () => (closed.count += 1));
    });
    const folder = await folderWith({});
    const url = `${server.origin}/acme/docs.git`;
    const failure = await failureOf({ url, folder, timeoutMs: 1_000 });
    expect(failure.reason).toMatch(/took longer than/u);
    await expect.poll(() => closed.count).toBe(server.received.length);
  });

  test('ends when Signpost does', async () => {
    const ending = new AbortController();
    const server = await loopbackServer(() => ending.abort());
    const mirror = await mirrorOf({ url: `${server.origin}/acme/docs.git` });
    expect(await syncOf(mirror, { signal: ending.signal })).toMatchObject({
      kind: 'failed',
      reason: `${server.origin}/acme/docs.git was not read to its end, since Signpost stops`,
    });
  });

  test('has to be there, and new enough', async () => {
    const url = 'https://docs.example/a.git';
    const { lookup } = namesOf({ 'docs.example': '1.1.1.1' });
    const empty = await folderWith({});
    expect(await failureOf({ url, environment: { PATH: empty } })).toMatchObject({
      reason: `${url} cannot be read, since there is no program git`,
      remedy: 'install git, and see that it is in PATH',
    });
    const old = await folderWith({ git: '#!/bin/sh\necho git version 2.34.1\n' });
    await chmod(join(old, 'git'), 0o755);
    const environment = { PATH: `${old}:/usr/bin:/bin` };
    expect(await failureOf({ url, environment, allowPrivate: false, lookup })).toMatchObject({
      reason: `${url} needs git 2.37 or newer, and there is 2.34`,
    });
  });

  test('is told when the disk is full or may not be written', async () => {
    const broken = await folderWith({
      git: '#!/bin/sh\n[ "$1" = --version ] && echo git version 2.50.0 && exit\necho "fatal: write error: No space left on device" >&2\nexit 128\n',
    });
    await chmod(join(broken, 'git'), 0o755);
    const environment = { PATH: `${broken}:/usr/bin:/bin` };
    expect(await failureOf({ url: 'https://docs.example/a.git', environment })).toMatchObject({
      reason: 'https://docs.example/a.git cannot be kept: the disk is full',
    });
    const folder = await folderWith({ taken: '' });
    expect(
      await failureOf({ url: 'https://docs.example/a.git', folder: join(folder, 'taken') }),
    ).toMatchObject({
      reason: 'https://docs.example/a.git cannot be kept (ENOTDIR)',
    });
    expect(await readdir(folder)).toEqual(['taken']);
  });
});
