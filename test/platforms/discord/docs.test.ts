import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NEEDS, needsOf } from '../../../src/platforms/discord/needs.ts';
import { discordSettings } from './discord-settings.ts';

type Feature = (typeof NEEDS)[number]['features'][number];

/** The setting that a permission is asked for with. */
const WITH: Readonly<Record<Feature, string>> = {
  always: 'always',
  mentions: '`discord.mentions`',
  directMessages: '`discord.directMessages`',
  forums: '`discord.forums`',
  solvedTags: '`solvedTag` of a forum',
  changelogs: '`feeds`',
};

const EVERYTHING = needsOf(discordSettings({ forums: [{ id: '1', solvedTag: '2' }] }), {
  changelogs: true,
});

const PRIVILEGED = new Set<string>(
  EVERYTHING.intents.names.filter(({ privileged }) => privileged).map(({ name }) => name),
);

/** The cells of the table below a heading of the second level, without its head. */
function rowsBelow(text: string, heading: string): string[][] {
  const [, part = ''] = text.split(`\n## ${heading}\n`);
  const [section = ''] = part.split(/^## /mu);
  const rows = section.split('\n').filter((line) => line.startsWith('|') && !/^\| (?:Name|-+) /u.test(line));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

test('docs/discord.md has every intent and permission with its reason and its setting', async () => {
  const shown = rowsBelow(await readFile('docs/discord.md', 'utf8'), 'Discord intents and permissions');
  expect(shown).toEqual(
    NEEDS.map(({ name, label, kind, features, reason }) => [
      label,
      PRIVILEGED.has(name) ? `privileged ${kind}` : kind,
      reason,
      features.map((feature) => WITH[feature]).join(' or '),
    ]),
  );
});

/** All of the source, as one text. */
async function source(): Promise<string> {
  const files = await readdir('src', { recursive: true });
  const code = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFile(join('src', file), 'utf8'));
  return (await Promise.all(code)).join('\n');
}

const TROUBLE = await readFile('docs/discord-troubleshooting.md', 'utf8');

/** Quotes of four words or more are Signpost's own words, but for commands. */
const SAID = Array.from(TROUBLE.matchAll(/`([^`\n]+)`/gu), ([, said = '']) => said).filter(
  (said) => said.split(' ').length > 3 && !said.startsWith('npx '),
);

describe('docs/discord-troubleshooting.md quotes what Signpost really says', async () => {
  const code = await source();

  test('in many places', () => {
    expect(SAID.length).toBeGreaterThan(25);
  });

  // A quote has … where it changes from case to case.
  test.each([...new Set(SAID)])('%s', (said) => {
    const parts = said.split('…').map((part) => part.trim());
    expect(parts.filter((part) => part.length > 3 && !code.includes(part))).toEqual([]);
  });
});
