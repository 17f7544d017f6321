import type { z } from 'zod';
import { advice, EXAMPLE_FILE, exampleOf, yamlOf } from './allowed.ts';
import { listed } from './listed.ts';
import { dotted, placesOf, schemaAt } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { nearest } from './nearest.ts';
import { looksSecret, namesSecret } from './secret-shapes.ts';

type Path = readonly PropertyKey[];

/** Something wrong at a place of the config, in words. */
export interface Complaint {
  readonly path: Path;
  readonly message: string;
  readonly remedy: string;
}

/** Names a secret that people may have meant at the place. */
function secretsRemedy(path: Path): string {
  const variable = path.includes('source') ? 'GIT_TOKEN' : 'SLACK_BOT_TOKEN';
  return `secrets come from the environment, such as ${variable}; remove this, and renew it if others saw it`;
}

/** A secret in the value of a key. */
export function secretAt(path: Path): Complaint {
  return { path, message: `${dotted(path)} holds what looks like a secret`, remedy: secretsRemedy(path) };
}

/** What one finding of the schema says to whoever wrote the config. */
export function explain(issue: z.core.$ZodIssue): Complaint[] {
  const { path } = issue;
  const schema = schemaAt(path) ?? {};
  const remedy = advice(schema);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(path, key, schema));
    case 'invalid_value':
      return [{ path, message: cannotBe(issue), remedy: meant(issue.input, schema.enum) ?? remedy }];
    case 'invalid_format':
      return [{ path, message: cannotBe(issue), remedy: issue.message }];
    case 'custom': {
      const own: unknown = issue.params?.['remedy'];
      const message = `${dotted(path)} ${issue.message}`;
      return [{ path, message, remedy: typeof own === 'string' ? own : remedy }];
    }
    default:
      if (issue.input === undefined) return [missing(path, schema)];
      return [{ path, message: cannotBe(issue), remedy: remedyFor(issue.input, schema) }];
  }
}

function unknownKey(path: Path, key: string, schema: JsonSchema): Complaint {
  const place = [...path, key];
  const message = `unknown key ${dotted(place)}`;
  if (namesSecret(key)) return { path: place, message, remedy: secretsRemedy(path) };
  const keys = Object.keys(schema.properties ?? {});
  const near = nearest(key, keys);
  const meant = near === undefined ? placesOf(key) : [near];
  const remedy = meant.length > 0 ? `did you mean ${listed(meant, 'or')}?` : `use ${listed(keys, 'or')}`;
  return { path: place, message, remedy };
}

function missing(path: Path, schema: JsonSchema): Complaint {
  const key = String(path.at(-1));
  const example = exampleOf(schema);
  const line = yamlOf({ [key]: example }).slice(1, -1);
  const remedy = example === undefined ? `as ${EXAMPLE_FILE} does` : `such as ${line}`;
  return { path, message: `${dotted(path)} is missing`, remedy: `add it, ${remedy}` };
}

function cannotBe({ path, input }: z.core.$ZodIssue): string {
  return `${dotted(path) === '' ? 'the config' : dotted(path)} cannot be ${described(input)}`;
}

function remedyFor(input: unknown, schema: JsonSchema): string {
  const scalar = typeof input === 'string' || typeof input === 'number' || typeof input === 'boolean';
  if (isInexact(input) && schema.type === 'string')
    return 'put it in quotes, since a number as long as this loses its last digits';
  if (scalar && schema.type === 'string' && typeof input !== 'string')
    return `put it in quotes: '${String(input)}'`;
  const takesOne = schema.type === 'array' && schema.items?.type === 'string' && (schema.minItems ?? 0) < 2;
  if (scalar && takesOne && !isInexact(input) && !looksSecret(String(input)))
    return `write a list: ${yamlOf([String(input)])}`;
  const removable = input === null && schema.default !== undefined;
  return removable ? `${advice(schema)}, or remove the key` : advice(schema);
}

/** Longer than numbers are exact, as ids are that lack their quotes. */
function isInexact(input: unknown): boolean {
  return Number.isInteger(input) && !Number.isSafeInteger(input);
}

function meant(input: unknown, words: readonly string[] = []): string | undefined {
  const near = typeof input === 'string' ? nearest(input, words) : undefined;
  return near === undefined ? undefined : `did you mean ${near}?`;
}

/** A value as a sentence can hold it: short, on one line, and never a secret. */
function described(value: unknown): string {
  if (value === null || value === '') return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'a map';
  if (isInexact(value)) return 'a number without quotes';
  if (typeof value !== 'string') return String(value);
  if (looksSecret(value)) return 'a secret';
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 39)}…` : value);
}
