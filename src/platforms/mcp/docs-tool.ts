import type { CallToolResult } from '@modelcontextprotocol/server';
import { docsDescription } from './descriptions.ts';
import { docsOutput, showDocument } from './document-reply.ts';
import { documentOf, topDocument, topLevel } from './document.ts';
import type { McpOptions } from './mcp-options.ts';
import { collectionNames } from './page-reference.ts';
import { CURSOR, MAX_TOKENS } from './shared-arguments.ts';
import { defineTool } from './tool.ts';
import type { Tool } from './tool.ts';
import { toolError } from './tool-result.ts';
import { missingPath, wrongPath } from './wrong-path.ts';

const ARGUMENTS = {
  path: {
    kind: 'text',
    required: true,
    description:
      'What to read: the path of a page or folder (`guides/start`), the id of a section, or a URL of the docs; `/` lists the top level',
  },
  cursor: CURSOR,
  maxTokens: MAX_TOKENS,
} as const;

/** No path is longer. */
const LONGEST = 2_000;

export function docsTool(options: McpOptions): Tool {
  const { prefix, title, library } = options;
  return defineTool({
    name: `${prefix}_docs`,
    title: `Read ${title}`,
    description: docsDescription(options),
    arguments: ARGUMENTS,
    output: docsOutput,
    answer: ({ path, ...reading }) =>
      library.isReady
        ? read(path.slice(0, LONGEST), reading, options)
        : toolError('The docs are still being read. Try again in a few seconds.'),
  });
}

interface Reading {
  readonly cursor: string;
  readonly maxTokens: number;
}

function read(path: string, reading: Reading, options: McpOptions): CallToolResult {
  if (path === '') return missingPath(topLevel(options), options);
  const named = options.library.find(path, collectionNames(options));
  const isTop = /^(?:\/|\.|\.\/)$/u.test(path);
  const document = isTop ? topDocument(options) : documentOf(named, options);
  if (document !== undefined) return showDocument(document, { ...reading, prefix: options.prefix });
  return named.kind === 'unknown' ? wrongPath(path, named, options) : missingPath(topLevel(options), options);
}
