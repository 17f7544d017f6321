import { z } from 'zod';
import { squeezed } from './nearest.ts';
import { configSchema } from './schema.ts';
import { looksSecret } from './secret-shapes.ts';

/** As much of JSON Schema as the config's has. */
export interface JsonSchema {
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
  readonly description?: string | undefined;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  /** Either of them. */
  readonly anyOf?: readonly JsonSchema[];
}

/** The config's JSON Schema: editors, remedies and the manual read this. */
export const jsonSchema = {
  title: 'Signpost config',
  ...z.toJSONSchema(configSchema, { io: 'input', target: 'draft-7' }),
} as JsonSchema;

/** What is allowed at a place; undefined where the config has no such place. */
export function schemaAt(path: readonly PropertyKey[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (schema, step) => (typeof step === 'number' ? schema?.items : schema?.properties?.[String(step)]),
    jsonSchema,
  );
}

/** `collections[0].site.url`. */
export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    const key = looksSecret(String(step)) ? '[secret]' : String(step);
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** The keys of this name anywhere in the config, as `collections[].site.url`. */
export function placesOf(name: string): string[] {
  return maps().flatMap(({ path, schema }) =>
    Object.keys(schema.properties ?? {})
      .filter((key) => squeezed(key) === squeezed(name))
      .map((key) => (path === '' ? `${key} at the top level` : `${path}.${key}`)),
  );
}

/** Every map of the config, parents first, with its path as `collections[].site`; the path of the whole is empty. */
export function maps(schema: JsonSchema = jsonSchema, path = ''): { path: string; schema: JsonSchema }[] {
  if (schema.items !== undefined)
    return maps({ description: schema.description, ...schema.items }, `${path}[]`);
  if (schema.properties === undefined) return [];
  const below = Object.entries(schema.properties).flatMap(([key, value]) =>
    maps(value, path === '' ? key : `${path}.${key}`),
  );
  return [{ path, schema }, ...below];
}
