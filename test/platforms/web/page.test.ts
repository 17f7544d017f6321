import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { announced } from '../changelog-texts.ts';
import { chromiumPath } from '../../fakes/browser.ts';
import { ChatPage } from './chat-page.ts';
import type { OpenOptions, Opened } from './chat-page.ts';
import { EXAMPLE, SITE, answer, createFakeCore, results, twelveAnswers } from './fake-core.ts';
import type { FakeCore } from './fake-core.ts';
import { hears, named, textsOf } from './on-page.ts';

const RICH = [
  'A **bold** domain, `code`, [a link](https://docs.example.com/a) and ![a map](https://x.example/a.png).',
  '',
  '> A quoted domain.',
  '',
  '1. One',
  '   - nested',
  '2. - [x] done',
  '',
  '| Name | A column with a name that is long | Meaning |',
  '|---|---:|---|',
  '| `op` | 1 | an_identifier_that_is_very_long_and_has_no_place_to_break_a_line_at_all_1234567890 |',
  '',
  '```ts title="client.ts"',
  "const answer = await client.domains.verify({ domain: 'example.com', retry: true, timeout: 1000 });",
  '```',
].join('\n');

const HOSTILE = [
  '<img src=x onerror="window.hacked=1"> <script>window.hacked=2</script>',
  '',
  '[one](javascript:window.hacked=3) [two](data:text/html,x) [three](vbscript:x) [four](/relative)',
  '',
  '<iframe src="https://evil.example"></iframe>',
].join('\n');

const chat = new ChatPage();

function open(path = '/', options: Omit<OpenOptions, 'core'> = {}, core = createFakeCore()): Promise<Opened> {
  return chat.open(path, { ...options, core });
}

const field = (page: Page) => page.getByRole('combobox', { name: 'Your question' });
const log = (page: Page) => page.getByRole('log', { name: 'Conversation' });

async function ask(page: Page, question: string): Promise<void> {
  await field(page).fill(question);
  await field(page).press('Enter');
  await page.getByRole('heading', { name: question, level: 2 }).last().waitFor();
}

/** A core that replies with one answer of the given Markdown to whatever is asked. */
function coreWith(markdown: string, fields: Parameters<typeof results>[1] = {}): FakeCore {
  const core = createFakeCore();
  const answers = [
    answer({ markdown, truncated: true }),
    answer({ id: 'b', title: 'Also', markdown: 'A long line of prose. '.repeat(9) }),
  ];
  core.reply = (question) => results(question.text, { answers, ...fields });
  return core;
}

