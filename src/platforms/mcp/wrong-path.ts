import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Named } from '../../core/library.ts';
import { topLevel } from './document.ts';
import type { McpOptions } from './mcp-options.ts';
import { pageReference } from './page-reference.ts';
import { toolError } from './tool-result.ts';

/** The most paths of each list. */
const LISTED = 40;
const SHOWN = 200;

/** What to do where no path is given. */
export function missingPath(top: readonly string[], { prefix }: McpOptions): CallToolResult {
  return toolError(
    [
      '`path` is missing: the path of a page or folder, the id of a section, or a URL of the docs.',
      list('Top level', top),
      `Or search with \`${prefix}_search\`.`,
    ].join('\n\n'),
  );
}

/** What comes closest to a path that there is not. */
export function wrongPath(
  path: string,
  { nearest, around }: Extract<Named, { kind: 'unknown' }>,
  options: McpOptions,
): CallToolResult {
  const shown = path.replaceAll(/[`\p{Cc}]/gu, ' ').slice(0, SHOWN);
  const parts = [
    `There is no page, section or folder \`${shown}\` in the docs.`,
    list(
      'Nearest pages',
      nearest.map((page) => `${pageReference(page, options)}: ${page.title}`),
    ),
    // At the top they are the same.
    around.parent === '' ? '' : list('Beside it', around.siblings),
    list('Below it', around.children),
    around.parent === '' ? '' : `Above it: ${around.parent}`,
    list('Top level', topLevel(options)),
    `Open one of these, or search with \`${options.prefix}_search\`.`,
  ];
  return toolError(parts.filter((part) => part !== '').join('\n\n'));
}

function list(title: string, paths: readonly string[]): string {
  if (paths.length === 0) return '';
  const lines = paths.slice(0, LISTED).map((path) => `- ${path}`);
  const more = paths.length > LISTED ? [`- and ${paths.length - LISTED} more`] : [];
  return [`${title}:`, ...lines, ...more].join('\n');
}
