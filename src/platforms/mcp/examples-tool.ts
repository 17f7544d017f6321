import type { CallToolResult } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { CodeExample, CodeExampleGroup } from '../../core/code-examples.ts';
import { cutText } from '../cut-text.ts';
import { examplesDescription } from './descriptions.ts';
import { joined } from './joined.ts';
import type { McpOptions } from './mcp-options.ts';
import { showPaged } from './paged-text.ts';
import type { TextPart } from './paged-text.ts';
import { CURSOR, MAX_TOKENS } from './shared-arguments.ts';
import { defineTool } from './tool.ts';
import type { Tool } from './tool.ts';
import { toolError, toolResult } from './tool-result.ts';

const ARGUMENTS = {
  example: {
    kind: 'text',
    required: false,
    description: 'Name of a group of examples; empty to list the groups',
  },
  cursor: CURSOR,
  maxTokens: MAX_TOKENS,
} as const;

const examplesOutput = z.object({
  kind: z.enum(['groups', 'group']),
  name: z.string().describe('Name of the group; empty for the list of groups'),
  title: z.string(),
  text: z.string().describe('Markdown, from the beginning or the cursor on'),
  otherGroups: z.array(z.string()).optional(),
  nextCursor: z.string().optional().describe('There is more to read'),
});

type ExamplesOutput = z.infer<typeof examplesOutput>;

/** The longest title, and the most groups that are named beside one, or in an error. */
const TITLE = 200;
const GROUPS = 20;

export function examplesTool(options: McpOptions): Tool {
  const { prefix, title, examples } = options;
  return defineTool({
    name: `${prefix}_examples`,
    title: `Code examples of ${title}`,
    description: examplesDescription(options),
    arguments: ARGUMENTS,
    output: examplesOutput,
    answer: async ({ example, ...reading }) => {
      const groups = await examples.groups();
      if (groups.length === 0)
        return toolError(`${title} has no code examples of their own. Search with \`${prefix}_search\`.`);
      const shown: Reading = { ...reading, prefix };
      if (example === '') return showGroups(groups, { ...shown, title });
      const group = await examples.read(example);
      return group === undefined ? noSuchGroup(example, groups) : showGroup(group, groups, shown);
    },
  });
}

interface Reading {
  readonly cursor: string;
  readonly maxTokens: number;
  readonly prefix: string;
}

function showGroups(groups: readonly string[], reading: Reading & { title: string }): CallToolResult {
  const { title, prefix } = reading;
  const about = { kind: 'groups', name: '', title: `Code examples of ${title}` } as const;
  return showPaged({
    ...reading,
    source: groups.map((group) => `- ${group}`).join('\n'),
    of: ['examples'],
    show: (part) =>
      result(part, {
        ...about,
        prefix,
        advice: `Read one: call \`${prefix}_examples\` with its name as example.`,
      }),
  });
}

function showGroup(group: CodeExampleGroup, groups: readonly string[], reading: Reading): CallToolResult {
  const { name } = group;
  const others = groups.filter((other) => other !== name).slice(0, GROUPS);
  const about = { kind: 'group', name, title: cutText(group.title, TITLE) } as const;
  const advice = others.length === 0 ? '' : `Other groups: ${others.join(', ')}.`;
  return showPaged({
    ...reading,
    source: group.files.map(fileMarkdown).join('\n\n'),
    of: ['examples', name],
    show: (part) =>
      result(part, {
        ...about,
        prefix: reading.prefix,
        ...(part.isFirst ? { advice, otherGroups: others } : { advice: '' }),
      }),
  });
}

interface About extends Pick<ExamplesOutput, 'kind' | 'name' | 'title' | 'otherGroups'> {
  readonly advice: string;
  readonly prefix: string;
}

function result(
  { markdown, isFirst, nextCursor }: TextPart,
  { advice, prefix, ...about }: About,
): CallToolResult {
  const more = `There is more: call \`${prefix}_examples\` with the same example and cursor \`${nextCursor}\`.`;
  const text = joined([
    `# ${about.title}${isFirst ? '' : ' (continued)'}`,
    markdown,
    '---',
    nextCursor === '' ? '' : more,
    advice,
  ]);
  const structured: ExamplesOutput = {
    ...about,
    text: markdown,
    ...(nextCursor === '' ? {} : { nextCursor }),
  };
  return toolResult({ markdown: text, structured, links: [] });
}

/** A fence is longer than any that stands in the code. */
function fileMarkdown({ path, language, text }: CodeExample): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/gu), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `## ${path}\n\n${fence}${language}\n${text.replace(/\n$/u, '')}\n${fence}`;
}

function noSuchGroup(example: string, groups: readonly string[]): CallToolResult {
  const shown = example.replaceAll(/[`\p{Cc}]/gu, ' ').slice(0, TITLE);
  const asked = example.toLowerCase();
  const near = groups.filter(
    (group) => asked.includes(group.toLowerCase()) || group.toLowerCase().includes(asked),
  );
  return toolError(
    joined([
      `There is no group of examples \`${shown}\`.`,
      near.length === 0 ? '' : `Did you mean: ${near.slice(0, GROUPS).join(', ')}?`,
      `Groups: ${groups.slice(0, GROUPS * 5).join(', ')}.`,
    ]),
  );
}
