import { describe, expect, test } from 'vitest';
import { findByUrl } from '../../src/core/find-by-url.ts';
import type { Page, Section } from '../../src/core/page.ts';

function section(id: string, url: string): Section {
  return { id, heading: id, level: id === 'lead' ? 0 : 2, line: 1, trail: [], url, markdown: '' };
}

function pageAt(url: string, ...sections: Section[]): Page {
  const about = {
    collection: 'docs',
    path: 'a.md',
    version: '',
    locale: 'en',
    file: 'a.md',
    title: 'A',
    description: '',
    keywords: [],
    trail: [],
  };
  return { ...about, url, links: [], sections: [section('lead', url), ...sections] };
}

const PAGES = [
  pageAt(
    'https://docs.example.com/sso',
    section('setup', 'https://docs.example.com/sso#set-up'),
    section('für', 'https://docs.example.com/sso#f%C3%BCr'),
    section('deep', 'https://docs.example.com/sso/deep'),
  ),
  pageAt('https://docs.example.com/'),
];

function found(url: string): string | undefined {
  return findByUrl(PAGES, url)?.section.id;
}

describe('an address leads to', () => {
  test.each([
    ['https://docs.example.com/sso#set-up', 'setup'],
    ['http://DOCS.example.com/sso/#set-up', 'setup'],
    ['https://docs.example.com/sso/index.html?utm=1#set-up', 'setup'],
    ['https://docs.example.com/sso#für', 'für'],
    ['https://docs.example.com/sso/deep', 'deep'],
    ['https://docs.example.com/sso/', 'lead'],
    ['https://docs.example.com/sso#no-such-anchor', 'lead'],
    ['https://docs.example.com/sso#%E0%A4%A', 'lead'],
    ['https://docs.example.com', 'lead'],
  ])('%s → %s', (url, id) => {
    expect(found(url)).toBe(id);
  });

  test.each([
    'https://example.com/sso',
    'https://docs.example.com.evil.com/sso',
    'https://docs.example.com/other',
    'https://docs.example.com:8443/sso',
    'ftp://docs.example.com/sso',
    'javascript:alert(1)',
    '',
    'sso',
  ])('nothing: %s', (url) => {
    expect(found(url)).toBeUndefined();
  });
});
