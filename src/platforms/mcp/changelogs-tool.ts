import type { CallToolResult } from '@modelcontextprotocol/server';
import type { StoredEntry } from '../../core/entry.ts';
import { entriesOfPackage, entriesSince, readSince } from './changelog-filter.ts';
import { changelogsOutput, showChangelog } from './changelog-reply.ts';
import { changelogsDescription } from './descriptions.ts';
import { joined } from './joined.ts';
import type { McpOptions } from './mcp-options.ts';
import { CURSOR, MAX_TOKENS } from './shared-arguments.ts';
import { defineTool } from './tool.ts';
import type { Tool } from './tool.ts';
import { toolError } from './tool-result.ts';

const ARGUMENTS = {
  package: {
    kind: 'text',
    required: false,
    description: 'Name of a package, or of a changelog; the latest of all where left out',
  },
  since: {
    kind: 'text',
    required: false,
    description: 'A date (2025-05-30), from which on, or a version (4.1.0), after which entries are wanted',
  },
  limit: { kind: 'number', least: 1, most: 100, byDefault: 25, description: 'Most entries of one reply' },
  cursor: CURSOR,
  maxTokens: MAX_TOKENS,
} as const;

/** The most packages that are listed. */
const PACKAGES = 50;
/** No name or version is longer. */
const LONGEST = 200;

export function changelogsTool(options: McpOptions): Tool {
  const { prefix, title, feeds } = options;
  return defineTool({
    name: `${prefix}_changelogs`,
    title: `Changelogs of ${title}`,
    description: changelogsDescription(options),
    arguments: ARGUMENTS,
    output: changelogsOutput,
    answer: (values) => {
      const { limit, cursor, maxTokens } = values;
      const [name, since] = [values.package.slice(0, LONGEST), values.since.slice(0, LONGEST)];
      if (feeds.length === 0)
        return toolError(`${title} has no changelog here. Search with \`${prefix}_search\`.`);
      const entries = options.entries()?.latest({ limit: Number.MAX_SAFE_INTEGER, feeds: namesOf(options) });
      if (entries === undefined)
        return toolError('The changelogs are still being read. Try again in a few seconds.');
      const found = name === '' ? entries : entriesOfPackage(entries, name, feeds);
      if (found.length === 0 && name !== '') return noSuchPackage(name, entries, options);
      const from = readSince(since);
      if (from === undefined) return toolError('`since` must be a date (2025-05-30) or a version (4.1.0).');
      return showChangelog(
        entriesSince(found, from),
        { package: name, since, limit, cursor, maxTokens },
        options,
      );
    },
  });
}

function namesOf({ feeds }: McpOptions): readonly string[] {
  return feeds.map(({ name }) => name);
}

function noSuchPackage(name: string, entries: readonly StoredEntry[], { feeds }: McpOptions): CallToolResult {
  const shown = name.replaceAll(/[`\p{Cc}]/gu, ' ');
  const packages = [...new Set(entries.map((entry) => entry.package))].filter((one) => one !== '').sort();
  const list = packages.slice(0, PACKAGES).map((one) => `- ${one}`);
  return toolError(
    joined([
      `There is no package or changelog \`${shown}\`.`,
      list.length === 0 ? '' : ['Packages:', ...list].join('\n'),
      ['Changelogs:', ...feeds.map((feed) => `- ${feed.name}: ${feed.title}`)].join('\n'),
      'Use one of these as `package`, or leave it out for the latest of all.',
    ]),
  );
}
