import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chromiumPath } from '../../fakes/browser.ts';
import { announced } from '../changelog-texts.ts';
import { ChatPage } from './chat-page.ts';
import { answer, createFakeCore, results } from './fake-core.ts';
import { ask, drawn, view } from './on-page.ts';

const chat = new ChatPage();

/** The names of what the last reply consists of. */
async function regionsOf(page: Page): Promise<(string | null)[]> {
  const regions = await page.locator('article').last().locator('section[aria-label]').all();
  return Promise.all(regions.map((region) => region.getAttribute('aria-label')));
}

describe.runIf(chromiumPath !== undefined)('the chat page', () => {
  chat.use();

  it('lists entries of changelogs with their facts, and opens their notes', async () => {
    const core = createFakeCore();
    const entries = [
      announced({ version: '2.0.0', breaking: true }, 'Lists have **pages** now.'),
      announced({ title: 'Undated', url: '', at: undefined }, ''),
    ];
    core.reply = ({ text }) => ({ kind: 'entries', occasion: 'found', query: text, entries });
    const { page } = await chat.open('/', { core });
    await ask(page, 'what changed lately');
    const list = page.getByRole('region', { name: 'Entries about “what changed lately”' });
    await list.waitFor();
    expect(await list.getByRole('listitem').locator('.trail').allTextContents()).toEqual([
      'Releases · 2.0.0 · breaking change · 2025-05-30',
      'Releases',
    ]);
    expect(await list.getByRole('link').allTextContents()).toEqual(['Pagination']);
    expect(await list.locator('time').getAttribute('datetime')).toBe('2025-05-30T22:15:00.000Z');
    await list.locator('summary').click();
    expect(await list.locator('strong').textContent()).toBe('pages');
    core.reply = () => ({ kind: 'entries', occasion: 'latest', query: '', entries: [] });
    await ask(page, 'none');
    await page.getByText('There are no entries yet.').waitFor();
  });

  it('shows one entry of a changelog in full', async () => {
    const core = createFakeCore();
    const { excerpt, ...entry } = announced({ package: 'node', prerelease: true }, 'Adds **pages**.');
    const cut = { ...entry, excerpt: { ...excerpt, truncated: true } };
    core.reply = () => ({ kind: 'entry', entry: cut });
    const { page } = await chat.open('/?q=x', { core });
    const shown = page.getByRole('region', { name: 'Pagination' });
    expect(await shown.locator('.trail').textContent()).toBe('Releases · node · prerelease · 2025-05-30');
    expect(await shown.locator('strong').textContent()).toBe('pages');
    expect(await shown.getByRole('link', { name: 'Read the whole entry' }).getAttribute('href')).toBe(
      entry.url,
    );
  });

  it('mentions what was announced about the same: beneath the answer, and where there is none', async () => {
    const news = [announced({ title: 'New domains' })];
    const core = createFakeCore();
    const answers = [answer({}), answer({ id: 'b', title: 'Also' })];
    core.reply = ({ text }) => results(text, { answers, news });
    const { page } = await chat.open('/?q=x', { core });
    await page.getByRole('link', { name: 'New domains' }).waitFor();
    expect(await regionsOf(page)).toEqual(['Verify a domain', 'Announced recently', 'Also in the docs']);
    core.reply = ({ text }) => results(text, { answers, outcome: 'nothing', news });
    await ask(page, 'y');
    await page.getByText('I found nothing in the docs').waitFor();
    expect(await regionsOf(page)).toEqual(['The closest sections', 'Announced recently']);
  });

  it('shows entries as other platforms show them', async () => {
    const core = createFakeCore();
    core.reply = () => ({ kind: 'entries', occasion: 'latest', query: '', entries: [announced()] });
    const { page } = await chat.open('/?q=x', { core });
    await view(page, 'Slack').click();
    await drawn(page).getByRole('link', { name: 'Pagination' }).waitFor();
    await view(page, 'Discord').click();
    await drawn(page).getByRole('link', { name: 'Pagination' }).waitFor();
  });
});
