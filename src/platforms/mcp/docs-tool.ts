import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Named } from '../../core/library.ts';
import { versionAsked } from '../version-named.ts';
import { docsDescription } from './descriptions.ts';
import { told, versionsIn } from './editions.ts';
import type { Choices } from './editions.ts';
import { docsOutput, showDocument } from './document-reply.ts';
import { documentOf, topDocument, topLevel } from './document.ts';
import type { McpOptions } from './mcp-options.ts';
import { collectionNames } from './page-reference.ts';
import { CURSOR, MAX_TOKENS } from './shared-arguments.ts';
import { defineTool } from './tool.ts';
import type { Tool } from './tool.ts';
import { toolError } from './tool-result.ts';
import { missingPath, wrongPath } from './wrong-path.ts';

function argumentsOf(choices: Choices) {
  return {
    path: {
      kind: 'text',
      required: true,
      description:
        'What to read: the path of a page or folder (`guides/start`), the id of a section, or a URL of the docs; `/` lists the top level',
    },
    version: {
      kind: 'text',
      required: false,
      description:
        choices.versions.length === 0
          ? ''
          : `Version of the docs that the path is in: ${told(choices.versions)}; not needed where the path begins with one, as those of results do`,
    },
    cursor: CURSOR,
    maxTokens: MAX_TOKENS,
  } as const;
}

/** No path is longer. */
const LONGEST = 2_000;

export function docsTool(options: McpOptions, choices: Choices): Tool {
  const { prefix, title, library } = options;
  return defineTool({
    name: `${prefix}_docs`,
    title: `Read ${title}`,
    description: docsDescription(options),
    arguments: argumentsOf(choices),
    output: docsOutput,
    answer: ({ path, ...reading }) =>
      library.isReady
        ? read(path.slice(0, LONGEST), reading, options)
        : toolError('The docs are still being read. Try again in a few seconds.'),
  });
}

interface Reading {
  /** As it was given; empty for none. */
  readonly version: string;
  readonly cursor: string;
  readonly maxTokens: number;
}

/** What a path names in a version; what it names by itself where there is no version, or nothing of it. */
function find(path: string, given: string, options: McpOptions): Named {
  const { library } = options;
  const names = collectionNames(options);
  const version = versionAsked(given, versionsIn('', options));
  if (version === '') return library.find(path, names);
  const versioned = library.find(versionedPath(path, version, names), names);
  return versioned.kind === 'unknown' ? library.find(path, names) : versioned;
}

/** A path with its version before it, behind the name of its collection: `docs/v2/guides/start`. */
function versionedPath(path: string, version: string, collections: readonly string[]): string {
  if (/^https?:/iu.test(path)) return path;
  const [first = '', ...rest] = path.replace(/^\/+/u, '').split('/');
  const isNamed = rest.length > 0 && collections.includes(first);
  return isNamed ? [first, version, ...rest].join('/') : [version, first, ...rest].join('/');
}

function read(path: string, reading: Reading, options: McpOptions): CallToolResult {
  if (path === '') return missingPath(topLevel(options), options);
  const named = find(path, reading.version, options);
  const isTop = /^(?:\/|\.|\.\/)$/u.test(path) && reading.version === '';
  const document = isTop ? topDocument(options) : documentOf(named, options);
  if (document !== undefined) return showDocument(document, { ...reading, prefix: options.prefix });
  return named.kind === 'unknown' ? wrongPath(path, named, options) : missingPath(topLevel(options), options);
}
