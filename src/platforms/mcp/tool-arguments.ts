/** A text; empty where it is not given. */
export interface TextArgument {
  readonly kind: 'text';
  /** Empty for an argument that is not declared, as there is nothing to choose; it is read all the same. */
  readonly description: string;
  readonly required: boolean;
}

/** A whole number; what is out of range is brought into it. */
export interface NumberArgument {
  readonly kind: 'number';
  readonly description: string;
  readonly least: number;
  readonly most: number;
  readonly byDefault: number;
}

export type ToolArguments = Readonly<Record<string, TextArgument | NumberArgument>>;

export type ArgumentValues<Arguments extends ToolArguments> = {
  readonly [Name in keyof Arguments]: Arguments[Name]['kind'] extends 'text' ? string : number;
};

export type ReadArguments<Arguments extends ToolArguments> =
  | { readonly kind: 'read'; readonly values: ArgumentValues<Arguments> }
  /** Whole sentences that say what to mend. */
  | { readonly kind: 'wrong'; readonly problem: string };

/** The JSON Schema that `tools/list` declares. What it does not name is let through, for the names that models make up. */
export function inputSchemaOf(declared: ToolArguments): Record<string, unknown> {
  const entries = Object.entries(declared).filter(([, { description }]) => description !== '');
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, argument]) => [name, propertyOf(argument)])),
    required: entries.filter(([, one]) => one.kind === 'text' && one.required).map(([name]) => name),
  };
}

function propertyOf(argument: TextArgument | NumberArgument): Record<string, unknown> {
  const { description } = argument;
  if (argument.kind === 'text') return { type: 'string', description };
  const { least, most, byDefault } = argument;
  return { type: 'integer', description, minimum: least, maximum: most, default: byDefault };
}

/**
 * Reads what a model sent, by the declared names. Numbers may be texts and texts numbers; null is as good as nothing.
 * Whether a text that is needed is there is for the tool to say, who knows what to advise.
 */
export function readArguments<Arguments extends ToolArguments>(
  declared: Arguments,
  given: Readonly<Record<string, unknown>>,
): ReadArguments<Arguments> {
  const read = Object.entries(declared).map(
    ([name, argument]) => [name, readArgument(name, argument, given[name])] as const,
  );
  const problems = read.flatMap(([, value]) => (typeof value === 'object' ? [value.problem] : []));
  if (problems.length > 0) return { kind: 'wrong', problem: problems.join(' ') };
  // The compiler cannot follow from names to kinds through `fromEntries`.
  return { kind: 'read', values: Object.fromEntries(read) as ArgumentValues<Arguments> };
}

type Value = string | number | { readonly problem: string };

function readArgument(name: string, argument: TextArgument | NumberArgument, given: unknown): Value {
  const value = Array.isArray(given) && given.length === 1 ? (given[0] as unknown) : (given ?? '');
  return argument.kind === 'text' ? readText(name, value) : readNumber(name, argument, value);
}

function readText(name: string, value: unknown): Value {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return { problem: `\`${name}\` must be one text.` };
}

function readNumber(name: string, { least, most, byDefault }: NumberArgument, value: unknown): Value {
  if (typeof value === 'string' && value.trim() === '') return byDefault;
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || Number.isNaN(number))
    return { problem: `\`${name}\` must be a number from ${least} to ${most}.` };
  return Math.trunc(Math.min(most, Math.max(least, number)));
}
