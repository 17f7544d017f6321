import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import { asBlocks } from './as-blocks.ts';
import type { StructuredRule } from './collection-rules.ts';
import { referenceIn } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import { isRecord } from './frontmatter.ts';
import { list, listItem, paragraph, text } from './nodes.ts';

export interface StructuredOptions {
  readonly rule: StructuredRule;
  readonly dictionary: Dictionary;
  readonly file: string;
  /** A text in Markdown as plain blocks. */
  readonly blocks: (markdown: string) => RootContent[];
}

/** A map of structured frontmatter. */
export type Thing = Readonly<Record<string, unknown>>;

/** Deeper parts than this are left out; only a mistake nests so deep. */
const DEEPEST = 12;

/** The parts of a thing, such as the parameters of a call, as items of a list. */
export function partItems(value: unknown, options: StructuredOptions, depth = 0): ListItem[] {
  if (depth > DEEPEST) return [];
  const parts: readonly unknown[] = Array.isArray(value)
    ? value
    : isRecord(value)
      ? namedParts(value, options.rule)
      : [];
  return parts.flatMap((part) => partItem(part, options, depth));
}

function partItem(part: unknown, options: StructuredOptions, depth: number): ListItem[] {
  const { rule } = options;
  const thing = isRecord(part) ? part : referredPart(part, rule);
  if (thing === undefined) return [];
  const own = new Set([rule.name, rule.type, rule.text, rule.wrapper, ...rule.flags, ...rule.omit]);
  const inner = Object.entries(thing)
    .filter(([key]) => !own.has(key))
    .flatMap(([, value]) => partItems(value, options, depth + 1));
  if (rule.wrapper !== '' && thing[rule.wrapper] === true && inner.length > 0) return inner;
  const children = withLabel(partLabel(thing, rule), options.blocks(textOf(thing, options)));
  return [listItem(inner.length === 0 ? children : [...children, list(inner)])];
}

/** A map of names to texts or parts. */
function namedParts(map: Thing, rule: StructuredRule): Thing[] {
  return Object.entries(map).map(([name, value]) =>
    isRecord(value)
      ? { [rule.name]: name, ...value }
      : { [rule.name]: name, [rule.text]: scalar(value) ?? '', parts: value },
  );
}

/** `(group.name)` in a list stands for the part that is described there; any other text is a name. */
function referredPart(part: unknown, rule: StructuredRule): Thing | undefined {
  const plain = scalar(part);
  if (plain === undefined) return undefined;
  const path = referenceIn(plain);
  if (path === undefined) return { [rule.name]: plain };
  return { [rule.name]: path.slice(path.lastIndexOf('.') + 1), [rule.text]: plain };
}

function partLabel(thing: Thing, rule: StructuredRule): PhrasingContent[] {
  const details = detailsOf(thing, rule, true);
  const name = scalar(thing[rule.name]);
  return [
    ...(name === undefined ? [] : [{ type: 'inlineCode' as const, value: name }]),
    ...(details === '' ? [] : [text(name === undefined ? details : ` ${details}`)]),
  ];
}

/** `(string, optional)`. */
export function detailsOf(thing: Thing, rule: StructuredRule, withType: boolean): string {
  const type = withType ? scalar(thing[rule.type]) : undefined;
  const details = [
    ...(type === undefined ? [] : [type]),
    ...rule.flags.filter((flag) => thing[flag] === true),
  ];
  return details.length === 0 ? '' : `(${details.join(', ')})`;
}

/** What a thing or a part says of itself, looked up where it refers to a text. */
export function textOf(thing: Thing, { rule, dictionary, file }: StructuredOptions): string {
  const value = scalar(thing[rule.text]) ?? '';
  const path = rule.dictionary === '' ? undefined : referenceIn(value);
  return path === undefined ? value : (dictionary.lookUp(path, file) ?? '');
}

/** The label and the first paragraph on one line, then the rest. */
function withLabel(label: readonly PhrasingContent[], blocks: readonly RootContent[]): BlockContent[] {
  const [first, ...rest] = asBlocks(blocks);
  if (first === undefined) return [paragraph(...label)];
  if (first.type !== 'paragraph') return [paragraph(...label), first, ...rest];
  return [paragraph(...label, ...(label.length === 0 ? [] : [text(': ')]), ...first.children), ...rest];
}

/** A value that is no list and no map, as text. */
export function scalar(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
