import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readSitemap } from '../../src/sources/sitemap.ts';
import { sitemapText } from '../../src/sources/sitemap-text.ts';

describe('a sitemap', () => {
  test('lists pages in their order, whatever its namespaces and what else it says of them', () => {
    const text = `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
      <sm:urlset xmlns:sm="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="x">
        <sm:url><sm:loc> https://a.example/?a=1&amp;b=2 </sm:loc><sm:lastmod>2024-01-01</sm:lastmod>
          <image:image><image:loc>https://a.example/picture.png</image:loc></image:image></sm:url>
        <sm:url><sm:loc><![CDATA[https://a.example/b]]></sm:loc></sm:url>
        <sm:url><sm:priority>1</sm:priority></sm:url>
      </sm:urlset>`;
    expect(readSitemap(text)).toEqual({
      kind: 'pages',
      urls: ['https://a.example/?a=1&b=2', 'https://a.example/b'],
    });
  });

  test('may list further sitemaps', () => {
    const text = '<sitemapindex><sitemap><loc>https://a.example/1.xml.gz</loc></sitemap></sitemapindex>';
    expect(readSitemap(text)).toEqual({ kind: 'sitemaps', urls: ['https://a.example/1.xml.gz'] });
  });

  test('may be a list of lines', () => {
    const text = 'https://a.example/\r\n\r\nhttps://a.example/b\n';
    expect(readSitemap(text)).toEqual({
      kind: 'pages',
      urls: ['https://a.example/', 'https://a.example/b'],
    });
  });

  test('may be empty', () => {
    expect(readSitemap('<urlset></urlset>')).toEqual({ kind: 'pages', urls: [] });
  });

  test.each([
    ['nothing', ''],
    ['a page', '<!doctype html><html><body><p>Not found</body></html>'],
    ['a text', 'Not found\nhttps://a.example/'],
    ['elements without end', '<a>'.repeat(100_000)],
    ['a name that JavaScript keeps for itself', '<urlset><__proto__><loc>a</loc></__proto__></urlset>'],
  ])('is not %s', (_what, text) => {
    expect(readSitemap(text)).toMatchObject({ kind: 'unreadable', what: expect.stringMatching(/^is no /u) });
  });

  test('does not grow by entities that stand for each other', () => {
    const entities = Array.from({ length: 30 }, (_, n) => `<!ENTITY e${n + 1} "&e${n};&e${n};&e${n};">`);
    const text = `<!DOCTYPE x [<!ENTITY e0 "boom">${entities.join('')}]><urlset><url><loc>&e30;</loc></url></urlset>`;
    expect(JSON.stringify(readSitemap(text)).length).toBeLessThan(1000);
  });
});

describe('the text of a sitemap', () => {
  test('is unpacked by what it is and not by its name', () => {
    expect(sitemapText(gzipSync('<urlset/>'), 'application/xml')).toBe('<urlset/>');
    expect(sitemapText(Buffer.from('<urlset/>'), 'application/gzip')).toBe('<urlset/>');
  });

  test('is nothing where it is broken, or larger than a sitemap may be', () => {
    expect(sitemapText(gzipSync('<urlset/>').subarray(0, 15), '')).toBeUndefined();
    expect(sitemapText(gzipSync(Buffer.alloc(53_000_000), { level: 1 }), '')).toBeUndefined();
  });
});
