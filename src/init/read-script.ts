import { parse } from '@babel/parser';
import { posix } from 'node:path';
import { evaluate } from './evaluate.ts';
import type { Scope } from './evaluate.ts';
import type { Project } from './project.ts';

/** What a script exports, as far as it is plain to see. */
export interface Script {
  readonly source: string;
  readonly byDefault: unknown;
  readonly named: ReadonlyMap<string, unknown>;
}

type Program = ReturnType<typeof parse>['program'];
type Statement = Program['body'][number];

/** Names that a script gives values, each of which is read when it is asked for. */
type Names = Map<string, () => unknown>;

interface Reading {
  readonly project: Project;
  /** What was read already; undefined while it is being read. */
  readonly done: Map<string, Script | undefined>;
}

const ENDS = [
  '',
  '.ts',
  '.js',
  '.mts',
  '.mjs',
  '.cts',
  '.cjs',
  '.json',
  '/index.ts',
  '/index.js',
  '/index.mjs',
];
const MOST_SCRIPTS = 50;

/** Reads a script, and those beside it that it takes values from; undefined where there is none, or it is none. */
export function readScript(project: Project, path: string): Promise<Script | undefined> {
  return readOne(path, { project, done: new Map() });
}

async function readOne(path: string, reading: Reading): Promise<Script | undefined> {
  const { project, done } = reading;
  if (done.has(path) || done.size >= MOST_SCRIPTS) return done.get(path);
  done.set(path, undefined);
  const source = await project.read(path);
  if (source === undefined) return undefined;
  const script = path.endsWith('.json') ? jsonScript(source) : await scriptOf(source, path, reading);
  done.set(path, script);
  return script;
}

