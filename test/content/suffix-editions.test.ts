import { describe, expect, test } from 'vitest';
import type { PresetName } from '../../src/content/collection-rules.ts';
import { readAll, SITE } from './read.ts';

const FILES = {
  'guide/install.md': '# Install\n\nSee [the other](other.md).\n',
  'guide/install.de.md': '# Installieren\n',
  'guide/other.md': '# Other\n',
  '_index.de.md': '# Anfang\n',
  'v1.0.md': '# Notes\n',
};

async function pagesOf(preset: PresetName): Promise<Record<string, string>> {
  const { pages } = await readAll(FILES, {
    rules: { locales: ['de'] },
    site: { preset, url: SITE, base: '', linkRoot: '' },
    anchors: { customId: undefined, annotation: undefined },
  });
  return Object.fromEntries(
    pages.map(({ file, locale, path, url }) => [file, `${locale} ${path} ${url.slice(SITE.length)}`]),
  );
}

describe('languages as ends of names', () => {
  test('are published in a folder of the language, as Hugo does', async () => {
    expect(await pagesOf('hugo')).toEqual({
      '_index.de.md': 'de de/_index.md /de/',
      'guide/install.de.md': 'de de/guide/install.md /de/guide/install/',
      'guide/install.md': 'en guide/install.md /guide/install/',
      'guide/other.md': 'en guide/other.md /guide/other/',
      'v1.0.md': 'en v1.0.md /v1.0/',
    });
  });

  test('are as well of MkDocs with mkdocs-static-i18n', async () => {
    expect(await pagesOf('mkdocs')).toMatchObject({
      'guide/install.de.md': 'de de/guide/install.md /de/guide/install/',
      'guide/install.md': 'en guide/install.md /guide/install/',
    });
  });

  test('are only names to other generators', async () => {
    expect(await pagesOf('starlight')).toMatchObject({
      'guide/install.de.md': 'en guide/install.de.md /guide/installde/',
    });
  });
});
