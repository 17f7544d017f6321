import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NEEDS } from '../../../src/platforms/slack/needs.ts';

type Need = (typeof NEEDS)[number];
type Feature = Need['features'][number];

const KINDS: Readonly<Record<Need['kind'], string>> = {
  scope: 'scope',
  event: 'event',
  appScope: 'scope of the app-level token',
};

/** When a permission for one feature alone is not asked for. */
const OFF: Readonly<Record<Feature, string>> = {
  always: '',
  mentions: '`slack.mentions: false`',
  threads: '`slack.threads: false`',
  directMessages: '`slack.directMessages: false`',
  unfurl: '`slack.unfurl: false`',
  home: '`slack.home: false`',
  assistant: '`slack.assistant: false`',
  changelog: 'without `feeds`',
  many: 'for one workspace',
  socket: 'over HTTP',
};

/** The cells of the tables below a heading of the second level, without their heads. */
function rowsBelow(text: string, heading: string): string[][] {
  const [, part = ''] = text.split(`\n## ${heading}\n`);
  const [section = ''] = part.split(/^## /mu);
  const rows = section.split('\n').filter((line) => line.startsWith('|') && !/^\| (?:Name|-+) /u.test(line));
  return rows
    .map((row) => row.split(/(?<!\\)\|/u).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

test('docs/slack.md has every permission with its reason and the setting that turns it off', async () => {
  const shown = rowsBelow(await readFile('docs/slack.md', 'utf8'), 'Permissions');
  expect(shown).toEqual(
    NEEDS.map(({ name, kind, features, reason }) => [
      `\`${name}\``,
      KINDS[kind],
      reason,
      features.map((feature) => OFF[feature]).join(' and '),
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

const TROUBLE = await readFile('docs/slack-troubleshooting.md', 'utf8');

/** Quotes of four words or more are Signpost's own words, but for these. */
const OTHERS = /^(?:npx |curl |\/docs failed|The state parameter|Timestamp is|Some headers)/u;

const SAID = Array.from(TROUBLE.matchAll(/`([^`\n]+)`/gu), ([, said = '']) => said).filter(
  (said) => said.split(' ').length > 3 && !OTHERS.test(said),
);

describe('docs/slack-troubleshooting.md quotes what Signpost really says', async () => {
  const code = await source();

  test('in many places', () => {
    expect(SAID.length).toBeGreaterThan(25);
  });

  // A quote has … where it changes from case to case.
  test.each([...new Set(SAID)])('%s', (said) => {
    const parts = said.split(/…|(?<=: )\w+_\w+$|SLACK_BOT_TOKEN(?=:)/u).map((part) => part.trim());
    expect(parts.filter((part) => part.length > 3 && !code.includes(part))).toEqual([]);
  });
});
