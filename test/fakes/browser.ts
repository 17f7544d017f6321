import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { build } from 'vite';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const PAGE = fileURLToPath(new URL('../../src/platforms/web/page', import.meta.url));

/** The Chromium of this machine; without one, browser tests are reported as skipped. */
export const chromiumPath = PLACES.find((place) => existsSync(place));

if (chromiumPath === undefined)
  process.stderr.write(`No Chromium at ${PLACES.join(', ')}: tests of the chat page do not run.\n`);

/** A headless Chromium with a profile of its own, which it deletes when it closes. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    args: FLAGS,
    timeout: 120_000,
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
  });
}

/** Builds the chat page from its source into a new temporary folder, so that no test reads a stale one. */
export async function buildChatPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-page-'));
  // Vitest sets it to "test", for which Vite would build React's development version.
  process.env['NODE_ENV'] = 'production';
  await build({ root: PAGE, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  return folder;
}
