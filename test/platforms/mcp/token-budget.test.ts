import * as fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Page } from '../../../src/core/page.ts';
import { TOKENS, tokensOf } from '../../../src/platforms/mcp/token-budget.ts';
import { workosLibrary } from '../../core/workos-library.ts';
import { caller, walk } from './connect-server.ts';
import type { CallTool } from './connect-server.ts';
import { mcpOptions } from './mcp-options.ts';

let pages: readonly Page[] = [];
let call: CallTool;

beforeAll(async () => {
  ({ pages } = await workosLibrary());
  const options = mcpOptions({ pages });
  call = await caller({ ...options, collections: options.collections.slice(0, 1) });
});

test('tokens are three bytes each, rather too many than too few', () => {
  expect(tokensOf('')).toBe(0);
  expect(tokensOf('four')).toBe(2);
  expect(tokensOf('斑馬')).toBe(2);
  expect(tokensOf('🦓')).toBe(2);
});

test('every page of real docs is read whole, and no reply is longer than it may be', async () => {
  for (const page of pages) {
    const all = await walk(call, 'docs', { path: page.url });
    expect(Math.max(...all.map(({ tokens }) => tokens))).toBeLessThanOrEqual(TOKENS.byDefault);
    const text = letters(all.map(({ data }) => String(data['text'])).join('\n'));
    for (const { markdown } of page.sections)
      for (const line of markdown.split('\n').map(letters)) expect(text.includes(line)).toBe(true);
  }
});

test('no part of any page is longer than any number of tokens that is asked for', async () => {
  const order = fc.record({
    page: fc.constantFrom(...pages),
    maxTokens: fc.integer({ min: 1, max: 40_000 }),
  });
  await fc.assert(
    fc.asyncProperty(order, async ({ page, maxTokens }) => {
      const most = Math.min(TOKENS.most, Math.max(TOKENS.least, maxTokens));
      for (const { tokens } of await walk(call, 'docs', { path: page.url, maxTokens }))
        expect(tokens).toBeLessThanOrEqual(most);
    }),
    { numRuns: 150, seed: 6 },
  );
});

test('no reply to a search of real docs is longer than it may be', async () => {
  const queries = ['webhook signature', 'directory sync users', 'saml', 'error', 'sso'];
  for (const query of queries)
    for (const maxTokens of [1_000, 1_500, 4_000, 10_000]) {
      const { tokens, isError } = await call('search', { query, maxResults: 50, maxTokens });
      expect(isError).toBe(false);
      expect(tokens).toBeLessThanOrEqual(maxTokens);
    }
});

function letters(text: string): string {
  return text.replaceAll(/\s/gu, '');
}
