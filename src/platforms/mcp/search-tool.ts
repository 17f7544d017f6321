import type { CallToolResult } from '@modelcontextprotocol/server';
import { QUESTION_LIMIT, cleanQuestion } from '../../core/question.ts';
import type { FailureReply } from '../../core/reply.ts';
import { versionAsked } from '../version-named.ts';
import { decodeOffset } from './cursor.ts';
import type { McpOptions } from './mcp-options.ts';
import { searchDescription } from './descriptions.ts';
import { editionArguments, noSuchVersion, versionsIn } from './editions.ts';
import type { Choices } from './editions.ts';
import { searchOutput, showEntries, showResults } from './search-reply.ts';
import { cursorOf } from './search.ts';
import type { Search } from './search.ts';
import { CURSOR, MAX_TOKENS } from './shared-arguments.ts';
import { defineTool } from './tool.ts';
import type { Tool } from './tool.ts';
import { toolError } from './tool-result.ts';

function argumentsOf(choices: Choices) {
  return {
    query: {
      kind: 'text',
      required: true,
      description: `The user's question or a few keywords, up to ${QUESTION_LIMIT} characters. A whole question finds more than single words; no secrets or personal data`,
    },
    maxResults: {
      kind: 'number',
      least: 1,
      most: 50,
      byDefault: 10,
      description: 'Most results of one reply',
    },
    collection: {
      kind: 'text',
      required: false,
      description: 'Name of one collection or changelog to search alone; all where left out',
    },
    ...editionArguments(choices),
    cursor: CURSOR,
    maxTokens: MAX_TOKENS,
  } as const;
}

export function searchTool(options: McpOptions, choices: Choices): Tool {
  const { prefix, title } = options;
  return defineTool({
    name: `${prefix}_search`,
    title: `Search ${title}`,
    description: searchDescription(options),
    arguments: argumentsOf(choices),
    output: searchOutput,
    answer: ({ query, collection, version: given, locale, maxResults, cursor, maxTokens }) => {
      const text = cleanQuestion(query);
      if (text === '') return toolError(`\`query\` is missing: what to look for in ${title}, in words.`);
      const names = [...options.collections, ...options.feeds].map(({ name }) => name);
      if (collection !== '' && !names.includes(collection))
        return toolError(
          `There is no collection \`${collection.slice(0, 100)}\`. Leave \`collection\` out, or use one of: ${names.join(', ')}.`,
        );
      const version = versionAsked(given, versionsIn(collection, options));
      const asked = { query: text, collection, version, locale };
      const offset = decodeOffset(cursor, cursorOf(asked));
      if (offset === undefined)
        return toolError('This `cursor` is not of this search. Repeat the call without it.');
      return search({ ...asked, maxResults, maxTokens, offset }, options);
    },
  });
}

function search(asked: Search, options: McpOptions): CallToolResult {
  const reply = options.core.ask(
    {
      id: '',
      text: asked.query,
      platform: 'mcp',
      workspace: '',
      place: '',
      asker: '',
      visibility: 'private',
      collections: seen(asked.collection, options),
      version: asked.version,
      locale: asked.locale,
    },
    { offset: asked.offset, limit: asked.maxResults },
  );
  switch (reply.kind) {
    case 'results':
      return showResults(reply, asked, options);
    case 'entries':
      return showEntries(reply, asked, options);
    case 'failure':
      return toolError(failureText(reply));
    default:
      return toolError('`query` holds nothing to search for.');
  }
}

/** Names for the core, which takes none as all that there are, also those that are not meant for here. */
function seen(collection: string, { core, collections, feeds }: McpOptions): readonly string[] {
  if (collection !== '') return [collection];
  const names = [...collections, ...feeds].map(({ name }) => name);
  return names.length === core.help().collections.length ? [] : names;
}

/** What a model is told where there is no reply. */
function failureText(reply: FailureReply): string {
  switch (reply.reason) {
    case 'not-ready':
      return 'The docs are still being read. Try again in a few seconds.';
    case 'no-version':
      return noSuchVersion(reply.version, reply.versions);
    case 'gone':
    case 'failed':
      return 'The search failed; the operator finds the cause in the log. Try other words.';
  }
}