function jsonScript(source: string): Script | undefined {
  try {
    const byDefault: unknown = JSON.parse(source);
    return { source, byDefault, named: new Map() };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function scriptOf(source: string, path: string, reading: Reading): Promise<Script | undefined> {
  const program = programOf(source, path);
  if (program === undefined) return undefined;
  const beside = new Map<string, Script>();
  for (const [, specifier = ''] of source.matchAll(
    /\b(?:from|import|require)\s*\(?\s*['"](\.[^'"]+)['"]/gu,
  )) {
    const found = await readBeside(specifier, path, reading);
    if (found !== undefined) beside.set(specifier, found);
  }
  return exportsOf(program, source, beside);
}

function programOf(source: string, path: string): Program | undefined {
  const program = parsed(source, path);
  return program instanceof SyntaxError ? undefined : program;
}

/** Why a text is no script, with line and column; undefined where it is one. */
export function scriptFault(source: string, path: string): string | undefined {
  const program = parsed(source, path);
  if (!(program instanceof SyntaxError)) return undefined;
  const [first = ''] = program.message.split('\n');
  return first.replace(/\.?\s*\((\d+):(\d+)\)$/u, ' at line $1, column $2');
}

function parsed(source: string, path: string): Program | SyntaxError {
  const isTyped = /\.[cm]?tsx?$/u.test(path);
  try {
    return parse(source, {
      sourceType: 'module',
      errorRecovery: true,
      allowReturnOutsideFunction: true,
      plugins: isTyped ? [...(path.endsWith('x') ? (['jsx'] as const) : []), 'typescript'] : ['jsx'],
    }).program;
  } catch (error) {
    if (error instanceof SyntaxError) return error;
    throw error;
  }
}

/** TypeScript is imported as the JavaScript that is made of it, too. */
async function readBeside(specifier: string, from: string, reading: Reading): Promise<Script | undefined> {
  const path = posix.join(posix.dirname(from), specifier);
  const bases = [path, path.replace(/\.[cm]?js$/u, '')];
  const found = bases
    .flatMap((base) => ENDS.map((end) => base + end))
    .find((one) => reading.project.files.includes(one));
  return found === undefined ? undefined : readOne(found, reading);
}

function exportsOf(program: Program, source: string, beside: ReadonlyMap<string, Script>): Script {
  const scope = scopeOf(program.body, { source, beside, outer: () => undefined });
  const named = new Map<string, unknown>();
  let byDefault: unknown;
  for (const statement of program.body) {
    if (statement.type === 'ExportDefaultDeclaration') byDefault = valueOf(statement.declaration, scope);
    if (statement.type === 'TSExportAssignment') byDefault = evaluate(statement.expression, scope);
    if (statement.type === 'ExportNamedDeclaration')
      for (const [name, local] of exportedNames(statement)) named.set(name, scope.value(local));
    const assigned = commonExport(statement, source);
    if (assigned?.name === '') byDefault = evaluate(assigned.value, scope);
    else if (assigned !== undefined) named.set(assigned.name, evaluate(assigned.value, scope));
  }
  return { source, byDefault: byDefault ?? named.get('default'), named };
}

interface Surroundings {
  readonly source: string;
  readonly beside: ReadonlyMap<string, Script>;
  /** The value of a name that is not one of the statements'. */
  readonly outer: (name: string) => unknown;
}

function scopeOf(statements: readonly Statement[], around: Surroundings): Scope {
  const names: Names = new Map();
  const open = new Set<string>();
  const { source, beside } = around;
  const scope: Scope = {
    source,
    value: (name) => {
      const read = names.get(name);
      if (read === undefined) return around.outer(name);
      // A value that is made of itself is none that can be seen.
      if (open.has(name)) return undefined;
      open.add(name);
      const value = read();
      open.delete(name);
      return value;
    },
    required: (specifier) => beside.get(specifier)?.byDefault,
    returned: (block) => returnedBy(statementsOf(block), { source, beside, outer: scope.value }),
  };
  for (const statement of statements) declare(statement, { names, scope, beside });
  return scope;
}

function statementsOf(block: unknown): readonly Statement[] {
  return typeof block === 'object' && block !== null && 'body' in block && Array.isArray(block.body)
    ? (block.body as Statement[])
    : [];
}

/** The last return at the top of a function: those before it are for special cases. */
function returnedBy(statements: readonly Statement[], around: Surroundings): unknown {
  const found = statements.findLast((one) => one.type === 'ReturnStatement');
  return found === undefined ? undefined : evaluate(found.argument, scopeOf(statements, around));
}

interface Declaring {
  readonly names: Names;
  readonly scope: Scope;
  readonly beside: ReadonlyMap<string, Script>;
}

function declare(statement: Statement, declaring: Declaring): void {
  const { names, scope, beside } = declaring;
  switch (statement.type) {
    case 'ExportNamedDeclaration':
      if (statement.declaration) declare(statement.declaration, declaring);
      return;
    case 'ImportDeclaration':
      for (const one of statement.specifiers) {
        const script = beside.get(statement.source.value);
        names.set(one.local.name, () => importedBy(one, script));
      }
      return;
    case 'FunctionDeclaration':
      names.set(statement.id?.name ?? '', () => valueOf(statement, scope));
      return;
    case 'VariableDeclaration':
      for (const { id, init } of statement.declarations)
        if (id.type === 'Identifier') names.set(id.name, () => evaluate(init, scope));
      return;
    default:
  }
}

type Specifier = Extract<Statement, { type: 'ImportDeclaration' }>['specifiers'][number];

function importedBy(specifier: Specifier, script: Script | undefined): unknown {
  if (script === undefined) return undefined;
  switch (specifier.type) {
    case 'ImportDefaultSpecifier':
      return script.byDefault;
    case 'ImportNamespaceSpecifier':
      return Object.fromEntries(script.named);
    case 'ImportSpecifier': {
      const { imported } = specifier;
      return script.named.get(imported.type === 'Identifier' ? imported.name : imported.value);
    }
  }
}

function exportedNames({
  declaration,
  specifiers,
}: Extract<Statement, { type: 'ExportNamedDeclaration' }>): readonly (readonly [
  name: string,
  local: string,
])[] {
  const declared =
    declaration?.type === 'VariableDeclaration'
      ? declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []))
      : [];
  const listed = specifiers.flatMap((one): [string, string][] => {
    if (one.type !== 'ExportSpecifier') return [];
    const { exported, local } = one;
    return [[exported.type === 'Identifier' ? exported.name : exported.value, local.name]];
  });
  return [...declared.map((name): [string, string] => [name, name]), ...listed];
}

type Declared = Extract<Statement, { type: 'ExportDefaultDeclaration' }>['declaration'];

function valueOf(declaration: Declared, scope: Scope): unknown {
  if (declaration.type !== 'FunctionDeclaration') return evaluate(declaration, scope);
  return evaluate({ ...declaration, type: 'FunctionExpression' }, scope);
}

/** `module.exports = …` has no name, `exports.config = …` has one. */
function commonExport(
  statement: Statement,
  source: string,
): { name: string; value: Parameters<typeof evaluate>[0] } | undefined {
  if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
    return undefined;
  const { left, right } = statement.expression;
  const target = source.slice(left.start ?? 0, left.end ?? 0);
  const [, name] = /^(?:module\.exports|exports)(?:\.(\w+))?$/u.exec(target) ?? [];
  if (target === 'module.exports') return { name: '', value: right };
  return name === undefined ? undefined : { name, value: right };
}
