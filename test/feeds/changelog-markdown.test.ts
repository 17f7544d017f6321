import { describe, expect, test } from 'vitest';
import { entriesOfText, fixture, readText } from './reading.ts';

const LINK = 'https://github.com/acme/sdk/blob/main/CHANGELOG.md';

async function entriesIn(text: string, link = LINK) {
  return entriesOfText(text, 'markdown', { link });
}

const PLAIN = {
  feed: 'acme',
  id: expect.any(String),
  at: undefined,
  prerelease: false,
  breaking: false,
  package: '',
  image: '',
};

test('Keep a Changelog: releases with their date, and not what is unreleased', async () => {
  expect(await entriesIn(await fixture('keep-a-changelog.md'))).toEqual([
    {
      ...PLAIN,
      title: '1.2.0',
      url: `${LINK}#120---2024-05-30`,
      at: new Date('2024-05-30'),
      markdown: [
        '### Added',
        '- Passkeys, see [the guide](https://github.com/acme/sdk/blob/main/docs/passkeys.md) and [#12](https://github.com/acme/sdk/issues/12).\n- Picture: ![The dialog](https://github.com/acme/sdk/raw/main/docs/dialog.png)',
        '### Fixed',
        '- `user_id` is a number again.',
      ].join('\n\n'),
      version: '1.2.0',
      image: 'https://github.com/acme/sdk/raw/main/docs/dialog.png',
    },
    {
      ...PLAIN,
      title: '1.1.0-beta.1',
      url: `${LINK}#110-beta1---2024-05-02`,
      at: new Date('2024-05-02'),
      markdown: '### Changed\n\n- **Breaking:** `signIn()` waits.',
      version: '1.1.0-beta.1',
      prerelease: true,
      breaking: true,
    },
    {
      ...PLAIN,
      title: '1.0.1 [YANKED]',
      url: `${LINK}#101---2024-04-01-yanked`,
      at: new Date('2024-04-01'),
      markdown: '### Security\n\n- Never mind.',
      version: '1.0.1',
    },
    {
      ...PLAIN,
      title: '1.0.0',
      url: `${LINK}#100---2024-03-01`,
      at: new Date('2024-03-01'),
      markdown: 'First release.',
      version: '1.0.0',
    },
  ]);
});

test('changesets: the package of the title, and major changes break', async () => {
  const [major, patch] = await entriesIn(await fixture('changesets.md'));
  expect(major).toMatchObject({
    title: '2.0.0',
    version: '2.0.0',
    package: '@acme/sdk',
    breaking: true,
    at: undefined,
  });
  expect(patch).toMatchObject({ version: '1.9.1', package: '@acme/sdk', breaking: false });
});

test('release-please: links and dates in headings', async () => {
  const [major, minor] = await entriesIn(await fixture('release-please.md'));
  expect(major).toMatchObject({
    title: '2.0.0',
    url: `${LINK}#200-2024-05-30`,
    at: new Date('2024-05-30'),
    breaking: true,
  });
  expect(major?.markdown).toMatch(/^### ⚠ BREAKING CHANGES\n\n- drop Node 16\n\n### Features/u);
  expect(minor).toMatchObject({
    version: '1.1.0',
    breaking: false,
    markdown: '### Features\n\n- audit logs',
  });
});

test('standard-version: patches a level deeper than minors', async () => {
  const entries = await entriesIn(await fixture('standard-version.md'));
  expect(entries.map(({ version, breaking }) => [version, breaking])).toEqual([
    ['1.1.1', false],
    ['1.1.0', false],
    ['1.0.0', true],
  ]);
  expect(entries[0]?.markdown).toMatch(/^### Bug Fixes\n\n- names/u);
});

describe('headings', () => {
  test.each([
    ['## v1.2.0', { title: 'v1.2.0', version: '1.2.0' }],
    ['# 1.2.0', { title: '1.2.0', version: '1.2.0' }],
    ['## 1.2', { title: '1.2', version: '1.2.0' }],
    ['## Version 1.2.0', { title: 'Version 1.2.0', version: '1.2.0' }],
    [
      '## v1.2.0 – Better sign-in (May 30, 2024)',
      { title: 'v1.2.0 – Better sign-in', at: new Date('2024-05-30') },
    ],
    ['## 1.2.0 - 30th of May 2024', { title: '1.2.0', at: new Date('2024-05-30') }],
    ['1.2.0 / 2024-05-30\n===', { title: '1.2.0', at: new Date('2024-05-30') }],
    ['## 2024-05-30, Version 18.0.0 (Current), @ada', { version: '18.0.0', at: new Date('2024-05-30') }],
    ['## @acme/sdk@1.2.0', { title: '@acme/sdk@1.2.0', version: '1.2.0', package: '@acme/sdk' }],
    ['## acme-sdk 1.2.0', { version: '1.2.0', package: 'acme-sdk' }],
    ['## 2024-05-30', { title: '2024-05-30', version: '', at: new Date('2024-05-30') }],
    ['## May 2024', { title: 'May 2024', version: '', at: new Date('2024-05-01') }],
    ['## Week of May 30, 2024', { title: 'Week of May 30, 2024', version: '', at: new Date('2024-05-30') }],
    ['**1.2.0 / 2024-05-30**', { title: '1.2.0', version: '1.2.0', url: LINK }],
    ['## 1.2.0\n\n_Released on May 30, 2024_', { title: '1.2.0', at: new Date('2024-05-30') }],
  ])('%s', async (heading, expected) => {
    const entries = await entriesIn(`# Changelog\n\nIntroduction.\n\n${heading}\n\n- a change\n`);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ markdown: '- a change', ...expected });
  });

  test.each([
    '## Unreleased',
    '## [Unreleased](https://acme.example)',
    '## Unreleased (2024-05-30)',
    '## Next',
  ])('%s is left out', async (heading) => {
    expect(await entriesIn(`# Changelog\n\n${heading}\n\n- a change\n`)).toEqual([]);
  });

  test('within notes begin no release', async () => {
    const entries = await entriesIn(
      '# Changelog\n\n## 2.0.0\n\n### Migrating from 1.0.0\n\nText.\n\n### 1. Step\n\n## 1.0.0\n\n### 2024-05-30\n\nText.\n',
    );
    expect(entries.map(({ title }) => title)).toEqual(['2.0.0', '1.0.0']);
    expect(entries[0]?.markdown).toContain('### Migrating from 1.0.0');
  });

  test('that are alike have anchors as GitHub numbers them', async () => {
    const text = '# @acme/a\n\n## 1.0.0\n\na\n\n# @acme/b\n\n## 1.0.0\n\nb\n';
    const entries = await entriesIn(text);
    expect(entries.map(({ url, package: about }) => [url, about])).toEqual([
      [`${LINK}#100`, '@acme/a'],
      [`${LINK}#100-1`, '@acme/b'],
    ]);
  });

  test('end the notes before them where they stand above', async () => {
    const [entry] = await entriesIn('# Changelog\n\n## 1.0.0\n\na\n\n# License\n\nMIT\n');
    expect(entry?.markdown).toBe('a');
  });
});

