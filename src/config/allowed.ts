import { stringify } from 'yaml';
import type { JsonSchema } from './json-schema.ts';
import { listed } from './listed.ts';

/** Shows every key. */
export const EXAMPLE_FILE = 'config/example.yaml';

/** What may stand at a place, as advice: `use a whole number from 2 to 6, such as 6`. */
export function advice(schema: JsonSchema): string {
  const example = exampleOf(schema);
  const such = example === undefined ? '' : `, such as ${yamlOf(example)}`;
  if (schema.enum !== undefined) return `use ${listed(schema.enum, 'or')}`;
  if (schema.anyOf !== undefined) return `use ${listed(schema.anyOf.map(adviceWithin), 'or')}`;
  switch (schema.type) {
    case 'object':
      if (example !== undefined) return `use a map${such}`;
      return `use a map with keys such as ${listed(Object.keys(schema.properties ?? {}).slice(0, 3), 'and')}`;
    case 'array':
      return `use a list${atLeast(schema)}${such === '' ? `, as ${EXAMPLE_FILE} does` : such}`;
    case 'boolean':
      return 'use true or false';
    case 'integer':
      return `use a whole number ${range(schema)}${such}`;
    case 'number':
      return `use a number ${range(schema)}${such}`;
    default:
      return `use a text${such}`;
  }
}

function adviceWithin(schema: JsonSchema): string {
  return advice(schema).replace(/^use /, '');
}

/** A value that says something: the example of the manual, else the default. */
export function exampleOf({ examples, default: byDefault }: JsonSchema): unknown {
  const [example] = examples ?? [];
  if (example !== undefined) return example;
  const isEmpty =
    byDefault === '' || (typeof byDefault === 'object' && Object.keys(byDefault ?? {}).length === 0);
  return isEmpty ? undefined : byDefault;
}

/** A value on one line of YAML. */
export function yamlOf(value: unknown): string {
  return stringify(value, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    singleQuote: true,
    lineWidth: 0,
  }).trim();
}

export function range({ minimum, maximum }: JsonSchema): string {
  return `from ${minimum ?? 0} to ${maximum ?? '…'}`;
}

function atLeast({ minItems }: JsonSchema): string {
  return minItems === undefined || minItems < 2 ? '' : ` of at least ${minItems}`;
}
