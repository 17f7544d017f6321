import { onTestFinished } from 'vitest';
import { createLog } from '../../../src/log.ts';
import type { WebOptions, WebPlatform } from '../../../src/platforms/web/web-platform.ts';
import { createWebPlatform } from '../../../src/platforms/web/web-platform.ts';
import { createFakeCore } from './fake-core.ts';
import { fakeSlack } from './fake-preview.ts';

/** A web platform with a fake core on a free port, not started; `lines` are what it logs. */
export function webPlatform(options: Partial<WebOptions> = {}): { web: WebPlatform; lines: string[] } {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const web = createWebPlatform({
    core: createFakeCore(),
    log: createLog({ level: 'info', secrets: [], destination }),
    host: '127.0.0.1',
    port: 0,
    title: 'Example',
    command: 'docs',
    previews: [fakeSlack],
    pageFolder: '/nowhere',
    version: '1.2.3',
    routes: [],
    health: () => ({ ready: true, detail: { sections: 7 } }),
    ...options,
  });
  return { web, lines };
}

/** The same, started, and stopped when the test is over. */
export async function served(options: Partial<WebOptions> = {}): Promise<{ url: string; lines: string[] }> {
  const { web, lines } = webPlatform(options);
  await web.start();
  onTestFinished(() => web.stop());
  return { url: web.url, lines };
}
