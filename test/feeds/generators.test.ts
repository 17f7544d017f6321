import { expect, test } from 'vitest';
import { entriesOfText, fixture, URL_OF_FEED } from './reading.ts';

const PLAIN = { feed: 'acme', version: '', prerelease: false, breaking: false, package: '', image: '' };

async function entriesIn(name: string) {
  return entriesOfText(await fixture(name), 'feed');
}

test('WordPress: the whole text, its first picture, and neither pixels nor scripts', async () => {
  const [passkeys, sdk] = await entriesIn('wordpress.xml');
  expect(passkeys).toEqual({
    ...PLAIN,
    id: expect.any(String),
    title: 'Passkeys – sign in without a password & more',
    url: 'https://acme.example/blog/2024/05/passkeys/',
    at: new Date('2024-05-30T09:00:00Z'),
    markdown: [
      'Everybody can **sign in** with a [passkey](https://acme.example/docs/passkeys) now.',
      '![The new dialog](https://acme.example/uploads/passkeys-1024x576.png)',
      'The new dialog',
      '## What you need',
      '- A phone, or\n- a key with `FIDO2`',
      '```\nacme login --passkey\n```',
    ].join('\n\n'),
    image: 'https://acme.example/uploads/passkeys-1024x576.png',
  });
  expect(sdk).toMatchObject({ version: '2.0.0-beta.1', prerelease: true, markdown: 'Try it.' });
});

test('GitHub releases: version and package by the tag, and no faces', async () => {
  const [next, stable, cli] = await entriesIn('github-releases.atom');
  expect(next).toEqual({
    ...PLAIN,
    id: expect.any(String),
    title: 'Sign in with List<Key>',
    url: 'https://github.com/acme/sdk/releases/tag/v3.0.0-rc.1',
    at: new Date('2024-05-30T12:00:05Z'),
    markdown: [
      "## What's Changed",
      '### Breaking changes',
      '- Drop Node 16 by [@ada](https://github.com/ada) in [#12](https://github.com/acme/sdk/pull/12)\n- `signIn()` waits 🎉',
      '```\nawait signIn();\n```',
      '**Full Changelog**: [`v2.1.0...v3.0.0-rc.1`](https://github.com/acme/sdk/compare/v2.1.0...v3.0.0-rc.1)',
    ].join('\n\n'),
    version: '3.0.0-rc.1',
    prerelease: true,
    breaking: true,
  });
  expect(stable).toMatchObject({ title: 'v2.1.0', version: '2.1.0', prerelease: false, breaking: false });
  expect(cli).toMatchObject({ version: '1.4.0', package: '@acme/cli' });
});

test('Ghost: media as the picture, HTML in a title as text', async () => {
  expect(await entriesIn('ghost.xml')).toEqual([
    {
      ...PLAIN,
      id: expect.any(String),
      title: 'Audit logs for everybody',
      url: 'https://changes.acme.example/audit-logs/',
      at: new Date('2024-05-30T10:00:00Z'),
      markdown:
        'Audit logs are on every plan.\n\n💡\n\nExport them with [one click](https://changes.acme.example/export/).\n\n> At last.',
      image: 'https://changes.acme.example/content/images/2024/05/audit.png',
    },
  ]);
});

test('Hugo: a description in plain text stays plain, and the year 1 is no date', async () => {
  const [search, drafts] = await entriesIn('hugo.xml');
  expect(search).toMatchObject({
    at: new Date('2024-05-29T22:00:00Z'),
    markdown: 'Search is 2 < 3 times faster. It’s for \\*\\_all\\* of you.',
  });
  expect(drafts).toMatchObject({ at: undefined, markdown: 'Drafts are *kept*.' });
});

test('Docusaurus: Atom, RSS and JSON name the same entry', async () => {
  const [atom] = await entriesIn('docusaurus.atom');
  const [rss] = await entriesIn('docusaurus.rss');
  const [json] = await entriesIn('docusaurus.json');
  const same = { url: 'https://acme.example/changelog/webhooks', at: new Date('2024-05-30') };
  for (const entry of [atom, rss, json]) expect(entry).toMatchObject({ ...same, id: rss?.id });
  expect(atom?.markdown).toBe(
    [
      'Webhooks are tried [again](https://acme.example/docs/retries).',
      '## How',
      '```js\nretry(5);\nstop();\n```',
      '| Try | After |\n| - | - |\n| 1 | 5 s |',
    ].join('\n\n'),
  );
  expect(atom?.title).toBe('Webhooks & retries');
  expect(json).toMatchObject({ title: 'Webhooks & retries <3', image: 'https://acme.example/img/retry.png' });
});

test('JSON Feed: plain text stays plain, and its first line is the title of what has none', async () => {
  const [, plain] = await entriesIn('docusaurus.json');
  expect(plain).toMatchObject({
    title: 'Plain *text*,',
    url: '',
    at: undefined,
    markdown: 'Plain \\*text\\*,\\\nin two lines.\n\nAnd a \\<b>paragraph\\</b>.',
  });
});

test('RSS 1.0: what it is about, its date and its whole text', async () => {
  expect(await entriesIn('rss-1.0.rdf')).toEqual([
    {
      ...PLAIN,
      id: expect.any(String),
      title: 'Old, but gold',
      url: 'https://acme.example/a',
      at: new Date('2024-05-30T08:00:00Z'),
      markdown: 'Something *to* see.',
    },
  ]);
});

test('Atom: text stays text, XHTML and HTML are read, and xml:base is heeded', async () => {
  const entries = await entriesOfText(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/x/">
      <entry><id>1</id><title type="text">a &lt;b&gt;</title><content type="text">1 &lt;b&gt;2&lt;/b&gt;</content></entry>
      <entry><id>2</id><title type="html">a &lt;b&gt;c&lt;/b&gt;</title><link href="../y"/>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 <em>2</em> <a href="z">3</a></p></div></content></entry>
      <entry><id>3</id><title>c</title><summary type="html">&lt;p&gt;short&lt;/p&gt;</summary></entry>
    </feed>`,
    'feed',
  );
  expect(entries.map(({ title, url, markdown }) => ({ title, url, markdown }))).toEqual([
    { title: 'a <b>', url: '', markdown: '1 \\<b>2\\</b>' },
    { title: 'a c', url: 'https://cdn.example/y', markdown: '1 *2* [3](https://cdn.example/z)' },
    { title: 'c', url: '', markdown: 'short' },
  ]);
});

test('words of another format within an item do not tell which one a feed has', async () => {
  const [entry] = await entriesOfText(
    '<!-- <rss> --><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>a</title><content type="html"><![CDATA[<p>an <rss version="2.0"> feed</p>]]></content></entry></feed>',
    'feed',
  );
  expect(entry?.title).toBe('a');
});

test('addresses are relative to where the feed was found, and only those of the web are kept', async () => {
  const entries = await entriesOfText(
    `{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[
      {"id":"1","url":"/x","content_text":"a"},
      {"id":"2","url":"javascript:alert(1)","content_text":"b"},
      {"id":"3","url":"https://ada:secret@acme.example/","content_text":"c"}]}`,
    'feed',
  );
  expect(entries.map(({ url }) => url)).toEqual([
    new URL('/x', URL_OF_FEED).href,
    '',
    'https://acme.example/',
  ]);
});
