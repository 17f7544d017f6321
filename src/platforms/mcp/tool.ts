import type { CallToolResult, StandardSchemaWithJSON, ToolAnnotations } from '@modelcontextprotocol/server';
import type { z } from 'zod';
import { withoutAliases } from './argument-aliases.ts';
import { inputSchemaOf, readArguments } from './tool-arguments.ts';
import type { ArgumentValues, ToolArguments } from './tool-arguments.ts';
import { toolError } from './tool-result.ts';

/** A tool as it is registered with a server; made once, and shared by all servers. */
export interface Tool {
  readonly name: string;
  readonly config: {
    readonly title: string;
    readonly description: string;
    readonly inputSchema: StandardSchemaWithJSON<unknown, unknown>;
    readonly outputSchema: StandardSchemaWithJSON<unknown, unknown>;
    readonly annotations: ToolAnnotations;
  };
  /** Takes anything that a client sends. */
  call(given: unknown): Promise<CallToolResult>;
}

export interface ToolDefinition<Arguments extends ToolArguments> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly arguments: Arguments;
  readonly output: z.ZodType;
  readonly answer: (values: ArgumentValues<Arguments>) => CallToolResult | Promise<CallToolResult>;
}

export function defineTool<Arguments extends ToolArguments>(definition: ToolDefinition<Arguments>): Tool {
  const { name, title, description, output, answer } = definition;
  return {
    name,
    config: {
      title,
      description,
      inputSchema: declared(inputSchemaOf(definition.arguments)),
      outputSchema: madeOnce(output),
      annotations: {
        title,
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    call: async (given) => {
      const named = withoutAliases(isRecord(given) ? given : {}, Object.keys(definition.arguments));
      const read = readArguments(definition.arguments, named);
      return read.kind === 'read' ? await answer(read.values) : toolError(read.problem);
    },
  };
}

/**
 * A schema that is declared, and lets everything through: the SDK would refuse aliases, numbers in texts and missing
 * arguments in words of its own, before the tool can say what to do.
 */
function declared(json: Record<string, unknown>): StandardSchemaWithJSON<unknown, unknown> {
  return {
    '~standard': {
      version: 1,
      vendor: 'signpost',
      validate: (value) => ({ value }),
      jsonSchema: { input: () => json, output: () => json },
    },
  };
}

/** The SDK converts a schema each time that tools are listed, and there is a server for each request. */
function madeOnce(schema: z.ZodType): StandardSchemaWithJSON<unknown, unknown> {
  const { validate, jsonSchema } = schema['~standard'];
  let json: Record<string, unknown> | undefined;
  const convert = (): Record<string, unknown> => (json ??= jsonSchema.output({ target: 'draft-2020-12' }));
  return {
    '~standard': { version: 1, vendor: 'zod', validate, jsonSchema: { input: convert, output: convert } },
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
