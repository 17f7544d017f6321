import type { Heading, Nodes } from 'mdast';
import type { AnchorRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import type { DocutilsId, DocutilsIds } from './docutils-ids.ts';
import { createDocutilsIds } from './docutils-ids.ts';
import { encodeFragment } from './encode-fragment.ts';
import { headingText } from './heading-text.ts';
import { MYST_NOTHING, mystDirectives } from './myst-dialect.ts';
import type { MystDirective } from './myst-dialect.ts';
import { createUniqueIds } from './unique-ids.ts';

/**
 * The ids of a page's sections: that of the target in front, such as `(setup)=`, which stays when headings change, else the section's
 * own. What versions of MyST-Parser disagree on has none: headings in directives, and those that hold HTML, images or substitutions.
 */
export function sphinxIds(page: HeadedPage, rules: AnchorRules): HeadingIds {
  return rules.slug === 'docutils' ? docutilsIds(page) : slugIds(page, rules);
}

/** `myst_heading_anchors` of MyST-Parser 5.2 puts ids of GitHub's kind beside those of docutils. */
function slugIds({ root, source }: HeadedPage, rules: AnchorRules): HeadingIds {
  const unique = createUniqueIds(rules.duplicates);
  const slugOf = slugNamed(rules.slug);
  return new Map(
    happenings(root).flatMap(({ node, isInDirective }): [Heading, HeadingId][] => {
      if (node.type !== 'heading') return [];
      const id = unique(slugOf(headingText(node.children, { source })));
      return isInDirective ? [] : [[node, { fragment: encodeFragment(id), children: node.children }]];
    }),
  );
}

function docutilsIds({ root, source, body }: HeadedPage): HeadingIds {
  const ids = createDocutilsIds();
  const lines = body.split('\n');
  const { directives, within } = mystDirectives(lines);
  const marks = marksOf(lines, source.split('\n'), directives);
  const found: [Heading, HeadingId][] = [];
  for (const { node, isInDirective } of happenings(root)) {
    const line = (node.position?.start.line ?? 1) - 1;
    const targets = takeMarks(marks, line, ids);
    if (node.type === 'footnoteReference') ids.count();
    if (node.type !== 'heading') continue;
    const text = headingText(node.children, { source });
    if (isInDirective || within.has(line)) ids.mayGive(text);
    else {
      const own = ownId(node, { text, source, raw: lines[line] ?? '', ids });
      const target = targets.findLast(({ isNumbered }) => !isNumbered) ?? own;
      if (target !== undefined)
        found.push([node, { fragment: encodeFragment(target.id), children: node.children }]);
    }
  }
  return new Map(found);
}

interface Naming {
  readonly text: string;
  readonly source: string;
  /** The line as it is in the file. */
  readonly raw: string;
  readonly ids: DocutilsIds;
}

/** Roles whose text is known; others show the title of what they lead to, or something else. */
const PLAIN_ROLE =
  /\{(?!(?:ref|doc|term|numref|kbd|command|file|guilabel|program|code|literal|strong|emphasis|sub|sup)\}`)[A-Za-z][\w:.+-]*\}`/u;

function ownId(node: Heading, { text, source, raw, ids }: Naming): DocutilsId | undefined {
  if (PLAIN_ROLE.test(raw) || /\{\{.*\}\}/u.test(raw) || holdsFootnote(node)) {
    ids.loseCount();
    return undefined;
  }
  // MyST-Parser 0.18 counts tags and images.
  return ids.giveEither([text, headingText(node.children, { source, images: true, tags: true })]);
}

function holdsFootnote(node: Heading): boolean {
  return node.children.some(({ type }) => type === 'footnoteReference');
}

interface Happening {
  readonly node: Nodes;
  readonly isInDirective: boolean;
}

/** All that may get an id, in its order. */
function happenings(root: Nodes): Happening[] {
  const found: Happening[] = [];
  const visit = (node: Nodes, isInDirective: boolean): void => {
    found.push({ node, isInDirective });
    const isInside = isInDirective || node.type === 'containerDirective';
    // What a footnote says comes at the end of the page.
    if (node.type !== 'footnoteDefinition' && 'children' in node)
      for (const child of node.children) visit(child, isInside);
  };
  visit(root, false);
  return found;
}

/** What on lines of its own takes an id, or may take some. */
interface Mark {
  readonly line: number;
  /** Undefined for a directive that nobody can see into. */
  readonly target: string | undefined;
  /** The line of what it belongs to: the next that is not empty. */
  readonly next: number;
}

/** Further targets, and attributes. */
const BETWEEN = /^\s*(?:\([^()\n]+\)=|\{[#.][^{}]*\})\s*$/u;
const TARGET = /^\s*\(([^()\n]+)\)=\s*$/u;
/** Directives that take no id that a heading could want. */
const HARMLESS =
  /^(?:note|tip|hint|important|warning|caution|attention|danger|error|seealso|admonition|versionadded|versionchanged|deprecated|dropdown|tab.*|card.*|grid.*|toctree|code.*|sourcecode|image|figure|literalinclude|list-table|csv-table|table|margin|sidebar|epigraph|mermaid|graphviz|div|raw|prompt|only|topic|button.*|todo|math|highlight|centered|rst-class|index)$/u;

function marksOf(
  lines: readonly string[],
  source: readonly string[],
  directives: readonly MystDirective[],
): Mark[] {
  const nextOf = (line: number): number =>
    lines.findIndex((text, at) => at > line && text.trim() !== '' && !BETWEEN.test(text));
  const targets = lines.flatMap((text, line): Mark[] => {
    const target = source[line]?.trim() === MYST_NOTHING ? TARGET.exec(text)?.[1] : undefined;
    return target === undefined ? [] : [{ line, target, next: nextOf(line) }];
  });
  const opaque = directives.flatMap(({ kind, name, first }): Mark[] =>
    kind === 'div' || HARMLESS.test(name) ? [] : [{ line: first, target: undefined, next: first }],
  );
  return [...targets, ...opaque].sort((a, b) => a.line - b.line);
}

/** Hands ids to what stands above a line, and gives those of the targets that belong to it. */
function takeMarks(marks: Mark[], line: number, ids: DocutilsIds): DocutilsId[] {
  const targets: DocutilsId[] = [];
  while ((marks[0]?.line ?? Infinity) < line) {
    const mark = marks.shift();
    if (mark?.target === undefined) ids.loseCount();
    else {
      const id = ids.give(mark.target);
      if (id !== undefined && mark.next === line) targets.push(id);
    }
  }
  return targets;
}
