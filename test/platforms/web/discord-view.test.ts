import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/platforms/web/preview.ts';
import { chromiumPath } from '../../fakes/browser.ts';
import { ChatPage } from './chat-page.ts';
import { SITE, answer, createFakeCore, results } from './fake-core.ts';
import type { FakeCore } from './fake-core.ts';
import { LONG_CODE, fakeDiscord } from './fake-preview.ts';
import { controlsOf, drawn, hears, isWithin, json, named, textsOf, view } from './on-page.ts';

const LONG_WORD = 'averylongword'.repeat(30);
const HOSTILE = String.raw`<img src=x onerror="window.hacked=1"> @everyone <@1> \*\* **b** ||s|| [a](https://x.example)`;

const chat = new ChatPage();
const open = chat.open.bind(chat);

function coreWith(markdown: string, title = 'Verify a domain'): FakeCore {
  const core = createFakeCore();
  const answers = [answer({ markdown, title }), answer({ id: 'b', title: 'Also' })];
  core.reply = (question, page) => results(question.text, { answers }, page);
  return core;
}

/** A Discord whose messages hold just this. */
function discordWith(...components: unknown[]): Preview {
  return { ...fakeDiscord, render: () => ({ flags: 1 << 15, components }) };
}

describe.runIf(chromiumPath !== undefined)('the view of Discord', () => {
  chat.use();

  describe('shows a reply', () => {
    let page: Page;
    let url: string;
    beforeAll(async () => {
      ({ page, url } = await open('/?q=x&view=slack', { core: coreWith(LONG_WORD) }));
      await drawn(page).getByText('APP').waitFor();
      await view(page, 'Slack').focus();
      await page.keyboard.press('ArrowRight');
      await drawn(page).getByRole('link', { name: 'Also' }).waitFor();
    });

    it('chosen by keyboard, and keeps it in the address', async () => {
      expect(page.url()).toBe(`${url}/?q=x&view=discord`);
      expect(await view(page, 'Discord').isChecked()).toBe(true);
      expect(await page.getByRole('region', { name: 'As Discord shows it' }).count()).toBe(1);
    });

    it('with its text, links, lists, code and buttons', async () => {
      const message = drawn(page);
      const title = message.getByRole('heading', { level: 5 }).getByRole('link', { name: 'Verify a domain' });
      expect(await title.getAttribute('href')).toBe(`${SITE}/domains#verify`);
      expect(await title.getAttribute('rel')).toContain('noopener');
      expect(await message.locator('small').allTextContents()).toEqual(['Domains › Set-up', 'says more']);
      expect(await message.locator('ul > li').allTextContents()).toEqual(['One', 'Two\nNested', 'Nested']);
      expect(await message.locator('ol[start="3"] > li').allTextContents()).toEqual(['First', 'Second']);
      expect(await message.locator('blockquote').textContent()).toBe('A quoted domain.');
      expect(await message.locator('strong').allTextContents()).toEqual(['Signpost', 'domain']);
      expect(await message.locator('em').textContent()).toBe('order');
      expect(await message.locator('pre').textContent()).toBe(LONG_CODE);
      expect(await message.locator('.text').first().textContent()).toContain(`${LONG_WORD} and code in it.`);
      expect(await message.getByRole('separator').count()).toBe(1);
      const labels = ['Share', 'More', '👍Helpful', '👎Not helpful'];
      expect(await message.getByRole('button').allTextContents()).toEqual(labels);
    });

    it('with buttons that say that they do nothing', async () => {
      const buttons = drawn(page).getByRole('button', { disabled: true });
      expect(await buttons.count()).toBe(4);
      expect(await buttons.first().getAttribute('title')).toBe('Works in Discord only');
    });

    it('with names on every control', async () => {
      const controls = await controlsOf(page);
      expect(controls.length).toBeGreaterThan(12);
      expect(controls.filter((line) => !/^- \w+ ["/]/u.test(line))).toEqual([]);
    });

    it('as the JSON that the server sends, with its size, to copy', async () => {
      const sent = await page.request.post(`${url}/api/previews/discord`, { data: { query: 'x' } });
      await named(page, 'Show JSON').click();
      expect(await json(page).innerText()).toBe(JSON.stringify(await sent.json(), undefined, 2));
      const size = /^[6-9]\d\d of 4,000 characters · 9 of 40 components$/u;
      expect(await page.getByText(size).isVisible()).toBe(true);
      await hears(page, 'Copied', () => named(page, 'Copy JSON').click());
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await json(page).innerText());
      expect(await page.locator('.message-foot').getByRole('link').count()).toBe(0);
    });

    it.each(['dark', 'light'] as const)('readable in the %s', async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      const background = "getComputedStyle(document.querySelector('.message')).backgroundColor";
      const expected = colorScheme === 'dark' ? 'rgb(26, 26, 30)' : 'rgb(255, 255, 255)';
      await expect.poll(() => page.evaluate(background)).toBe(expected);
      const texts = await textsOf(page);
      expect(texts.length).toBeGreaterThan(30);
      expect(texts.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
    });

    it.each([1280, 375, 320])('and never scrolls the page sideways at %d pixels', async (width) => {
      if (width === 375) ({ page } = await open('/?q=x&view=discord', { core: coreWith(LONG_WORD), width }));
      await page.setViewportSize({ width, height: 800 });
      await drawn(page).getByRole('link', { name: 'Also' }).waitFor();
      await expect.poll(() => isWithin(page, width)).toBe(true);
    });
  });

  it('shows hostile text as text, takes nothing from elsewhere, and breaks no rule of its own', async () => {
    const core = coreWith(HOSTILE, HOSTILE);
    const markup = '<img src=x> @everyone <@1> <@&2> [j](javascript:alert) ||hidden|| ```x```';
    const styles = [1, 2, 3, 4, 5].map((style) => ({ type: 2, style, label: `<b>${style}</b>` }));
    const others = [
      { type: 17, accent_color: 0x6366f1, components: [{ type: 10, content: markup }] },
      { type: 1, components: styles },
      { type: 12, items: [{ media: { url: 'https://evil.example/a.png' } }] },
    ];
    const render: Preview['render'] = (reply) => {
      const { components } = fakeDiscord.render(reply);
      return { components: [...(components as object[]), ...others] };
    };
    const previews = [{ ...fakeDiscord, render }];
    const { page, origins, complaints, url } = await open('/?q=x&view=discord', { core, previews });
    const message = drawn(page);
    await message.getByRole('link', { name: 'Also' }).waitFor();
    expect(await message.locator('.text').first().innerText()).toContain(`${HOSTILE} and code in it.`);
    expect(await message.getByRole('heading').innerText()).toBe(HOSTILE);
    const raw = await message.locator('.text').last().innerText();
    expect(raw).toContain('<img src=x> @everyone @user @role [j](javascript:alert) hidden');
    expect(await message.locator('.mention').allTextContents()).toEqual(['@user', '@role']);
    expect(await message.getByRole('button', { name: '<b>5</b>' }).isDisabled()).toBe(true);
    expect(await message.getByText('[component of type 12]').isVisible()).toBe(true);
    const edge = "getComputedStyle(document.querySelectorAll('.container')[1]).borderInlineStartColor";
    expect(await page.evaluate(edge)).toBe('rgb(99, 102, 241)');
    expect(await message.locator('img:not([alt=""]), script, iframe, [href^="javascript"]').count()).toBe(0);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      expect((await textsOf(page)).filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
    }
    expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect([...origins]).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  it.each([
    ['nothing', []],
    ['what is no component', [null, 'a', { type: 17, components: 7 }]],
  ])('shows a message of %s, and its JSON', async (_what, components) => {
    const { page } = await open('/?q=x&view=discord', { previews: [discordWith(...components)] });
    await page.locator('.discord-message').waitFor({ state: 'attached' });
    await named(page, 'Show JSON').click();
    expect(JSON.parse(await json(page).innerText())).toEqual({ flags: 32_768, components });
  });
});
