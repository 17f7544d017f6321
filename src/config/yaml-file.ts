import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { yamlErrorInWords } from './yaml-errors.ts';

/** A line with something wrong on it. */
export interface Finding {
  readonly line: number;
  readonly message: string;
  readonly remedy: string;
}

export interface YamlFile {
  /** Undefined where the file is too broken to read on; null where nothing stands in it. */
  readonly value: unknown;
  /** In the order of the lines, at most one a line. */
  readonly findings: readonly Finding[];
  /** The line of the key, or of the list's item, at a path, or as near to it as the file goes. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** A config repeats itself little: more than this is a mistake, or an attack. */
const ALIASES = 100;

const TOO_MANY_ALIASES: Finding = {
  line: 1,
  message: 'too many aliases (*name) repeat parts of the file',
  remedy: 'write the parts out',
};

/** Reads YAML, and says all that is wrong with it. */
export function readYaml(text: string): YamlFile {
  const lineCounter = new LineCounter();
  const lineAt = (offset: number): number => lineCounter.linePos(offset).line;
  const document = parseDocument(text, {
    lineCounter,
    prettyErrors: false,
    stringKeys: true,
    logLevel: 'error',
  });
  const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document, path));
  const wrong = [...document.errors, ...document.warnings];
  const lost = lostAliases(document).map((offset) => ({
    line: lineAt(offset),
    message: 'a word after * is an alias in YAML, and this one stands for nothing',
    remedy: 'put the text in single quotes',
  }));
  const findings = onePerLine([
    ...wrong.map((error) => ({ line: lineAt(error.pos[0]), ...yamlErrorInWords(error) })),
    ...lost,
  ]);
  const isReadable = lost.length === 0 && wrong.every(({ code }) => code === 'DUPLICATE_KEY');
  if (!isReadable) return { value: undefined, findings, lineOf };
  const value = valueOf(document);
  return value === undefined
    ? { value, findings: [...findings, TOO_MANY_ALIASES], lineOf }
    : { value, findings, lineOf };
}

/** Undefined where aliases would make it too large. */
function valueOf(document: Document.Parsed): unknown {
  try {
    return document.toJS({ maxAliasCount: ALIASES }) as unknown;
  } catch (error) {
    if (error instanceof ReferenceError) return undefined;
    throw error;
  }
}

function lostAliases(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) === undefined) offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets;
}

function onePerLine(findings: readonly Finding[]): Finding[] {
  const lines = new Map<number, Finding>();
  for (const finding of findings) if (!lines.has(finding.line)) lines.set(finding.line, finding);
  return [...lines.values()].sort((a, b) => a.line - b.line);
}

function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    const next = stepInto(isAlias(node) ? node.resolve(document) : node, step);
    if (next === undefined) break;
    node = next.node;
    offset = next.offset;
  }
  return offset;
}

function stepInto(node: unknown, step: PropertyKey): { node: unknown; offset: number } | undefined {
  if (isSeq(node) && typeof step === 'number') return placed(node.items[step], node.items[step]);
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
  return placed(pair?.key, pair?.value);
}

/** `at`: what stands where the line counts. */
function placed(at: unknown, node: unknown): { node: unknown; offset: number } | undefined {
  const hasRange = isScalar(at) || isMap(at) || isSeq(at) || isAlias(at);
  return hasRange && at.range ? { node, offset: at.range[0] } : undefined;
}
