import { isDeepStrictEqual } from 'node:util';
import type { BlockContent, ListItem, PhrasingContent, RootContent } from 'mdast';
import { asBlocks } from './as-blocks.ts';
import type { StructuredRule } from './collection-rules.ts';
import { referenceIn } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import { isRecord } from './frontmatter.ts';
import { capitalised, list, listItem, paragraph, strong, text } from './nodes.ts';
import type { RawSection } from './sections.ts';

export interface StructuredOptions {
  readonly rule: StructuredRule;
  readonly dictionary: Dictionary;
  readonly file: string;
  /** A text in Markdown as plain blocks. */
  readonly blocks: (markdown: string) => RootContent[];
}

type Thing = Readonly<Record<string, unknown>>;

/** Deeper parts than this are left out; only a mistake nests so deep. */
const DEEPEST = 12;

/** Frontmatter that holds content as sections: one for each thing, its parts as lists of names, types and texts. */
export function structuredSections(data: Thing, options: StructuredOptions): RawSection[] {
  const { rule } = options;
  const { chosen, others } = chooseVariant(data[rule.key], rule);
  const sections = chosen.map((thing, number): RawSection => {
    const also = others.flatMap(({ name, things }) => alsoKnownAs(name, things[number], rule));
    return {
      heading: headingOf(thing, rule),
      level: 2,
      line: 1,
      customId: undefined,
      linked: false,
      nodes: [
        ...thingBlocks(thing, options),
        ...(also.length === 0 ? [] : [paragraph(text('Also: '), ...joined(also))]),
      ],
    };
  });
  return sections.filter((section, number) => !isDeepStrictEqual(section.nodes, sections[number - 1]?.nodes));
}

interface Variants {
  readonly chosen: readonly Thing[];
  readonly others: readonly { readonly name: string; readonly things: readonly Thing[] }[];
}

/** The value itself where it is a list; of a map of alternatives the preferred one, and the others beside it. */
function chooseVariant(value: unknown, { variants }: StructuredRule): Variants {
  if (Array.isArray(value)) return { chosen: value.filter(isRecord), others: [] };
  if (!isRecord(value)) return { chosen: [], others: [] };
  const lists = Object.entries(value).map(([name, list]) => ({
    name,
    things: Array.isArray(list) ? list.filter(isRecord) : [],
  }));
  if (lists.every(({ things }) => things.length === 0)) return { chosen: [value], others: [] };
  const filled = lists.filter(({ things }) => things.length > 0);
  const best = variants.flatMap((name) => filled.find((list) => list.name === name) ?? [])[0] ?? filled[0];
  return { chosen: best?.things ?? [], others: filled.filter((list) => list !== best) };
}

/** Only with the last of the heading's keys, as `GET` alone names nothing. */
function headingOf(thing: Thing, { heading, name, key }: StructuredRule): string {
  const last = scalar(thing[heading.at(-1) ?? '']);
  if (last === undefined) return scalar(thing[name]) ?? capitalised(key);
  return heading.flatMap((part) => scalar(thing[part]) ?? []).join(' ');
}

/** How the same thing is called in another variant. */
function alsoKnownAs(variant: string, thing: Thing | undefined, rule: StructuredRule): PhrasingContent[][] {
  if (thing === undefined) return [];
  return [[{ type: 'inlineCode', value: headingOf(thing, rule) }, text(` (${variant})`)]];
}

function thingBlocks(thing: Thing, options: StructuredOptions): RootContent[] {
  const { rule } = options;
  const hidden = new Set([...rule.heading, ...rule.flags, ...rule.omit, rule.name, rule.text, rule.wrapper]);
  const isNamed = scalar(thing[rule.heading.at(-1) ?? '']) !== undefined;
  const details = detailsOf(thing, rule, !(isNamed && rule.heading.includes(rule.type)));
  const facts = Object.entries(thing).filter(([key]) => !hidden.has(key) && key !== rule.type);
  return [
    ...(details === '' ? [] : [paragraph(text(details))]),
    ...options.blocks(textOf(thing, options)),
    ...facts.flatMap(([key, value]) => factBlocks(key, value, options)),
  ];
}

function factBlocks(key: string, value: unknown, options: StructuredOptions): RootContent[] {
  const label = strong(text(`${capitalised(key.replaceAll('_', ' '))}:`));
  const plain = scalar(value);
  if (plain !== undefined) return [paragraph(label, text(` ${plain}`))];
  const items = partItems(value, options, 0);
  return items.length === 0 ? [] : [paragraph(label), list(items)];
}

function partItems(value: unknown, options: StructuredOptions, depth: number): ListItem[] {
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
function detailsOf(thing: Thing, rule: StructuredRule, withType: boolean): string {
  const type = withType ? scalar(thing[rule.type]) : undefined;
  const details = [
    ...(type === undefined ? [] : [type]),
    ...rule.flags.filter((flag) => thing[flag] === true),
  ];
  return details.length === 0 ? '' : `(${details.join(', ')})`;
}

function textOf(thing: Thing, { rule, dictionary, file }: StructuredOptions): string {
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

function joined(parts: readonly PhrasingContent[][]): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [text(', '), ...part]));
}

function scalar(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
