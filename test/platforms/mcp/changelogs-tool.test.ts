import { describe, expect, test } from 'vitest';
import { entry } from '../../core/entries.ts';
import { caller, walk } from './connect-server.ts';
import type { Called } from './connect-server.ts';
import { ENTRIES, mcpOptions } from './mcp-options.ts';

const call = caller(mcpOptions());

function titles({ data }: Called): string[] {
  return (data['entries'] as { title: string }[]).map(({ title }) => title);
}

test('without arguments it gives the latest of all, newest first', async () => {
  const called = await (await call)('changelogs');
  expect(titles(called)).toEqual(['v2.0.0', 'v1.10.0', 'v1.9.0', 'Queues can be paused', 'Dark mode']);
  expect(called.data).toMatchObject({
    total: 5,
    entries: [
      {
        date: '2026-05-01',
        version: '2.0.0',
        package: '@kiln/node',
        breaking: true,
        notes: '- Drops Node.js 18',
      },
      {},
      {},
      {},
      {},
    ],
  });
  expect(called.text).toContain('2026-05-01 · @kiln/node 2.0.0 · breaking change');
  expect(called.links[0]).toBe('https://acme.example/changelog/v2.0.0');
});

describe('a package', () => {
  test.each(['@kiln/node', '@KILN/Node', 'node', 'other/node', 'Node SDK'])(
    'is meant by %s',
    async (name) => {
      const called = await (await call)('changelogs', { package: name });
      expect(titles(called)).toEqual(['v2.0.0', 'v1.10.0', 'v1.9.0']);
    },
  );

  test('that is a feed is meant by its name and its title', async () => {
    for (const name of ['news', 'Example News'])
      expect(titles(await (await call)('changelogs', { package: name }))).toHaveLength(2);
  });

  test('that is unknown gets those that there are', async () => {
    const { isError, text } = await (await call)('changelogs', { package: '@kiln/ruby' });
    expect(isError).toBe(true);
    expect(text).toContain('- @kiln/node');
    expect(text).toContain('- news: Example news');
  });
});

describe('since', () => {
  test.each([
    ['2026-04-20', 2],
    ['2026-04', 3],
    ['2026', 5],
    ['2026-05-01T13:00:00Z', 0],
    ['1.9.0', 2],
    ['v1.9', 2],
    ['1.10.0', 1],
    ['2.0.0-rc.1', 1],
    ['2.0.0', 0],
  ])('%s leaves %i', async (since, count) => {
    const called = await (await call)('changelogs', { since });
    expect(titles(called)).toHaveLength(count);
    expect(called.text.includes('Nothing is newer')).toBe(count === 0);
  });

  test.each(['yesterday', '2026-13', '1.x'])('%s is explained', async (since) => {
    const { isError, text } = await (await call)('changelogs', { since });
    expect(isError).toBe(true);
    expect(text).toContain('`since` must be a date (2025-05-30) or a version (4.1.0)');
  });
});

describe('a cursor', () => {
  test('walks all entries, none twice', async () => {
    const all = await walk(await call, 'changelogs', { limit: 2 });
    expect(all.map((called) => titles(called).length)).toEqual([2, 2, 1]);
    expect(new Set(all.flatMap(titles)).size).toBe(5);
  });

  test('goes on where it was when something new has come in', async () => {
    const before = await (await call)('changelogs', { limit: 2 });
    const news = await caller(mcpOptions({ entries: [...ENTRIES, entry('New', '2026-06-01')] }));
    const after = await news('changelogs', { limit: 2, cursor: before.data['nextCursor'] });
    expect(titles(after)).toEqual(['v1.9.0', 'Queues can be paused']);
  });

  test('of another changelog is refused', async () => {
    const { data } = await (await call)('changelogs', { limit: 2 });
    const { isError } = await (await call)('changelogs', { package: 'node', cursor: data['nextCursor'] });
    expect(isError).toBe(true);
  });

  test('reads notes that are too long for one reply to their end', async () => {
    const notes = Array.from({ length: 300 }, (_, number) => `Change ${number} of many.`);
    const entries = [
      entry('Big', '2026-05-01', { markdown: notes.join('\n\n') }),
      entry('Old', '2026-01-01'),
    ];
    const long = await caller(mcpOptions({ entries }));
    const all = await walk(long, 'changelogs', { maxTokens: 1_000 });
    expect(Math.max(...all.map(({ tokens }) => tokens))).toBeLessThanOrEqual(1_000);
    expect(
      all
        .map(({ text }) => text)
        .join('')
        .match(/Change \d+ of many\./gu),
    ).toEqual(notes);
    expect(all.flatMap(titles).at(-1)).toBe('Old');
    const { data } = await long('changelogs', { maxTokens: 1_000 });
    const rest = await long('changelogs', { cursor: data['nextCursor'] });
    const first = JSON.stringify(data['entries']).match(/Change \d+ of many\./gu) ?? [];
    const others = JSON.stringify(rest.data['entries']).match(/Change \d+ of many\./gu) ?? [];
    expect([...first, ...others]).toEqual(notes);
  });
});

test('says that there is no changelog, or that it is not read yet', async () => {
  const none = await (await caller(mcpOptions({ own: { feeds: [] } })))('changelogs');
  expect(none.text).toContain('no changelog');
  const later = await (await caller(mcpOptions({ own: { entries: () => undefined } })))('changelogs');
  expect(later.text).toContain('still being read');
  expect([none.isError, later.isError]).toEqual([true, true]);
});
