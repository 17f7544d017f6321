import { expect, test } from 'vitest';
import { readRobots } from '../../src/sources/robots.ts';

function robots(text: string) {
  return readRobots(text, {
    url: 'https://a.example/robots.txt',
    userAgent: 'Signpost/1.2.3 (+ops@acme.example)',
  });
}

test('the group for Signpost counts, else that for all', () => {
  const both = robots('User-agent: *\nDisallow: /\n\nUser-agent: signpost\nDisallow: /private\n');
  expect(both.isAllowed('https://a.example/docs')).toBe(true);
  expect(both.isAllowed('https://a.example/private/a')).toBe(false);
  const all = robots('User-agent: *\nDisallow: /*.html$\nAllow: /docs/\nCrawl-delay: 2.5\n');
  expect(all.isAllowed('https://a.example/a.html')).toBe(false);
  expect(all.isAllowed('https://a.example/docs/a')).toBe(true);
  expect(all.crawlDelay).toBe(2.5);
});

test('rules are for the site, over http as over https', () => {
  expect(robots('User-agent: *\nDisallow: /a').isAllowed('http://a.example/a?b=c')).toBe(false);
});

test.each([
  ['none', ''],
  ['what is no number', 'User-agent: *\nCrawl-delay: soon'],
  ['less than nothing', 'User-agent: *\nCrawl-delay: -5'],
])('a delay of %s is none', (_what, text) => {
  expect(robots(text).crawlDelay).toBe(0);
});

test('a delay is never longer than an hour', () => {
  expect(robots('User-agent: *\nCrawl-delay: 99999999999').crawlDelay).toBe(3600);
});

test('any text is a robots.txt', () => {
  expect(robots('<html>\u0000 Disallow Disallow: /').isAllowed('https://a.example/a')).toBe(true);
});
