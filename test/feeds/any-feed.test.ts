import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/core/entry.ts';
import { createFeed } from '../../src/feeds/create-feed.ts';
import type { FeedFormat } from '../../src/feeds/feed-options.ts';
import type { HttpAnswer } from '../../src/http.ts';
import { MAP, readOnce, rss, URL_OF_FEED } from './reading.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

const FRAGMENTS = [
  '<script>alert(1)</script>',
  '<a href="javascript:alert(1)">a</a>',
  '[a](javascript:alert(1))',
  '[a]: javascript:alert(1)',
  '![a](data:text/html,x)',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '<style>',
  '<table><tr><td>',
  '</td></p>',
  '<javascript:alert(1)>',
  '`',
  '```\n',
  '\\',
  '\n\n',
  '## 1.0.0\n\n',
  '- ',
  '> ',
  '<b>',
  '<pre>',
  'https://acme.example/<script>',
  '&#x3c;script&#x3e;',
  '\u0000',
  '\uD800',
];

/** Texts full of what is dangerous in HTML, XML and Markdown. */
const texts = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'grapheme', maxLength: 10 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

const bodies = fc.oneof(
  texts,
  texts.map((text) => rss(`<title>${text}</title><link>${text}</link><description>${text}</description>`)),
  texts.map((text) => rss(`<guid>1</guid><content:encoded><![CDATA[${text}]]></content:encoded>`)),
  texts.map(
    (text) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>a</title><content type="xhtml"><div>${text}</div></content></entry></feed>`,
  ),
  texts.map((text) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'a',
      items: [{ id: 1, title: text, url: text, content_html: text }],
    }),
  ),
  texts.map((text) =>
    JSON.stringify([{ guid: text, title: text, url: text, changes: [text, text], image: text }]),
  ),
  texts.map((text) => `## 1.0.0 ${text}\n\n${text}`),
  fc.json(),
);

const bytes = fc.oneof(
  bodies.map((text) => new Uint8Array(Buffer.from(text))),
  fc.uint8Array({ maxLength: 200 }),
);

const formats = fc.constantFrom<FeedFormat>('auto', 'feed', 'markdown', 'json');

async function read(body: Uint8Array, format: FeedFormat) {
  const headers = { etag: '', lastModified: '', contentType: 'text/xml; charset=x' };
  const answer: HttpAnswer = { kind: 'ok', status: 200, url: URL_OF_FEED, headers, body };
  const source = { kind: 'url', url: URL_OF_FEED, private: false } as const;
  const feed = createFeed(
    { name: 'acme', source, format, map: MAP, link: '', package: '' },
    { get: async () => answer },
  );
  return readOnce(feed);
}

test('no text and no bytes make a reading reject, or show a mistake of Signpost', async () => {
  await fc.assert(
    fc.asyncProperty(bytes, formats, async (body, format) => {
      const reading = await read(body, format);
      if (reading.kind === 'failed') expect(reading.reason).not.toContain('mistake in Signpost');
      else expect(reading.kind).toBe('entries');
    }),
    { numRuns: 400 },
  );
});

test('no entry has HTML, or leads elsewhere than to the web', async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(bytes, formats, async (body, format) => {
      const reading = await read(body, format);
      const entries = reading.kind === 'entries' ? reading.entries : [];
      seen += entries.length;
      for (const entry of entries) expectHarmless(entry);
    }),
    { numRuns: 600 },
  );
  expect(seen).toBeGreaterThan(50);
});

function expectHarmless({ markdown, title, url, image, id }: Entry): void {
  expect(title).toMatch(/^\S(?:.*\S)?$/u);
  expect(title.length).toBeLessThanOrEqual(300);
  expect(url).toMatch(/^(?:https?:\/\/.*)?$/u);
  expect(image).toMatch(/^(?:https:\/\/.*)?$/u);
  expect(id).toMatch(/^[0-9a-f]{32}$/u);
  expect(dangersOf(parser.parse(markdown))).toEqual([]);
}

/** HTML, and addresses that are not those of the web or of mail. */
function dangersOf(root: Root): string[] {
  const found: string[] = [];
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'html') found.push(node.value);
    if ('url' in node && !/^(?:https?:\/\/|mailto:)/u.test(node.url)) found.push(node.url);
    if ('children' in node) open.push(...node.children);
  }
  return found;
}
