import { isDeepStrictEqual } from 'node:util';
import type { PhrasingContent, RootContent } from 'mdast';
import type { StructuredRule } from './collection-rules.ts';
import { capitalised, list, paragraph, strong, text } from './nodes.ts';
import type { RawSection } from './sections.ts';
import { detailsOf, partItems, scalar, textOf } from './structured-parts.ts';
import type { StructuredOptions, Thing } from './structured-parts.ts';
import { chooseVariant } from './structured-variants.ts';

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
      fragment: '',
      linked: false,
      nodes: [
        ...thingBlocks(thing, options),
        ...(also.length === 0 ? [] : [paragraph(text('Also: '), ...joined(also))]),
      ],
    };
  });
  // Docs that say the same of a thing twice, under one name, show it once.
  return sections.filter((section, number) => !isDeepStrictEqual(section, sections[number - 1]));
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
  const items = partItems(value, options);
  return items.length === 0 ? [] : [paragraph(label), list(items)];
}

function joined(parts: readonly PhrasingContent[][]): PhrasingContent[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [text(', '), ...part]));
}
