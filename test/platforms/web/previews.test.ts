import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Preview } from '../../../src/platforms/web/preview.ts';
import { chromiumPath } from '../../fakes/browser.ts';
import { ChatPage } from './chat-page.ts';
import { EXAMPLE, SITE, answer, createFakeCore, results } from './fake-core.ts';
import type { FakeCore } from './fake-core.ts';
import { LONG_CELL, LONG_CODE, fakeSlack } from './fake-preview.ts';
import { ask, controlsOf, drawn, hears, isWithin, json, named, textsOf, view } from './on-page.ts';

const LONG_WORD = 'averylongword'.repeat(30);
const HOSTILE = '<img src=x onerror="window.hacked=1"> <!channel> <@U1> *bold* _it_ ~s~ `c` &lt; :tada:';

const chat = new ChatPage();
const open = chat.open.bind(chat);

function coreWith(markdown: string): FakeCore {
  const core = createFakeCore();
  const answers = [answer({ markdown }), answer({ id: 'b', title: 'Also', markdown: 'Text.' })];
  core.reply = (question, page) => results(question.text, { answers }, page);
  return core;
}

/** A Slack whose messages are of these blocks. */
function slackWith(...blocks: object[]): Preview {
  return { ...fakeSlack, render: () => ({ text: 'A text', blocks }) };
}

