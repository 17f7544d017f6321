import { readFile } from 'node:fs/promises';
import { format } from 'oxfmt';
import type { FormatConfig, Oxfmtrc } from 'oxfmt';
import { jsonSchema } from '../../src/config/json-schema.ts';
import { fillManual } from '../../src/config/manual.ts';

const ROOT = new URL('../../', import.meta.url);

export interface GeneratedFile {
  readonly path: string;
  readonly url: URL;
  /** What it should hold. */
  readonly text: string;
}

/** The files that are made from the schema, as they should be. */
export async function generatedFiles(): Promise<GeneratedFile[]> {
  const manual = await readFile(new URL('docs/configuration.md', ROOT), 'utf8');
  return [
    await generated('docs/configuration.md', fillManual(manual)),
    await generated('config/signpost.schema.json', JSON.stringify(jsonSchema)),
  ];
}

async function generated(path: string, text: string): Promise<GeneratedFile> {
  const { code, errors } = await format(path, text, await formatting());
  if (errors.length > 0) throw new Error(`${path} cannot be formatted`, { cause: errors });
  return { path, url: new URL(path, ROOT), text: code };
}

async function formatting(): Promise<FormatConfig> {
  const rules = JSON.parse(await readFile(new URL('.oxfmtrc.json', ROOT), 'utf8')) as Oxfmtrc;
  const { ignorePatterns: _, ...config } = rules;
  return config;
}
