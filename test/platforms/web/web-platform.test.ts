import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Refusal } from '../../../src/platforms/web/wire.ts';
import { platformContract } from '../../contracts/platform.ts';
import { served, webPlatform } from './serve.ts';

platformContract(async () => webPlatform().web);

async function pageFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-web-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>{{title}}</title>');
  await writeFile(join(folder, 'assets', 'index-abc.js'), 'export {};');
  await writeFile(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  return folder;
}

describe('the chat page', () => {
  it('is served fresh, with its title and not a word of HTML from it', async () => {
    const { url } = await served({ pageFolder: await pageFolder(), title: 'A & <b>"' });
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toBe('<!doctype html><title>A &amp; &lt;b&gt;&quot;</title>');
  });

  it('knows which previews there are', async () => {
    const folder = await pageFolder();
    await writeFile(join(folder, 'index.html'), '<meta content="{{previews}}"><p>{{other}}</p>');
    const { url } = await served({ pageFolder: folder });
    const names = '[{&quot;name&quot;:&quot;slack&quot;,&quot;title&quot;:&quot;Slack&quot;}]';
    expect(await (await fetch(url)).text()).toBe(`<meta content="${names}"><p>{{other}}</p>`);
  });

  it('has assets that may be kept for ever', async () => {
    const { url } = await served({ pageFolder: await pageFolder() });
    const asset = await fetch(`${url}/assets/index-abc.js`);
    expect(asset.headers.get('content-type')).toContain('javascript');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await fetch(`${url}/favicon.svg`)).headers.get('content-type')).toBe('image/svg+xml');
  });

  it('says how to build it where it is not', async () => {
    const { url } = await served({ pageFolder: '/nowhere' });
    const response = await fetch(url);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build');
  });

  it.each([
    '/../package.json',
    '/..%2f..%2fetc/passwd',
    '/assets/%00',
    '/.env',
    '/assets/../../package.json',
  ])('gives nothing outside of its folder: %s', async (path) => {
    const { url } = await served({ pageFolder: await pageFolder() });
    const { hostname, port } = new URL(url);
    const status = await new Promise<number | undefined>((resolve) =>
      get({ hostname, port, path, agent: false }, (response) => resolve(response.resume().statusCode)),
    );
    expect([400, 403, 404]).toContain(status);
  });
});

describe('every response', () => {
  it.each(['/', '/healthz', '/api/help', '/api/none', '/none'])(
    'forbids what the page does not need: %s',
    async (path) => {
      const { url } = await served({ pageFolder: await pageFolder() });
      const { headers } = await fetch(url + path);
      const policy = headers.get('content-security-policy')?.split('; ');
      expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "frame-ancestors 'none'"]));
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.has('x-powered-by')).toBe(false);
      expect(headers.has('access-control-allow-origin')).toBe(false);
    },
  );

  it('is 404 for an unknown route, in the form that the client reads', async () => {
    const { url } = await served({ pageFolder: await pageFolder() });
    const json = await fetch(`${url}/api/none`, { headers: { Accept: 'text/html' } });
    expect([json.status, ((await json.json()) as Refusal).error.message]).toEqual([
      404,
      'there is nothing at GET /api/none',
    ]);
    const html = await fetch(`${url}/none`, { headers: { Accept: 'text/html,*/*' } });
    expect([html.status, html.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('health', () => {
  it('is alive before it is ready', async () => {
    let ready = false;
    const health = () => ({ ready, detail: { collections: { docs: 'reading' } } });
    const { url } = await served({ health });
    const readiness = async () => {
      const response = await fetch(`${url}/readyz`);
      return [response.status, await response.json()];
    };
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true, version: '1.2.3' });
    expect(await readiness()).toEqual([503, { ready: false, collections: { docs: 'reading' } }]);
    ready = true;
    expect(await readiness()).toEqual([200, { ready: true, collections: { docs: 'reading' } }]);
  });
});

describe('starting and stopping', () => {
  it('knows its address, before and after', async () => {
    expect(webPlatform({ port: 3999 }).web.url).toBe('http://localhost:3999');
    expect(webPlatform({ host: '0.0.0.0', port: 80 }).web.url).toBe('http://localhost:80');
    expect(webPlatform({ host: '::1', port: 80 }).web.url).toBe('http://[::1]:80');
    const { url } = await served();
    expect(url).toMatch(/^http:\/\/localhost:[1-9]\d*$/u);
  });

  it('says so when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { web } = webPlatform({ port });
    await expect(web.start()).rejects.toThrow(
      `port ${port} on 127.0.0.1 is taken; choose another with --port`,
    );
    await web.stop();
  });

  it('says so when the address is not of this machine', async () => {
    await expect(webPlatform({ host: '192.0.2.1' }).web.start()).rejects.toThrow('no address 192.0.2.1');
  });

  it('answers nobody any more', async () => {
    const { web } = webPlatform();
    await web.start();
    await web.stop();
    await expect(fetch(`${web.url}/healthz`)).rejects.toThrow('fetch failed');
  });

  it('closes connections that are kept alive and those that never finish their request', async () => {
    const { web } = webPlatform();
    await web.start();
    const agent = new Agent({ keepAlive: true });
    await new Promise((resolve) =>
      get(`${web.url}/healthz`, { agent }, (response) => resolve(response.resume())),
    );
    const { hostname, port } = new URL(web.url);
    const hanging = connect({ host: hostname, port: Number(port) });
    hanging.on('error', () => {});
    hanging.write(
      'POST /api/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    await new Promise((resolve) => hanging.once('connect', resolve));
    const ended = new Promise((resolve) => hanging.once('close', resolve));
    await web.stop();
    await ended;
    agent.destroy();
  });
});