describe.runIf(chromiumPath !== undefined)('the chat page', () => {
  chat.use();

  describe('a reply', () => {
    it('shows the section as it is written, with its link, its trail and further sections', async () => {
      const { page } = await open('/', {}, coreWith(RICH));
      await ask(page, 'verify a domain');
      const link = page.getByRole('link', { name: 'Verify a domain' });
      expect(await link.getAttribute('href')).toBe(`${SITE}/domains#verify`);
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await link.getAttribute('rel')).toContain('noopener');
      expect(await page.getByText('Domains › Set-up').first().isVisible()).toBe(true);
      expect(await page.locator('.answer mark').allTextContents()).toEqual(['domain']);
      expect(await page.locator('.answer blockquote').textContent()).toContain('A quoted domain.');
      expect(await page.locator('.answer ol > li > ul > li').allTextContents()).toEqual(['nested', '☑ done']);
      expect(await page.getByRole('columnheader', { name: 'Meaning' }).isVisible()).toBe(true);
      expect(await page.locator('.code-label').textContent()).toBe('client.ts');
      expect(await page.locator('.answer img').count()).toBe(0);
      expect(await page.getByText('a map').isVisible()).toBe(true);
      expect(await page.getByRole('link', { name: 'Read the whole section' }).isVisible()).toBe(true);
      expect(await page.getByRole('link', { name: 'Also', exact: true }).isVisible()).toBe(true);
    });

    it('opens the excerpt of a further section on demand', async () => {
      const { page } = await open('/?q=x');
      const item = page
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: 'Result 2', exact: true }) });
      await item.locator('summary').click();
      expect(await item.locator('strong').textContent()).toBe('TXT record');
    });

    it('says why, on demand', async () => {
      const { page } = await open('/?q=verify');
      const score = page.getByRole('cell', { name: '12.50' }).first();
      await page.getByText('Why this result').waitFor();
      expect(await score.isVisible()).toBe(false);
      await page.getByText('Why this result').click();
      expect(await score.isVisible()).toBe(true);
      const why = await page.locator('.why').innerText();
      for (const fact of ['answered', '87 %', '1.3 ms', 'verify, domain', 'docs: domains/verify.mdx'])
        expect(why).toContain(fact);
    });

    it('brings more results until there are none, and moves the focus to the first new one', async () => {
      const { page, core } = await open('/?q=x');
      const titles = () => page.locator('.further li > a').allTextContents();
      await named(page, 'More results').click();
      await page.getByRole('link', { name: 'Result 8', exact: true }).waitFor();
      expect(await titles()).toEqual([2, 3, 4, 5, 6, 7, 8].map((number) => `Result ${number}`));
      await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('Result 4');
      await named(page, 'More results').press('Enter');
      await page.getByRole('link', { name: 'Result 12', exact: true }).waitFor();
      expect(await named(page, 'More results').count()).toBe(0);
      expect(core.asked.map(({ page }) => page?.offset)).toEqual([undefined, 3, 8]);
    });

    it('asks what was meant', async () => {
      const { page, core } = await open('/', {}, coreWith('Text.', { didYouMean: 'verify a domain' }));
      await ask(page, 'verfy a domian');
      await named(page, 'verify a domain').click();
      await page.getByRole('heading', { name: 'verify a domain', exact: true, level: 2 }).waitFor();
      await expect.poll(() => core.asked.at(-1)?.question.text).toBe('verify a domain');
    });

    it('says that it is not sure', async () => {
      const { page } = await open('/?q=x', {}, coreWith('Text.', { outcome: 'unsure' }));
      await page.getByText('I am not sure that this answers it').waitFor();
      expect(await page.getByRole('region', { name: 'Verify a domain' }).isVisible()).toBe(true);
    });

    it('says that there is nothing, and quotes nothing as the answer', async () => {
      const { page } = await open('/?q=pizza', {}, coreWith('Text.', { outcome: 'nothing' }));
      await page.getByText('I found nothing in the docs').waitFor();
      expect(await page.locator('.answer').count()).toBe(0);
      const closest = page.getByRole('region', { name: 'The closest sections' });
      expect(await closest.getByRole('link').allTextContents()).toEqual(['Verify a domain', 'Also']);
    });

    it('copies code', async () => {
      const { page } = await open('/?q=x', {}, coreWith(RICH));
      await hears(page, 'Copied', () => named(page, 'Copy client.ts').click());
      expect(await page.evaluate('navigator.clipboard.readText()')).toContain('client.domains.verify');
    });

    it('shows hostile docs and questions as text', async () => {
      const core = coreWith(HOSTILE);
      core.reply = (question) =>
        results(question.text, {
          didYouMean: HOSTILE,
          answers: [answer({ markdown: HOSTILE, title: HOSTILE, url: 'javascript:window.hacked=4' })],
        });
      const { page } = await open('/', {}, core);
      await ask(page, '<img src=x onerror="window.hacked=5">');
      const region = page.locator('.answer .markdown');
      expect(await region.innerText()).toContain('<img src=x onerror="window.hacked=1">');
      expect(await region.innerText()).toContain('one two three four');
      expect(await page.locator('article').last().locator('img, script, iframe, a').count()).toBe(0);
      expect(await page.evaluate('window.hacked')).toBeUndefined();
    });
  });

  describe('asking', () => {
    it('goes by keyboard alone', async () => {
      const { page } = await open();
      await page.getByRole('button', { name: EXAMPLE }).waitFor();
      await page.keyboard.type('first one');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'first one' }).waitFor();
      await page.keyboard.type('/docs second one');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'second one' }).waitFor();
      await page.keyboard.press('ArrowUp');
      expect(await field(page).inputValue()).toBe('/docs second one');
      await page.keyboard.press('ArrowUp');
      expect(await field(page).inputValue()).toBe('first one');
      await page.keyboard.press('ArrowDown');
      expect(await field(page).inputValue()).toBe('/docs second one');
      await page.keyboard.press('Escape');
      expect(await field(page).inputValue()).toBe('');
      await page.getByRole('link', { name: 'Result 1', exact: true }).last().focus();
      await page.keyboard.press('/');
      expect(await field(page).evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
        'Your question',
      );
      expect(await field(page).inputValue()).toBe('');
    });

    it('suggests sections, and shows the one that is picked', async () => {
      const { page, core, url } = await open();
      await field(page).pressSequentially('dom');
      await page.getByRole('option', { name: 'Domain claims' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const option = page.getByRole('option', { name: 'Domain keys' });
      expect(await option.getAttribute('aria-selected')).toBe('true');
      expect(await field(page).getAttribute('aria-activedescendant')).toBe(await option.getAttribute('id'));
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Section domain-keys' }).waitFor();
      expect(page.url()).toBe(`${url}/?section=domain-keys`);
      expect(await page.getByRole('option').count()).toBe(0);
      expect(core.asked).toEqual([]);
    });

    it('keeps the text when suggestions are waved away', async () => {
      const { page, core } = await open();
      await field(page).pressSequentially('dom');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Escape');
      expect(await page.getByRole('option').count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'dom' }).waitFor();
      await expect.poll(() => core.asked.map(({ question }) => question.text)).toEqual(['dom']);
    });

    it('shows how to ask, at first and for nothing, with questions to try', async () => {
      const { page, core } = await open();
      await page.getByRole('button', { name: EXAMPLE }).click();
      await page.getByRole('heading', { name: EXAMPLE }).waitFor();
      await expect.poll(() => core.asked[0]?.question.text).toBe(EXAMPLE);
      await field(page).press('Enter');
      await page.getByRole('button', { name: EXAMPLE }).nth(1).waitFor();
      await ask(page, '/docs help');
      await page.getByRole('button', { name: EXAMPLE }).nth(2).waitFor();
      expect(core.asked).toHaveLength(1);
    });

    it('keeps the question in the address', async () => {
      const { page, url } = await open();
      await ask(page, 'a & b?');
      expect(page.url()).toBe(`${url}/?q=a+%26+b%3F`);
      expect(await page.title()).toBe('a & b? · Example');
      await page.reload();
      await page.getByRole('heading', { name: 'a & b?' }).waitFor();
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
    });

    it('takes a question of 60 kB, and says when one is too long', async () => {
      const { page, core } = await open();
      await field(page).fill('lorem ipsum '.repeat(5_000));
      await field(page).press('Enter');
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      expect(core.asked[0]?.question.text).toHaveLength(59_999);
      await field(page).fill('x'.repeat(120_000));
      await field(page).press('Enter');
      await page.getByText('ask a shorter question').waitFor();
    });
  });

  describe('trouble', () => {
    it('lets one try again while the docs are being read', async () => {
      const core = createFakeCore();
      const { reply } = core;
      core.reply = () => ({ kind: 'failure', reason: 'not-ready' });
      const { page } = await open('/?q=x', {}, core);
      await page.getByText('The docs are still being read').waitFor();
      core.reply = reply;
      await named(page, 'Try again').click();
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      expect(await page.getByText('The docs are still being read').count()).toBe(0);
    });

    it('shows that it waits, and says when the server cannot be reached', async () => {
      const { page } = await open();
      await page.getByRole('button', { name: EXAMPLE }).waitFor();
      const pending: Route[] = [];
      await page.route('**/api/ask', (route) => void pending.push(route));
      await ask(page, 'x');
      await page.getByText('Searching the docs').waitFor();
      await expect.poll(() => pending.length).toBe(1);
      await pending[0]?.abort();
      await page.getByText('The server cannot be reached').waitFor();
      await page.unroute('**/api/ask');
      await named(page, 'Try again').click();
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
    });

    it('says when a section is gone', async () => {
      const { page } = await open('/?section=gone');
      await page.getByText('in the docs no more').waitFor();
      expect(await named(page, 'Try again').count()).toBe(0);
    });
  });

  describe('for everybody', () => {
    it('never scrolls sideways on a phone', async () => {
      const { page } = await open('/', { width: 320, height: 640 }, coreWith(RICH));
      await ask(page, `${'verylongword'.repeat(20)} domain`);
      await page.getByText('Why this result').click();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
      const box = await field(page).boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(640);
    });

    it.each(['light', 'dark'] as const)('is readable in the %s', async (colorScheme) => {
      const core = coreWith(RICH, { outcome: 'unsure', didYouMean: 'verify', news: [announced()] });
      const { page } = await open('/', { colorScheme, width: 1000, height: 700 }, core);
      await page.getByRole('button', { name: EXAMPLE }).waitFor();
      await ask(page, 'a domain');
      await page.getByText('Why this result').click();
      core.reply = () => ({ kind: 'failure', reason: 'failed' });
      await ask(page, 'trouble');
      await page.getByText('Something went wrong while searching').waitFor();
      await field(page).pressSequentially('dom');
      await page.getByRole('option').first().waitFor();
      const texts = await textsOf(page);
      expect(texts.length).toBeGreaterThan(50);
      expect(texts.filter(({ ratio }) => !(ratio >= 4.5))).toEqual([]);
    });

    it('names every control, and has landmarks', async () => {
      const { page } = await open('/', {}, coreWith(RICH, { didYouMean: 'verify' }));
      await page.getByRole('button', { name: EXAMPLE }).waitFor();
      await ask(page, 'a domain');
      await page.getByRole('link', { name: 'Verify a domain' }).waitFor();
      await field(page).pressSequentially('dom');
      await page.getByRole('option').first().waitFor();
      const lines = (await page.locator('body').ariaSnapshot()).split('\n').map((line) => line.trim());
      const controls = lines.filter((line) =>
        /^- (button|link|combobox|listbox|option|region|heading)\b/u.test(line),
      );
      expect(controls.length).toBeGreaterThan(15);
      expect(controls.filter((line) => !/^- \w+ ["/]/u.test(line))).toEqual([]);
      for (const landmark of ['banner', 'main', 'search'] as const)
        expect(await page.getByRole(landmark).count()).toBe(1);
      expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual(['Example']);
      expect(await log(page).getAttribute('aria-live')).toBe('polite');
    });

    it('shows where the focus is', async () => {
      const { page } = await open('/?q=x', {}, coreWith(RICH));
      await named(page, 'Copy client.ts').waitFor();
      const seen = new Set<string>();
      const focused = 'document.activeElement';
      for (;;) {
        await page.keyboard.press('Shift+Tab');
        const name = await page.evaluate<string>(`${focused}.tagName + ${focused}.textContent`);
        if (name.startsWith('BODY')) break;
        const shown = await page.evaluate(
          `${focused}.matches(':focus-visible') && getComputedStyle(${focused}).outline`,
        );
        expect(`${name}: ${String(shown)}`).toContain('solid 2px');
        seen.add(name);
      }
      expect(seen.size).toBeGreaterThan(8);
    });

    it('asks no other server and breaks no rule of its own', async () => {
      const core = createFakeCore();
      core.reply = (question) => results(question.text, { answers: twelveAnswers() });
      const { page, url, origins, complaints } = await open('/?q=x', {}, core);
      await page.getByRole('link', { name: 'Result 1', exact: true }).waitFor();
      expect([...origins]).toEqual([url]);
      expect(complaints).toEqual([]);
    });
  });
});
