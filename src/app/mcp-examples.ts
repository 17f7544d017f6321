import { resolve } from 'node:path';
import type { Config } from '../config/schema.ts';
import type { CodeExamples } from '../core/code-examples.ts';

/** The code examples of a config, in a folder of a collection; what reads them is loaded when they are first asked for. */
export function mcpExamples(config: Config, from: string): CodeExamples {
  let loaded: Promise<CodeExamples> | undefined;
  const examples = (): Promise<CodeExamples> => (loaded ??= load(config, from));
  return {
    groups: async () => (await examples()).groups(),
    read: async (group) => (await examples()).read(group),
  };
}

async function load({ mcp, collections, data }: Config, from: string): Promise<CodeExamples> {
  const { createCodeExamples, NO_CODE_EXAMPLES } = await import('../content/code-examples.ts');
  const { sourceFolder } = await import('./collection-source.ts');
  const collection = collections.find(({ name }) => name === mcp.examples?.collection);
  if (mcp.examples === undefined || collection === undefined) return NO_CODE_EXAMPLES;
  const folder = await sourceFolder(collection, { folder: from, data });
  return folder === undefined ? NO_CODE_EXAMPLES : createCodeExamples(resolve(folder, mcp.examples.folder));
}
