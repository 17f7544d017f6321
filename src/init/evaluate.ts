import type { parseExpression } from '@babel/parser';
import { nameOfCall, scriptCall } from './script-call.ts';
import { isRecord, valueAt } from './value-at.ts';

/** An expression of JavaScript or TypeScript. */
export type Expression = ReturnType<typeof parseExpression>;

export interface Scope {
  /** The text that was parsed. */
  readonly source: string;
  /** The value of a name; undefined where it is not known. */
  value(name: string): unknown;
  /** What a file that is required gives. */
  required(specifier: string): unknown;
  /** What a function gives back. */
  returned(body: unknown): unknown;
}

interface Node {
  readonly type: string;
  readonly start?: number | null | undefined;
  readonly end?: number | null | undefined;
}

type Evaluate<Type extends Expression['type']> = (
  node: Extract<Expression, { type: Type }>,
  scope: Scope,
) => unknown;

const ENVIRONMENT = /\b(?:process|import\s*\.\s*meta)\s*\.\s*env\b/u;
const VARIABLE = /^(?:process|import\s*\.\s*meta)\s*\.\s*env\s*\.\s*(\w+)$/u;
/** The environment of a build that is published; nobody sets further variables for one that works without them. */
const SET: Readonly<Record<string, string>> = { NODE_ENV: 'production', CI: 'true', GITHUB_ACTIONS: 'true' };

/** How each kind of expression is read; all others are not known. */
const KINDS: { readonly [Type in Expression['type']]?: Evaluate<Type> } = {
  StringLiteral: ({ value }) => value,
  NumericLiteral: ({ value }) => value,
  BooleanLiteral: ({ value }) => value,
  NullLiteral: () => null,
  TemplateLiteral: (node, scope) => {
    const values = node.expressions.map((one) => evaluate(one, scope));
    if (!values.every((value) => typeof value === 'string' || typeof value === 'number')) return undefined;
    return node.quasis.map(({ value }, index) => `${value.cooked ?? ''}${values[index] ?? ''}`).join('');
  },
  ArrayExpression: ({ elements }, scope) =>
    elements.flatMap((element) => {
      if (element?.type !== 'SpreadElement') return [evaluate(element, scope)];
      const spread = evaluate(element.argument, scope);
      return Array.isArray(spread) ? (spread as unknown[]) : [];
    }),
  ObjectExpression: ({ properties }, scope) => {
    const entries = properties.flatMap((property): [string, unknown][] => {
      if (property.type === 'SpreadElement') {
        const spread = evaluate(property.argument, scope);
        return isRecord(spread) ? Object.entries(spread) : [];
      }
      const key = keyOf(property, scope);
      if (key === undefined) return [];
      return [[key, property.type === 'ObjectProperty' ? evaluate(property.value, scope) : undefined]];
    });
    return Object.fromEntries(entries);
  },
  Identifier: ({ name }, scope) => (name === 'undefined' ? undefined : scope.value(name)),
  MemberExpression: (node, scope) => {
    const variable = VARIABLE.exec(textOf(node, scope))?.[1];
    if (variable !== undefined) return SET[variable] ?? null;
    const key = keyOf({ key: node.property, computed: node.computed }, scope);
    const object = evaluate(node.object, scope);
    return key === undefined ? undefined : valueAt(object, Array.isArray(object) ? Number(key) : key);
  },
  CallExpression: (node, scope) => called(node, scope),
  NewExpression: ({ callee, arguments: [first] }, scope) =>
    callee.type === 'Identifier' && callee.name === 'URL' ? evaluate(first, scope) : undefined,
  ArrowFunctionExpression: ({ body }, scope) =>
    scriptCall('', [body.type === 'BlockStatement' ? scope.returned(body) : evaluate(body, scope)]),
  FunctionExpression: ({ body }, scope) => scriptCall('', [scope.returned(body)]),
  LogicalExpression: (node, scope) => {
    const left = evaluate(node.left, scope);
    if (node.operator === '&&') return !isKnown(left) || left ? evaluate(node.right, scope) : left;
    const isTaken = node.operator === '||' ? Boolean(left) : left !== undefined && left !== null;
    if (isTaken) return left;
    return left !== undefined || isOfEnvironment(node.left, scope) ? evaluate(node.right, scope) : undefined;
  },
  ConditionalExpression: (node, scope) => {
    const test = evaluate(node.test, scope);
    if (!isKnown(test)) return undefined;
    return evaluate(test ? node.consequent : node.alternate, scope);
  },
  BinaryExpression: (node, scope) => {
    const [left, right] = [evaluate(node.left, scope), evaluate(node.right, scope)];
    if (!isKnown(left) || !isKnown(right)) return undefined;
    switch (node.operator) {
      case '+':
        return typeof left === 'string' && typeof right === 'string' ? left + right : undefined;
      case '===':
      case '==':
        return left === right;
      case '!==':
      case '!=':
        return left !== right;
      default:
        return undefined;
    }
  },
  UnaryExpression: ({ operator, argument }, scope) => {
    const value = evaluate(argument, scope);
    return operator === '!' && isKnown(value) ? !value : undefined;
  },
  AwaitExpression: ({ argument }, scope) => evaluate(argument, scope),
  ParenthesizedExpression: ({ expression }, scope) => evaluate(expression, scope),
  TSAsExpression: ({ expression }, scope) => evaluate(expression, scope),
  TSNonNullExpression: ({ expression }, scope) => evaluate(expression, scope),
  TSSatisfiesExpression: ({ expression }, scope) => evaluate(expression, scope),
  TSTypeAssertion: ({ expression }, scope) => evaluate(expression, scope),
};

/**
 * The value of an expression as far as it is plain to see without running anything: texts, numbers, lists, objects, names of such, and
 * calls (`ScriptCall`). Undefined for all else.
 */
export function evaluate(node: Node | null | undefined, scope: Scope): unknown {
  if (node === null || node === undefined || !Object.hasOwn(KINDS, node.type)) return undefined;
  // The table has for each type the function that takes it.
  const kind = KINDS[node.type as Expression['type']] as (node: Node, scope: Scope) => unknown;
  return kind(node, scope);
}

/** What a call gives is not. */
function isKnown(value: unknown): boolean {
  return value !== undefined && nameOfCall(value) === undefined;
}

interface Keyed {
  readonly key: Node;
  readonly computed?: boolean | undefined;
}

function keyOf({ key, computed = false }: Keyed, scope: Scope): string | undefined {
  if (!computed && key.type === 'Identifier' && 'name' in key) return String(key.name);
  const value = evaluate(key, scope);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function called(node: Extract<Expression, { type: 'CallExpression' }>, scope: Scope): unknown {
  const { callee } = node;
  const args = node.arguments.map((argument) => evaluate(argument, scope));
  if (callee.type === 'Identifier') {
    const [first] = args;
    if (callee.name === 'require' && typeof first === 'string') return scope.required(first);
    return scriptCall(callee.name, args);
  }
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') {
    const { name } = callee.property;
    const object = evaluate(callee.object, scope);
    if (name === 'filter' && Array.isArray(object)) return object.filter((one) => Boolean(one));
    return scriptCall(name, [...args, object]);
  }
  // `createMDX()(config)`
  return scriptCall(nameOfCall(evaluate(callee, scope)) ?? '', args);
}

function isOfEnvironment(node: Node, scope: Scope): boolean {
  return ENVIRONMENT.test(textOf(node, scope));
}

function textOf({ start, end }: Node, { source }: Scope): string {
  return source.slice(start ?? 0, end ?? 0);
}
