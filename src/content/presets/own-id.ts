import type { Heading, PhrasingContent } from 'mdast';
import type { AnchorRules } from '../collection-rules.ts';
import { trimmed } from '../whitespace.ts';

/** The id that an author gave a heading. */
export interface OwnId {
  readonly id: string;
  /** The heading without it. */
  readonly children: readonly PhrasingContent[];
}

/** The id at the end of a heading's last text, as `syntax` has it: `{#id}` or `[#id]`. */
export function ownIdOf({ children }: Heading, syntax: AnchorRules['customId']): OwnId | undefined {
  const last = children.at(-1);
  if (last?.type !== 'text') return undefined;
  const found = idAtEnd(last.value, syntax);
  if (found === undefined) return undefined;
  const value = last.value.slice(0, found.index);
  return { id: found.id, children: trimmed([...children.slice(0, -1), { ...last, value }]) };
}

interface IdAtEnd {
  readonly id: string;
  /** Where it begins. */
  readonly index: number;
}

/** The id at the end of a text. */
export function idAtEnd(text: string, syntax: AnchorRules['customId']): IdAtEnd | undefined {
  switch (syntax) {
    case 'none':
      return undefined;
    case 'curly':
      return curlyId(text);
    case 'square':
      return squareId(text);
  }
}

/** `parseMarkdownHeadingId` of `@docusaurus/utils/lib/markdownHeadingIdUtils.js`, sought from the last `{#` on. */
const CURLY = /^\{#((?:.(?!\{#|\}))*.)\}$/u;

function curlyId(text: string): IdAtEnd | undefined {
  const index = text.lastIndexOf('{#');
  const id = index === -1 ? undefined : CURLY.exec(text.slice(index))?.[1]?.trim();
  return id === undefined ? undefined : { id, index };
}

/** `/\s*\[#([^]+?)]\s*$/` of Nextra and Fumadocs, which finds the first `[#` where a text ends with `]`. */
function squareId(text: string): IdAtEnd | undefined {
  const shown = text.trimEnd();
  const index = shown.indexOf('[#');
  if (index === -1 || !shown.endsWith(']') || shown.length < index + 4) return undefined;
  return { id: shown.slice(index + 2, -1), index };
}
