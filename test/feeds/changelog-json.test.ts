import { join } from 'node:path';
import { expect, test } from 'vitest';
import { entriesOfText, feedIn, MAP, readOnce, readText } from './reading.ts';

test('keys are mapped, also by dotted paths', async () => {
  const text = JSON.stringify({
    data: {
      list: [
        {
          meta: { key: 7, at: 1_717_027_200 },
          name: 'Passkeys',
          body: 'See [docs](/docs).\n\n![A dialog](https://acme.example/a.png)',
          tag: 'v2.0.0-rc.1',
          pkg: '@acme/sdk',
          href: '/changes/7',
        },
      ],
    },
  });
  const map = {
    entries: 'data.list',
    id: 'meta.key',
    title: 'name',
    date: 'meta.at',
    notes: 'body',
    url: 'href',
    version: 'tag',
    package: 'pkg',
    image: '',
  };
  expect(await entriesOfText(text, 'json', { map })).toEqual([
    {
      feed: 'acme',
      id: expect.any(String),
      title: 'Passkeys',
      url: 'https://acme.example/changes/7',
      at: new Date('2024-05-30'),
      markdown: 'See [docs](https://acme.example/docs).\n\n![A dialog](https://acme.example/a.png)',
      version: '2.0.0-rc.1',
      prerelease: true,
      breaking: false,
      package: '@acme/sdk',
      image: 'https://acme.example/a.png',
    },
  ]);
});

test('several notes are a list, and one is a text', async () => {
  const [several, one, blocks] = await entriesOfText(
    JSON.stringify([
      { guid: 1, title: 'a', changes: ['b', '- c', '', 4] },
      { guid: 2, title: 'a', changes: ['b'] },
      { guid: 3, title: 'a', changes: ['# b\n\nc', 'd'] },
    ]),
    'json',
  );
  expect(several?.markdown).toBe('- b\n- c\n- 4');
  expect(one?.markdown).toBe('b');
  expect(blocks?.markdown).toBe('# b\n\nc\n\nd');
});

test('one bad item does not take the others away', async () => {
  const { entries, problems } = await readText(
    JSON.stringify([null, 'a', { changes: 5, date: {} }, {}, { title: 'b', date: 'whenever', url: [] }]),
    'json',
  );
  expect(entries.map(({ title, at, url }) => [title, at, url])).toEqual([
    ['5', undefined, ''],
    ['b', undefined, ''],
  ]);
  expect(problems).toEqual([
    'item 1 is left out: it has no title, no text and no link',
    'item 2 is left out: it has no title, no text and no link',
    'item 4 is left out: it has no title, no text and no link',
  ]);
});

test.each(['{}', '5', 'null', '{"entries":[]}'])('%s has no list', async (text) => {
  expect((await readText(text, 'json')).problems).toEqual([
    'has no list of entries (say in map.entries where the list is)',
  ]);
});

test('no path leads to what an object has by nature', async () => {
  const map = { ...MAP, entries: 'constructor.prototype', title: '__proto__' };
  expect((await readText('{}', 'json', { map })).problems).toEqual([
    'has no list of entries at constructor.prototype (say in map.entries where the list is)',
  ]);
});

test('the changelog of the package that Signpost is tried with has all its entries', async () => {
  const path = join(
    import.meta.dirname,
    '../../node_modules/@workos/mcp-docs-server/.docs/organized/changelogs',
  );
  const reading = await readOnce(feedIn(path, { map: { ...MAP, title: 'version', version: '' } }));
  expect(reading).toMatchObject({ kind: 'entries', problems: [] });
  const entries = reading.kind === 'entries' ? reading.entries : [];
  expect(entries).toHaveLength(25);
  expect(entries[0]).toMatchObject({
    title: 'Support for changing email addresses',
    url: 'https://workos.com/changelog/support-for-changing-email-addresses',
    at: new Date('2025-05-30'),
    markdown: "User's emails can now be changed via API or the dashboard.",
    package: 'workos-platform',
  });
  expect(entries.every(({ markdown, at }) => markdown !== '' && at !== undefined)).toBe(true);
});
