import type { Heading, PhrasingContent } from 'mdast';
import type { AnchorRules } from './collection-rules.ts';
import type { HeadingIds } from './preset.ts';
import { trimmed } from './whitespace.ts';

declare module 'mdast' {
  interface HeadingData {
    /** The id that the author gave this heading. */
    customId?: string;
    /** As it stands behind the `#` of its address, where that is known; empty where it has none. */
    fragment?: string;
  }
}

const ANNOTATION = /\{(\{[^{}]*\})\}$/u;
const CURLY = /\{#([^{}]+)\}$/u;
const SQUARE = /\[#([^[\]]+)\]$/u;
const COMMENT_ID = /^(?:\/\*|<!--)\s*#(\S+)\s*(?:\*\/|-->)$/u;

/** A heading without the notes to the site generator at its end; the id that they give is in its data. */
export function readHeading(heading: Heading, rules: AnchorRules): Heading {
  const { children, id } = withoutNotes(heading.children, rules);
  return { ...heading, children, data: { ...heading.data, ...(id === undefined ? {} : { customId: id }) } };
}

/** A heading with the address that the generator gives it; one that it does not know, such as of HTML, has its own id or none. */
export function addressHeading(heading: Heading, ids: HeadingIds): Heading {
  const id = ids.get(heading);
  if (id === undefined) {
    const { customId } = heading.data ?? {};
    const fragment = customId === undefined ? '' : encodeURIComponent(customId);
    return { ...heading, data: { ...heading.data, fragment } };
  }
  return { ...heading, children: [...id.children], data: { ...heading.data, fragment: id.fragment ?? '' } };
}

interface Titled {
  readonly children: PhrasingContent[];
  readonly id: string | undefined;
}

function withoutNotes(children: readonly PhrasingContent[], rules: AnchorRules): Titled {
  const last = children.at(-1);
  const before = children.slice(0, -1);
  if (last?.type === 'mdxTextExpression') {
    const note = last.value.trim();
    if (note.startsWith('{')) return { children: trimmed(before), id: annotatedId(note, rules) };
    if (note.startsWith('/*')) return { children: trimmed(before), id: commentId(note, rules) };
  }
  if (last?.type === 'html' && last.value.startsWith('<!--'))
    return { children: trimmed(before), id: commentId(last.value, rules) };
  if (last?.type !== 'text') return { children: [...children], id: undefined };
  const line = last.value.trimEnd();
  const annotation = ANNOTATION.exec(line);
  const custom = customIdSyntax(rules)?.exec(line);
  const note = annotation ?? custom;
  if (note === null || note === undefined) return { children: [...children], id: undefined };
  const value = line.slice(0, note.index);
  const id = annotation === null ? note[1] : annotatedId(note[1] ?? '', rules);
  return { children: trimmed([...before, { ...last, value }]), id };
}

function customIdSyntax({ customId }: AnchorRules): RegExp | undefined {
  return { none: undefined, curly: CURLY, square: SQUARE }[customId];
}

function commentId(note: string, { customId }: AnchorRules): string | undefined {
  return customId === 'curly' ? COMMENT_ID.exec(note)?.[1] : undefined;
}

/** The value of the configured key in `{ "url": "x" }`; a note that is no JSON says nothing. */
function annotatedId(json: string, { annotation }: AnchorRules): string | undefined {
  if (annotation === '') return undefined;
  try {
    const value = (JSON.parse(json) as Readonly<Record<string, unknown>>)[annotation];
    return typeof value === 'string' && value !== '' ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
