import { STASHED } from './python-markdown-fences.ts';
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

/** Anywhere else; whether it says anything there is of no matter, since an id that may be taken is as good as taken. */
const ANY_ATTRIBUTES = /\{:? *([^}\n ][^}\n]*?) *\}/gu;
const ATTRIBUTE = /[^ =]+=(?:".*?"|'.*?'|[^ =]+)|[^ =]+/gu;

/** A heading's text, and the id in the attributes at its end (`HEADER_RE` of `markdown/extensions/attr_list.py`), behind a space. */
export function withoutAttributes(source: string): {
  readonly text: string;
  readonly id: string | undefined;
} {
  const whole = source.trimEnd();
  const start = whole.endsWith('}') ? whole.indexOf(' {', whole.lastIndexOf('}', whole.length - 2) + 1) : -1;
  const attributes = /^\{:? *([^}\n ][^}\n]*)\}$/u.exec(start === -1 ? '' : whole.slice(start + 1))?.[1];
  if (attributes === undefined) return { text: source, id: undefined };
  const text = whole.slice(0, start).trimEnd().replace(/#+$/u, '').trimEnd();
  return { text, id: idIn(attributes.trimEnd()) };
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
  const unique = createUniqueId(used);
  return read.map(({ at, id, text }) => {
    if (id !== undefined || text === undefined) return { at, id };
    const base = options.slugOf(text);
    const made = unique(base);
    return { at, id: doubtful.has(base) || doubtful.has(made) ? undefined : made };
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
  return { at, id: own.id, text: own.text.includes(STASHED) ? undefined : inlineText(own.text, options) };
}

/** `unique` of `toc.py`: a number behind `_` is counted on. */
function createUniqueId(used: Set<string>): (base: string) => string {
  /** What was given for each the last time: all before it are taken. */
  const given = new Map<string, string>();
  return (base) => {
    let id = given.get(base) ?? base;
    while (used.has(id) || id === '') {
      const [, stem = id, number = '0'] = /^(.*)_([0-9]+)$/su.exec(id) ?? [];
      id = `${stem}_${Number(number) + 1}`;
    }
    used.add(id);
    given.set(base, id);
    return id;
  };
}