test('an entry stays the same when its date is set or its title gets a name', async () => {
  const [before] = await entriesIn('## 1.0.0\n\na\n');
  const [after] = await entriesIn('# Changelog\n\n## 1.0.0 – First light (2024-05-30)\n\nb\n');
  expect(after?.id).toBe(before?.id);
  expect(after?.url).not.toBe(before?.url);
});

test('without a link entries have no address, and links are relative to where it was found', async () => {
  const [entry] = await entriesOfText('## 1.0.0\n\n[guide](docs/a.md)\n', 'markdown');
  expect(entry).toMatchObject({ url: '', markdown: '[guide](https://acme.example/docs/a.md)' });
});

function release(version: number): string {
  return `## ${version}.0.0\n\n- [#${version}] ${'a'.repeat(150)}\n\n`;
}

test('a long changelog is read as a whole: references, anchors, and headings that are code or comments', async () => {
  const hidden = '```\n## 0.1.0\n```\n\n<!--\n## 0.2.0\n-->\n\n';
  const releases = Array.from({ length: 200 }, (_, index) => release(200 - index) + hidden).join('');
  const links = Array.from({ length: 200 }, (_, index) => `[#${index + 1}]: issues/${index + 1}\n`).join('');
  const entries = await entriesIn(`# Changelog\n\n${releases}${links}`);
  expect(entries.map(({ version }) => version)).toEqual(
    Array.from({ length: 200 }, (_, index) => `${200 - index}.0.0`),
  );
  for (const { markdown, version } of entries)
    expect(markdown).toContain(`/blob/main/issues/${version.replace('.0.0', '')})`);
  expect(entries.at(-1)?.url).toBe(`${LINK}#100`);
});

test('HTML in Markdown is sanitised', async () => {
  const [entry] = await entriesIn(
    '## 1.0.0\n\n<script>alert(1)</script>\n\na<br>b <img src="x.png" onerror="alert(1)"> [c](javascript:alert(1))\n\n<details><summary>More</summary>\n\n- d\n\n</details>\n',
  );
  expect(entry?.markdown).toBe('a\\\nb ![](https://github.com/acme/sdk/raw/main/x.png) c\n\nMore\n\n- d');
});

test('frontmatter is not part of it', async () => {
  const entries = await entriesIn('---\ntitle: 9.9.9\n---\n\n## 1.0.0\n\na\n');
  expect(entries.map(({ title }) => title)).toEqual(['1.0.0']);
});

test('what is no changelog is a failure that says so', async () => {
  for (const text of ['', '# Readme\n\nText.\n', 'no heading'])
    expect((await readText(text, 'markdown')).problems).toEqual([
      'has no heading with a version or a date, as a changelog has (see whether it is the right file, and set format)',
    ]);
});
