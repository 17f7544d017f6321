import { rm } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { QueryCore } from '../../../src/core/query.ts';
import type { Preview } from '../../../src/platforms/web/preview.ts';
import type { WebPlatform } from '../../../src/platforms/web/web-platform.ts';
import { buildChatPage, openBrowser } from '../../fakes/browser.ts';
import { createFakeCore } from './fake-core.ts';
import type { FakeCore } from './fake-core.ts';
import { fakeDiscord, fakeSlack } from './fake-preview.ts';
import { webPlatform } from './serve.ts';

export interface Opened {
  readonly page: Page;
  readonly core: FakeCore;
  readonly url: string;
  /** Origins of all requests since the page was opened. */
  readonly origins: Set<string>;
  /** What the console has said since. */
  readonly complaints: string[];
}

export interface OpenOptions {
  readonly core?: FakeCore;
  readonly previews?: readonly Preview[];
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
}

interface Tab {
  readonly page: Page;
  readonly origins: Set<string>;
  readonly complaints: string[];
}

/** Wider windows are those of a desktop. */
const WIDEST_PHONE = 400;

/**
 * One server and browser for all tests of a file, and one tab for desktops and one for phones, so that the browser compiles
 * the scripts once. Each test gets a page that is loaded anew, with its own core and previews behind it.
 */
export class ChatPage {
  #core = createFakeCore();
  readonly #previews: Preview[] = [];
  readonly #tabs = new Map<boolean, Promise<Tab>>();
  #web!: WebPlatform;
  #browser!: Browser;
  #folder = '';

  /** Starts it before the tests of the suite that this is called in, and stops it after them. */
  use(): void {
    beforeAll(() => this.#start());
    afterAll(() => this.#stop());
  }

  async open(path: string, options: OpenOptions = {}): Promise<Opened> {
    const {
      core = createFakeCore(),
      previews = [fakeSlack, fakeDiscord],
      width = 1280,
      height = 800,
    } = options;
    const { page, origins, complaints } = await this.#tab(width < WIDEST_PHONE);
    await page.unrouteAll();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: options.colorScheme ?? 'light' });
    // Nothing that the page before still asks for may count.
    await page.goto('about:blank');
    this.#core = core;
    this.#previews.splice(0, Infinity, ...previews);
    origins.clear();
    complaints.length = 0;
    await page.goto(this.#web.url + path);
    return { page, core, url: this.#web.url, origins, complaints };
  }

  async #start(): Promise<void> {
    const current = (): QueryCore => this.#core;
    const core: QueryCore = {
      ask: (...args) => current().ask(...args),
      open: (...args) => current().open(...args),
      show: (...args) => current().show(...args),
      suggest: (...args) => current().suggest(...args),
      help: () => current().help(),
    };
    [this.#browser, this.#folder] = await Promise.all([openBrowser(), buildChatPage()]);
    this.#web = webPlatform({ core, previews: this.#previews, pageFolder: this.#folder }).web;
    await this.#web.start();
  }

  async #stop(): Promise<void> {
    await this.#browser.close();
    await this.#web.stop();
    await rm(this.#folder, { recursive: true });
  }

  #tab(phone: boolean): Promise<Tab> {
    const tab = this.#tabs.get(phone) ?? this.#openTab({ isMobile: phone, hasTouch: phone });
    this.#tabs.set(phone, tab);
    return tab;
  }

  async #openTab(options: BrowserContextOptions): Promise<Tab> {
    const permissions = ['clipboard-read', 'clipboard-write'];
    const context = await this.#browser.newContext({ permissions, ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const tab = { page, origins: new Set<string>(), complaints: [] as string[] };
    page.on('request', (request) => tab.origins.add(new URL(request.url()).origin));
    page.on('console', (message) => tab.complaints.push(message.text()));
    page.on('pageerror', (error) => tab.complaints.push(error.message));
    return tab;
  }
}
