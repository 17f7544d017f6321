import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/core/question.ts';
import type { Reply, ResultsReply } from '../../../src/core/reply.ts';
import type { Refusal, Suggestions } from '../../../src/platforms/web/wire.ts';
import { chromiumPath } from '../../fakes/browser.ts';
import { versionedCore } from '../versioned.ts';
import { ChatPage } from './chat-page.ts';
import type { FakeCore } from './fake-core.ts';
import { ask } from './on-page.ts';
import { served } from './serve.ts';

async function serve() {
  const asked: Question[] = [];
  const previews = [{ name: 'slack', title: 'Slack', render: (reply: Reply) => ({ ...reply }) }];
  const { url } = await served({ core: versionedCore(asked), previews });
  const post = async (body: object, headers: Record<string, string> = {}, path = 'ask') =>
    fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { url, asked, post };
}

describe('POST /api/ask', () => {
  it('asks the version of the body, as the docs call it, unless the question names one', async () => {
    const { post, asked } = await serve();
    const reply = (await (await post({ query: 'quota', version: ' 2 ' })).json()) as ResultsReply;
    expect(reply.answers[0]).toMatchObject({ version: 'v2', file: 'v2/quota-1.mdx' });
    await post({ query: 'v1: quota', version: 'v2' });
    await post({ query: 'quota', version: 'latest' });
    expect(asked.map(({ version }) => version)).toEqual(['v2', 'v1', '']);
  });

  it('says which versions there are where there is none so called', async () => {
    const { post } = await serve();
    const response = await post({ query: 'quota', version: 'v9' });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      kind: 'failure',
      reason: 'no-version',
      version: 'v9',
      versions: ['v3', 'v2', 'v1'],
    });
  });

  it.each([
    ['version', 2, 'must be a string: a version of the docs'],
    ['version', null, 'must be a string: a version of the docs'],
    ['locale', 7, 'must be the tag of a language, such as "de" or "pt-BR"'],
    ['locale', 'de; rm', 'must be the tag of a language, such as "de" or "pt-BR"'],
  ])('refuses %s: %j', async (field, value, message) => {
    const { post } = await serve();
    const response = await post({ query: 'quota', [field]: value });
    expect(response.status).toBe(400);
    expect((await response.json()) as Refusal).toEqual({ error: { field, message } });
  });

  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
    ['nl,de;q=0.8', 'de'],
    ['nl', 'nl'],
    ['en;q=0.1,de;q=0.5', 'de'],
    ['*', ''],
  ])('prefers what the browser asks for: %s is %j', async (accepted, locale) => {
    const { post, asked } = await serve();
    await post({ query: 'quota' }, { 'Accept-Language': accepted });
    expect(asked[0]?.locale).toBe(locale);
  });

  it('prefers the language of the body to that of the browser', async () => {
    const { post, asked } = await serve();
    const response = await post({ query: 'quota', locale: 'de' }, { 'Accept-Language': 'en' });
    expect(asked[0]?.locale).toBe('de');
    expect(((await response.json()) as ResultsReply).answers[0]?.url).toContain('/de/');
  });
});

describe('GET /api/suggest', () => {
  it.each(['q=quota+1&version=v2', 'q=v2:+quota+1', 'q=quota+1&version=2'])(
    'completes with sections of a version: %s',
    async (query) => {
      const { url } = await serve();
      const body = (await (await fetch(`${url}/api/suggest?${query}`)).json()) as Suggestions;
      expect(body.suggestions.map(({ id }) => id)).toEqual(['v2/quota-1-0']);
    },
  );

  it('takes one version', async () => {
    const { url } = await serve();
    expect((await fetch(`${url}/api/suggest?q=a&version=a&version=b`)).status).toBe(400);
  });
});

describe('a preview', () => {
  it('tells a version only where it is not the default, as the chats do', async () => {
    const { post, asked } = await serve();
    const drawn = async (version: string) =>
      JSON.stringify(await (await post({ query: 'quota', version }, {}, 'previews/slack')).json());
    expect(await drawn('v2')).toContain('"version":"v2"');
    expect(await drawn('v3')).not.toContain('"version":"v3"');
    expect(asked.map(({ platform }) => platform)).toEqual(['preview', 'preview']);
  });
});

const select = (page: Page) => page.getByRole('combobox', { name: 'Version of the docs' });

describe.runIf(chromiumPath !== undefined)('the chat page', () => {
  const chat = new ChatPage();
  chat.use();

  async function open(path = '/') {
    const asked: Question[] = [];
    const core: FakeCore = {
      ...versionedCore(asked),
      asked: [],
      reply: () => ({ kind: 'help', collections: [] }),
    };
    return { ...(await chat.open(path, { core })), questions: asked };
  }

  it('lets people choose a version, and keeps it in the address', async () => {
    const { page, questions, complaints } = await open();
    await select(page).selectOption('v2');
    expect(await select(page).getByRole('option').allTextContents()).toEqual(['v3', 'v2', 'v1']);
    await ask(page, 'quota');
    await page.locator('.answer .version', { hasText: 'v2' }).waitFor();
    expect(new URL(page.url()).search).toBe('?q=quota&version=v2');
    await page.getByRole('button', { name: 'More results' }).click();
    await page.getByRole('link', { name: 'Quota 7' }).waitFor();
    expect(questions.map(({ version }) => version)).toEqual(['v2', 'v2']);
    expect(complaints).toEqual([]);
  });

  it('asks the version of its address, and suggests sections of it', async () => {
    const { page, questions } = await open('/?q=quota&version=v1');
    await page.locator('.answer .version', { hasText: 'v1' }).waitFor();
    expect(await select(page).inputValue()).toBe('v1');
    await page.getByRole('combobox', { name: 'Your question' }).fill('quota 2');
    await page.getByRole('option', { name: 'Quota 2' }).click();
    await page.getByRole('region', { name: 'Quota 2', exact: true }).getByText('in v1.').waitFor();
    expect(questions[0]?.version).toBe('v1');
  });

  it('does not tell the default version', async () => {
    const { page } = await open();
    // By then it is known which version is the default.
    await select(page).waitFor();
    await ask(page, 'quota');
    await page.getByText('The quota is 1 in v3.').waitFor();
    expect(await page.locator('.trail .version').count()).toBe(0);
  });

  it('tells a version that there is not, with those that there are', async () => {
    const { page } = await open('/?q=quota&version=v9');
    await page.getByText('The docs have no version v9. They have v3, v2, v1.').waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  it('offers no choice where there is none', async () => {
    const { page } = await chat.open('/');
    await page.getByRole('heading', { name: 'Ask the docs' }).waitFor();
    expect(await select(page).count()).toBe(0);
  });
});
