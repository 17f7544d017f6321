import { inlineText } from './python-markdown-inline.ts';
import type { InlineOptions } from './python-markdown-inline.ts';
import type { BlockElement } from './python-markdown-tree.ts';

/** What the `toc` extension makes of a heading. */
export interface TocHeading {
  /** 1-based; negative for a heading that is HTML. */
  readonly at: number;
  /** Undefined where nobody can tell. */
  readonly id: string | undefined;
}

export interface TocOptions extends InlineOptions {
  readonly slugOf: (text: string) => string;
}

/** At the end of a heading (`HEADER_RE` of `markdown/extensions/attr_list.py`). */
const HEADING_ATTRIBUTES = / +\{:? *([^}\n ][^}\n]*?) *\} *$/u;
/** Anywhere else; whether it says anything there is of no matter, since an id that may be taken is as good as taken. */
const ANY_ATTRIBUTES = /\{:? *([^}\n ][^}\n]*?) *\}/gu;
const ATTRIBUTE = /[^ =]+=(?:".*?"|'.*?'|[^ =]+)|[^ =]+/gu;

/** A heading's text and the id in the attributes at its end, which has to stand behind a space. */
export function withoutAttributes(source: string): {
  readonly text: string;
  readonly id: string | undefined;
} {
  const found = HEADING_ATTRIBUTES.exec(source);
  if (found === null) return { text: source, id: undefined };
  const text = source.slice(0, found.index).replace(/#+$/u, '').trimEnd();
  return { text, id: idIn(found[1] ?? '') };
}

function idIn(attributes: string): string | undefined {
  let id: string | undefined;
  for (const [attribute] of attributes.matchAll(ATTRIBUTE)) {
    if (attribute.startsWith('#')) id = attribute.slice(1);
    else if (attribute.startsWith('id=')) id = attribute.slice(3).replace(/^["']|["']$/gu, '');
  }
  return id;
}

/**
 * The ids of all headings of a document, in its order (`TocTreeprocessor.run` of `markdown/extensions/toc.py`): those that are given
 * are taken before any is made.
 */
export function tocHeadings(root: BlockElement, options: TocOptions): TocHeading[] {
  const headings: BlockElement[] = [];
  const used = new Set<string>();
  const doubtful = new Set<string>();
  const visit = (element: BlockElement): void => {
    if (element.id !== undefined) used.add(element.id);
    if (element.at !== 0) headings.push(element);
    else if (options.hasAttributes)
      for (const id of idsIn(`${element.text}\n${element.tail}`)) doubtful.add(id);
    for (const child of element.children) visit(child);
  };
  visit(root);
  const read = headings.map((element) => readHeading(element, options));
  for (const { id } of read) if (id !== undefined) used.add(id);
  return read.map(({ at, id, text }) => {
    if (id !== undefined || text === undefined) return { at, id };
    const made = uniqueId(options.slugOf(text), used);
    return { at, id: doubtful.has(made.base) || doubtful.has(made.id) ? undefined : made.id };
  });
}

function idsIn(text: string): string[] {
  if (!text.includes('{')) return [];
  return Array.from(text.matchAll(ANY_ATTRIBUTES), ([, attributes = '']) => idIn(attributes)).filter(
    (id) => id !== undefined,
  );
}

interface ReadHeading extends TocHeading {
  readonly text: string | undefined;
}

function readHeading({ at, id, text: source }: BlockElement, options: TocOptions): ReadHeading {
  if (id !== undefined) return { at, id, text: undefined };
  const own = options.hasAttributes ? withoutAttributes(source) : { text: source, id: undefined };
  return { at, id: own.id, text: inlineText(own.text, options) };
}

/** `unique` of `toc.py`: a number behind `_` is counted on. */
function uniqueId(base: string, used: Set<string>): { readonly base: string; readonly id: string } {
  let id = base;
  while (used.has(id) || id === '') {
    const [, stem = id, number = '0'] = /^(.*)_([0-9]+)$/su.exec(id) ?? [];
    id = `${stem}_${Number(number) + 1}`;
  }
  used.add(id);
  return { base, id };
}
