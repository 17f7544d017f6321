import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { z } from 'zod';
import type { Problem } from '../core/problem.ts';
import { EXAMPLE_FILE } from './allowed.ts';
import { explain, secretAt } from './explain.ts';
import type { Complaint } from './explain.ts';
import { configSchema } from './schema.ts';
import type { Config } from './schema.ts';
import { secretPaths } from './secret-shapes.ts';
import { readYaml } from './yaml-file.ts';
import type { Finding } from './yaml-file.ts';

export type ConfigResult =
  | {
      readonly kind: 'config';
      readonly config: Config;
      /** As it was given. */
      readonly file: string;
      /** Absolute; the config's paths are relative to it. */
      readonly folder: string;
    }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Reads a config file. What is wrong with it is a value, and all of it at once. */
export async function loadConfig(file: string): Promise<ConfigResult> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return failed(file, [unreadable(error)]);
  }
  const text = bytes.toString('utf8');
  if (!isUtf8(bytes)) return failed(file, [notUtf8(text)]);
  return parseConfig(text.replace(/^\uFEFF/, ''), file);
}

/** Reads the text of a config file. */
export function parseConfig(text: string, file: string): ConfigResult {
  const { value, findings, lineOf } = readYaml(text);
  if (value === undefined) return failed(file, findings);
  if (value === null && findings.length === 0) return failed(file, [EMPTY]);
  const parsed = configSchema.safeParse(value, { reportInput: true });
  const complaints = [...secretPaths(value).map(secretAt), ...explained(parsed.error)];
  const located = onePerPath(complaints).map((complaint) => ({ ...complaint, line: lineOf(complaint.path) }));
  if (parsed.data === undefined || findings.length + located.length > 0) {
    return failed(file, [...findings, ...located]);
  }
  return { kind: 'config', config: parsed.data, file, folder: dirname(resolve(file)) };
}

const EMPTY: Finding = {
  line: 1,
  message: 'the config is empty',
  remedy: `copy ${EXAMPLE_FILE}, and change what you need`,
};

function explained(error: z.ZodError | undefined): Complaint[] {
  return error?.issues.flatMap(explain) ?? [];
}

function onePerPath(complaints: readonly Complaint[]): Complaint[] {
  const keys = complaints.map(({ path }) => JSON.stringify(path));
  return complaints.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

function failed(file: string, findings: readonly Finding[]): ConfigResult {
  const problems = findings
    .map(({ line, message, remedy }) => ({
      severity: 'error' as const,
      collection: '',
      file,
      line,
      message,
      remedy,
    }))
    .sort((a, b) => a.line - b.line);
  return { kind: 'problems', problems };
}

function unreadable(error: unknown): Finding {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const other = '--config FILE or SIGNPOST_CONFIG names another one';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { line: 0, message: 'there is no such config file', remedy: `check the path; ${other}` };
    case 'EISDIR':
      return { line: 0, message: 'the config is a folder, not a file', remedy: 'name the file in it' };
    case 'EACCES':
    case 'EPERM':
      return { line: 0, message: 'the config file may not be read', remedy: 'allow this user to read it' };
    default:
      return {
        line: 0,
        message: `the config file cannot be read (${String(code)})`,
        remedy: `check the disk; ${other}`,
      };
  }
}

function notUtf8(text: string): Finding {
  const before = text.slice(0, text.indexOf('\uFFFD'));
  return {
    line: before.split('\n').length,
    message: 'the config file is not UTF-8',
    remedy: 'save it as UTF-8',
  };
}
