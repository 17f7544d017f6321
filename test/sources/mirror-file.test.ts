import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mirrorFile } from '../../src/sources/mirror-file.ts';
import { pageKey } from '../../src/sources/page-key.ts';

// Every run tries the same.
fc.configureGlobal({ seed: 1 });

test.each([
  ['https://a.example/', 'index.html'],
  ['https://a.example', 'index.html'],
  ['https://a.example/index', '%69ndex.html'],
  ['https://a.example/docs', 'docs.html'],
  ['https://a.example/docs/', 'docs.html'],
  ['https://a.example/docs/a.html#b', 'docs/a.html.html'],
  ['https://a.example/a.html/b', 'a%2Ehtml/b.html'],
  ['https://a.example/%E6%96%87%20x', '文 x.html'],
  ['https://a.example/a?b=c&d', 'a%3Fb=c&d.html'],
  ['https://a.example/.well-known/x', '%2Ewell-known/x.html'],
  ['https://a.example/a//b', 'a/%/b.html'],
  ['https://a.example/a%2F..%2Fb', 'a%252F..%252Fb.html'],
])('%s is kept in %s', (url, file) => {
  expect(mirrorFile(url, 'html')).toBe(file);
});

test('a name is never too long for a file system', () => {
  const file = mirrorFile(`https://a.example/${'x'.repeat(500)}/${'%F0%9F%98%80'.repeat(100)}`, 'md');
  expect(file.split('/').every((name) => Buffer.byteLength(name) < 255)).toBe(true);
});

test('every address has a file of its own within the folder', () => {
  const parts = [
    '/',
    '.',
    '%',
    '%25',
    '%2E',
    '%2F',
    '%C3%A9',
    'é',
    '?',
    '#',
    'index',
    'html',
    'md',
    '\\\\',
    ':',
    ' ',
    '~',
    'A',
  ];
  const path = fc.array(fc.constantFrom(...parts), { maxLength: 8 }).map((chosen) => chosen.join(''));
  fc.assert(
    fc.property(path, path, (one, other) => {
      const [key, otherKey] = [one, other].map((path) => pageKey(`https://a.example/${path}`) ?? '');
      const [file, otherFile] = [mirrorFile(key ?? '', 'html'), mirrorFile(otherKey ?? '', 'html')];
      expect(file.split('/').some((name) => ['', '.', '..'].includes(name))).toBe(false);
      expect(file === otherFile).toBe(key === otherKey);
    }),
  );
});
