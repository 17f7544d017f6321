import { expect, test } from 'vitest';
import { announcedEntry } from '../../src/core/announced-entry.ts';
import { entry } from './entries.ts';
import { parse } from './markdown.ts';

const ENTRY = entry('Wider stripes', '2026-05-20', {
  markdown: 'First paragraph of the notes.\n\nSecond paragraph of the notes.',
  version: '2.0.0',
  breaking: true,
  package: 'zebra',
  image: 'https://acme.example/stripes.png',
});

test('an entry is shown with what it says of itself, and what people call its feed', () => {
  const shown = announcedEntry(ENTRY, { feed: 'Acme news', parse, budget: 1_000 });
  expect(shown).toMatchObject({
    feed: 'Acme news',
    title: 'Wider stripes',
    url: 'https://acme.example/changelog/wider-stripes',
    at: new Date('2026-05-20T12:00:00Z'),
    version: '2.0.0',
    prerelease: false,
    breaking: true,
    package: 'zebra',
    image: 'https://acme.example/stripes.png',
    excerpt: { markdown: ENTRY.markdown, truncated: false },
  });
  expect(Object.keys(shown)).not.toContain('seenAt');
});

test('its notes are cut to the budget, and not before they are read', () => {
  let parsed = 0;
  const counting = (markdown: string) => {
    parsed += 1;
    return parse(markdown);
  };
  const shown = announcedEntry(ENTRY, { feed: 'Acme news', parse: counting, budget: 30 });
  expect(parsed).toBe(0);
  expect(shown.excerpt).toMatchObject({ markdown: 'First paragraph of the notes.', truncated: true });
});
