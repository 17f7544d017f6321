import { exampleOf, range, yamlOf } from './allowed.ts';
import { listed } from './listed.ts';
import { maps } from './json-schema.ts';
import type { JsonSchema } from './json-schema.ts';
import { VARIABLES } from './variables.ts';

/** Puts the tables of keys and environment variables between their markers in the manual. */
export function fillManual(manual: string): string {
  return fill(fill(manual, 'keys', keyTables()), 'variables', variableTable());
}

function fill(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}: written by npm run config:docs -->`, `<!-- end of ${name} -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the manual lacks the lines ${start} and ${end}: put them back`);
  return `${text.slice(0, from)}${start}\n\n${content}\n\n${text.slice(to)}`;
}

function keyTables(): string {
  return maps()
    .map(({ path, schema }) => {
      const rows = Object.entries(schema.properties ?? {}).map(([key, value]) => [
        `\`${key}\``,
        kindOf(value),
        schema.required?.includes(key) ? 'required' : defaultOf(value),
        meaningOf(value),
      ]);
      const heading = path === '' ? '### Top level' : `### \`${path}\`\n\n${schema.description}.`;
      return `${heading}\n\n${table(['Key', 'Value', 'Default', 'Meaning'], rows)}`;
    })
    .join('\n\n');
}

function variableTable(): string {
  const rows = Object.entries(VARIABLES).map(([name, { byDefault, meaning, secret }]) => [
    `\`${name}\``,
    byDefault === '' ? '' : `\`${byDefault}\``,
    secret ? 'yes' : '',
    `${meaning}.`,
  ]);
  return table(['Variable', 'Default', 'Secret', 'Meaning'], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function kindOf(schema: JsonSchema): string {
  if (schema.enum !== undefined)
    return listed(
      schema.enum.map((word) => `\`${word}\``),
      'or',
    );
  if (schema.anyOf !== undefined) return listed(schema.anyOf.map(kindOf), 'or');
  switch (schema.type) {
    case 'object':
      return 'map';
    case 'array':
      return `list of ${plural(kindOf(schema.items ?? {}))}`;
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `whole number ${range(schema)}`;
    case 'number':
      return `number ${range(schema)}`;
    default:
      return 'text';
  }
}

/** `list of texts` becomes `lists of texts`. */
function plural(kind: string): string {
  return kind.replace(/^\w+/, '$&s');
}

function defaultOf({ type, default: byDefault }: JsonSchema): string {
  return type === 'object' || byDefault === undefined ? '' : `\`${yamlOf(byDefault)}\``;
}

function meaningOf(schema: JsonSchema): string {
  const example = schema.examples === undefined ? '' : ` Such as \`${yamlOf(exampleOf(schema))}\`.`;
  return `${schema.description}.${example}`;
}
