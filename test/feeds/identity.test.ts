import { expect, test } from 'vitest';
import { identify } from '../../src/feeds/identity.ts';
import type { Traits } from '../../src/feeds/identity.ts';
import { entriesOfText, readText, rss } from './reading.ts';

const NOTHING: Traits = { guid: '', link: '', title: '', at: undefined };

function idOf(traits: Partial<Traits>): string | undefined {
  return identify([{ ...NOTHING, ...traits }])[0];
}

test('an item goes by its guid, then its link, then title and date', () => {
  const at = new Date('2024-05-30');
  expect(idOf({ guid: '1', link: 'a', title: 'a', at })).toBe(idOf({ guid: '1', link: 'b', title: 'b' }));
  expect(idOf({ link: 'a', title: 'a', at })).toBe(idOf({ link: 'a', title: 'b' }));
  expect(idOf({ title: 'a', at })).toBe(idOf({ title: 'a', at: new Date(at) }));
  const different = [
    idOf({ guid: 'a' }),
    idOf({ link: 'a' }),
    idOf({ title: 'a' }),
    idOf({ title: 'a', at }),
    idOf({ title: 'b', at }),
    idOf({ guid: 'b' }),
  ];
  expect(new Set(different).size).toBe(different.length);
  for (const id of different) expect(id).toMatch(/^[0-9a-f]{32}$/u);
});

test('items that share a guid go by guid and link, and others are not touched by that', () => {
  const items = [
    { ...NOTHING, guid: 'same', link: 'a' },
    { ...NOTHING, guid: 'same', link: 'b' },
    { ...NOTHING, guid: 'own', link: 'c' },
  ];
  const [a, b, own] = identify(items);
  expect(a).not.toBe(b);
  expect(identify(items.toReversed())).toEqual([own, b, a]);
  expect(own).toBe(idOf({ guid: 'own' }));
});

test('ids do not change from one version of Signpost to the next, or all would be announced again', () => {
  expect(idOf({ guid: '1' })).toBe('3f8211a4134cd27ec327b9ddc69f9987');
  expect(idOf({ link: 'https://acme.example/' })).toBe('bc874851a224902157ff52de8f5430c4');
  expect(idOf({ title: 'a', at: new Date('2024-05-30') })).toBe('c9f1136ba344f62521d6368b193efc2f');
});

test('an edited title or date leaves an entry what it is, and so does another feed that has it', async () => {
  const [before] = await entriesOfText(rss('<title>a</title><guid>1</guid>'), 'feed');
  const [after] = await entriesOfText(
    rss('<title>b</title><guid>1</guid><pubDate>Thu, 30 May 2024 12:00:00 GMT</pubDate>'),
    'feed',
    { name: 'other' },
  );
  expect(after?.id).toBe(before?.id);
});

test('the same item twice counts once, and the first is kept', async () => {
  const text = rss('<title>a</title><guid>1</guid>', '<title>b</title><guid>1</guid>', '<title>c</title>');
  expect((await entriesOfText(text, 'feed')).map(({ title }) => title)).toEqual(['a', 'c']);
});

test('items that say of themselves nothing but a text are not one', async () => {
  const text = rss(
    '<description>a</description>',
    '<description>b</description>',
    '<description>b</description>',
  );
  expect((await entriesOfText(text, 'feed')).map(({ title }) => title)).toEqual(['a', 'b']);
});

test('an item without a title is called by its text, or by its link', async () => {
  const text = rss(
    '<description>&lt;p&gt;First line&lt;br&gt;second&lt;/p&gt;</description>',
    '<link>https://acme.example/a</link>',
  );
  const entries = await entriesOfText(text, 'feed');
  expect(entries.map(({ title }) => title)).toEqual(['First line', 'https://acme.example/a']);
});

test('an item that says nothing is a problem', async () => {
  const { entries, problems } = await readText(rss('<guid>1</guid>', '<title>a</title>'), 'feed');
  expect(entries).toHaveLength(1);
  expect(problems).toEqual(['item 1 is left out: it has no title, no text and no link']);
});

test('at most 500 items are kept of one reading', async () => {
  const items = Array.from({ length: 502 }, (_, index) => `<title>${index}</title>`);
  const { entries, problems } = await readText(rss(...items), 'feed');
  expect(entries).toHaveLength(500);
  expect(problems).toEqual(['what comes after the first 500 items is left out']);
});