describe.runIf(chromiumPath !== undefined)('the view of a platform', () => {
  chat.use();

  describe('is switched to', () => {
    it('for the whole conversation, and back, without losing what was there', async () => {
      const { page, core, url } = await open('/?q=first');
      await named(page, 'More results').click();
      await page.getByRole('link', { name: 'Result 8', exact: true }).waitFor();
      await ask(page, 'second');
      await expect
        .poll(() => core.asked.map(({ question }) => question.platform))
        .toEqual(['web', 'web', 'web']);
      await view(page, 'Slack').check();
      await drawn(page).nth(1).getByText('APP').waitFor();
      await drawn(page).nth(1).getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      expect(await named(page, 'More results').count()).toBe(0);
      expect(page.url()).toBe(`${url}/?q=second&view=slack`);
      await view(page, 'Plain').check();
      expect(await drawn(page).count()).toBe(0);
      expect(page.url()).toBe(`${url}/?q=second`);
      expect(await page.getByRole('link', { name: 'Result 8', exact: true }).isVisible()).toBe(true);
      await view(page, 'Slack').check();
      await drawn(page).nth(1).getByText('APP').waitFor();
      const previewed = () => core.asked.filter(({ question }) => question.platform === 'preview');
      await expect
        .poll(() =>
          previewed()
            .map(({ question }) => question.text)
            .sort(),
        )
        .toEqual(['first', 'second']);
    });

    it('by the address, which keeps it for what is asked next', async () => {
      const { page, url } = await open('/?view=slack');
      await drawn(page).getByText('Ask in your own words.').waitFor();
      expect(await page.getByRole('button', { name: EXAMPLE }).count()).toBe(0);
      await ask(page, 'a domain');
      expect(page.url()).toBe(`${url}/?q=a+domain&view=slack`);
      await drawn(page).getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      await page.reload();
      await drawn(page).getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      expect(await view(page, 'Slack').isChecked()).toBe(true);
    });

    it('by keyboard', async () => {
      const { page } = await open('/?q=x');
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      await view(page, 'Plain').focus();
      await page.keyboard.press('ArrowRight');
      await drawn(page).getByText('APP').waitFor();
      expect(await page.evaluate('getComputedStyle(document.activeElement).outline')).toContain('solid 2px');
      await page.keyboard.press('/');
      await page.keyboard.type('next');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'next', level: 2 }).waitFor();
    });

    it('only where there is one, and not by a name that nobody knows', async () => {
      const { page } = await open('/?q=x&view=teams', { previews: [] });
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      expect(await page.getByRole('radio').count()).toBe(0);
    });

    it('without loading what draws it before', async () => {
      const { page } = await open('/?q=x');
      const loaded = () =>
        page.evaluate<string[]>("performance.getEntriesByType('resource').map((entry) => entry.name)");
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      expect((await loaded()).filter((name) => /slack|previews/u.test(name))).toEqual([]);
      await view(page, 'Slack').check();
      await drawn(page).getByText('APP').waitFor();
      await drawn(page).getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      await expect
        .poll(async () => (await loaded()).filter((name) => /slack-message.*\.(?:js|css)/u.test(name)))
        .toHaveLength(2);
    });
  });

  describe('shows a message', () => {
    it('of a section that is picked, and of one that is gone', async () => {
      const { page } = await open('/?section=abc&view=slack');
      await drawn(page).getByRole('link', { name: 'Section abc' }).waitFor();
      await page.goto(page.url().replace('abc', 'gone'));
      await drawn(page).getByText('No reply: gone').waitFor();
      expect(await named(page, 'Try again').count()).toBe(0);
    });

    it('while the docs are being read, and lets one try again', async () => {
      const core = createFakeCore();
      const { reply } = core;
      core.reply = () => ({ kind: 'failure', reason: 'not-ready' });
      const { page } = await open('/?q=x&view=slack', { core });
      await drawn(page).getByText('No reply: not-ready').waitFor();
      core.reply = reply;
      await named(page, 'Try again').click();
      await drawn(page).getByRole('link', { name: 'Result 1', exact: true }).waitFor();
    });

    it('once the server can be reached again', async () => {
      const { page } = await open('/?q=x');
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      await page.route('**/api/previews/**', (route) => route.abort());
      await view(page, 'Slack').check();
      await page.getByText('The server cannot be reached').waitFor();
      await page.unroute('**/api/previews/**');
      await named(page, 'Try again').click();
      await drawn(page).getByRole('link', { name: 'Result 1', exact: true }).waitFor();
    });

    it('with hostile text as text, from nowhere else, and breaking no rule of its own', async () => {
      const core = createFakeCore();
      const answers = [answer({ markdown: HOSTILE, title: HOSTILE, url: 'javascript:window.hacked=2' })];
      core.reply = (question) => results(question.text, { answers });
      const image = { type: 'image', image_url: 'https://evil.example/a.png', alt_text: 'a map' };
      const hostile = { type: 'plain_text', text: '<img src=x> *b* <!here>' };
      const previews = [
        {
          ...fakeSlack,
          render: (reply: Parameters<Preview['render']>[0]) => {
            const { blocks } = fakeSlack.render(reply);
            const context = { type: 'context', elements: [image, hostile] };
            return { text: HOSTILE, blocks: [...(blocks as object[]), image, context] };
          },
        },
      ];
      const { page, origins, complaints, url } = await open('/?q=x&view=slack', { core, previews });
      const message = page.locator('.message-body');
      await message.getByText('<img src=x> *b* <!here>').waitFor();
      expect(await message.locator('p', { hasText: ' in it.' }).textContent()).toBe(
        `${HOSTILE} and code in it.`,
      );
      expect(await message.locator('p', { hasText: HOSTILE }).first().textContent()).toBe(HOSTILE);
      expect(await message.getByText('[a map]').count()).toBe(2);
      expect(await message.locator('img, script, iframe, [href^="javascript"]').count()).toBe(0);
      await named(page, 'Show JSON').click();
      expect(await page.evaluate('window.hacked')).toBeUndefined();
      expect([...origins]).toEqual([url]);
      expect(complaints).toEqual([]);
    });

    it('as JSON alone where it cannot be drawn', async () => {
      const broken = { type: 'context', elements: null };
      const { page } = await open('/?q=x&view=slack', { previews: [slackWith(broken)] });
      await page.getByText('This message cannot be drawn here').waitFor();
      expect(JSON.parse(await json(page).innerText())).toEqual({ text: 'A text', blocks: [broken] });
      await view(page, 'Plain').check();
      expect(await page.getByRole('link', { name: 'Result 1', exact: true }).isVisible()).toBe(true);
    });

    it('as JSON alone for a platform that nobody draws yet', async () => {
      const teams = { name: 'teams', title: 'Teams', render: () => ({ body: [1] }) };
      const { page } = await open('/?q=x&view=teams', { previews: [fakeSlack, teams] });
      await page.getByText('This message cannot be drawn here').waitFor();
      expect(JSON.parse(await json(page).innerText())).toEqual({ body: [1] });
    });

    it('of text where there are no blocks', async () => {
      const { page } = await open('/?q=x&view=slack', { previews: [slackWith()] });
      await drawn(page).getByText('A text', { exact: true }).waitFor();
    });
  });

  describe('shows a reply', () => {
    let page: Page;
    let url: string;
    beforeAll(async () => {
      ({ page, url } = await open('/?q=x&view=slack', { core: coreWith(LONG_WORD) }));
      await drawn(page).getByRole('button', { name: 'Share' }).waitFor();
    });

    it('with its text, links, lists, code and tables', async () => {
      const message = drawn(page);
      const link = message.getByRole('link', { name: 'Verify a domain' });
      expect(await link.getAttribute('href')).toBe(`${SITE}/domains#verify`);
      expect(await link.getAttribute('rel')).toContain('noopener');
      expect(await message.getByText('Domains › Set-up').isVisible()).toBe(true);
      const text = message.locator('p', { hasText: LONG_WORD });
      expect(await text.textContent()).toBe(`${LONG_WORD} and code in it.`);
      const items = ['One', 'Two', 'Nested', '1.First', '2.Second'];
      expect(await message.locator('li').allTextContents()).toEqual(items);
      expect(await message.locator('blockquote').textContent()).toBe('A quoted domain.');
      expect(await message.locator('code pre').textContent()).toBe(LONG_CODE);
      const cells = ['Name', '*Meaning* of <!here>', 'op', LONG_CELL, 'amount', '12.00'];
      expect(await message.getByRole('cell').allTextContents()).toEqual(cells);
      const more = message.getByRole('link', { name: 'more here' });
      expect(await more.getAttribute('href')).toBe('https://docs.example.com/more');
      const escaped = (await message.getByText('Not <').textContent())?.replaceAll('\u2060', '');
      expect(escaped).toContain('Not <!channel> &');
    });

    it('with buttons that say that they do nothing, and open nothing', async () => {
      const share = drawn(page).getByRole('button', { name: 'Share' });
      expect(await share.isDisabled()).toBe(true);
      expect(await share.getAttribute('title')).toBe('Works in Slack only');
      await share.click({ force: true });
      expect(page.context().pages()).toHaveLength(1);
      expect(page.url()).toBe(`${url}/?q=x&view=slack`);
      const ids = await page.evaluate<string[]>("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
      expect(ids.filter((id) => id === 'keys' || id.startsWith('signpost_'))).toEqual(['keys']);
    });

    it('with names on every control', async () => {
      const controls = await controlsOf(page);
      expect(controls.length).toBeGreaterThan(12);
      expect(controls.filter((line) => !/^- \w+ ["/]/u.test(line))).toEqual([]);
      expect(await page.getByRole('group', { name: 'Show replies as' }).count()).toBe(1);
      expect(await page.getByRole('region', { name: 'As Slack shows it' }).count()).toBe(1);
    });

    it('as the JSON that the server sends, with its size, and a link to the Block Kit Builder', async () => {
      const data = { query: 'x' };
      const sent = await page.request.post(`${url}/api/previews/slack`, { data });
      const message = (await sent.json()) as { blocks: object[] };
      await named(page, 'Show JSON').click();
      expect(await json(page).innerText()).toBe(JSON.stringify(message, undefined, 2));
      const { blocks } = message;
      const characters = JSON.stringify(blocks).length.toLocaleString('en');
      const size = `${blocks.length} of 50 blocks · ${characters} of 10,000 characters`;
      expect(await page.getByText(size).isVisible()).toBe(true);
      const link = page.getByRole('link', { name: 'Open in Block Kit Builder' });
      const href = new URL((await link.getAttribute('href')) ?? '');
      expect(href.origin + href.pathname).toBe('https://app.slack.com/block-kit-builder/');
      expect(JSON.parse(decodeURIComponent(href.hash.slice(1)))).toEqual({ blocks });
      await named(page, 'Hide JSON').press('Enter');
      expect(await json(page).isVisible()).toBe(false);
    });

    it('as JSON to copy, and says so', async () => {
      expect(await page.getByRole('status').count()).toBe(1);
      await hears(page, 'Copied', () => named(page, 'Copy JSON').click());
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await json(page).textContent());
      expect(await json(page).isVisible()).toBe(false);
    });

    it('as JSON to copy by keyboard where the page may not', async () => {
      await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
      await hears(page, 'Selected', () => named(page, 'Copy JSON').click());
      expect(await page.evaluate('getSelection().toString()')).toBe(await json(page).innerText());
    });

    it.each(['dark', 'light'] as const)('readable in the %s', async (colorScheme) => {
      await page.emulateMedia({ colorScheme });
      await page.locator(`[data-theme=${colorScheme}]`).waitFor();
      const texts = await textsOf(page);
      expect(texts.length).toBeGreaterThan(30);
      expect(texts.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
    });

    it.each([1280, 375, 320])('and never scrolls the page sideways at %d pixels', async (width) => {
      if (width === 375) ({ page } = await open('/?q=x&view=slack', { core: coreWith(LONG_WORD), width }));
      await page.setViewportSize({ width, height: 800 });
      await page.locator('.slack_blocks_to_jsx__table').waitFor();
      const table = "document.querySelector('.slack_blocks_to_jsx__table')";
      expect(await page.evaluate(`getComputedStyle(${table}).overflowX`)).toBe('auto');
      expect(await page.evaluate(`${table}.scrollWidth > ${table}.clientWidth`)).toBe(true);
      await expect.poll(() => isWithin(page, width)).toBe(true);
    });
  });

  describe('more', () => {
    it('shows the next results, in the view of a platform too, until there are none', async () => {
      const { page, core, url } = await open('/?q=verify');
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      await ask(page, 'more');
      await page.getByRole('link', { name: 'Result 8', exact: true }).waitFor();
      expect(page.url()).toBe(`${url}/?q=verify`);
      expect(core.asked.at(-1)).toMatchObject({
        question: { text: 'verify' },
        page: { offset: 3, limit: 5 },
      });
      await view(page, 'Slack').check();
      await drawn(page).nth(1).getByRole('link', { name: 'Result 4', exact: true }).waitFor();
      await view(page, 'Plain').check();
      await page.keyboard.press('/');
      await page.keyboard.type('/docs more\n');
      await page.getByRole('link', { name: 'Result 12', exact: true }).waitFor();
      await page.keyboard.type('More\n');
      await page.getByText('That is all there is.').waitFor();
    });

    it('is a question where nothing was asked before', async () => {
      const { page, core } = await open('/');
      await page.getByRole('button', { name: EXAMPLE }).waitFor();
      await ask(page, 'more');
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      expect(core.asked.map(({ question }) => question.text)).toEqual(['more']);
    });
  });
});
