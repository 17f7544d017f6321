import type { Root } from 'mdast';
import { chooseBlocks } from './choose-blocks.ts';
import { markMatches } from './marks.ts';
import { createFindTerms } from './matched-terms.ts';
import type { MatchText } from './search-engine.ts';

/** The few Markdown nodes of a section that answer, verbatim. */
export interface Excerpt {
  /** A slice, or a few slices, of the section's Markdown, with `…` where something is left out between them. */
  readonly markdown: string;
  /** The same, parsed, with `mark` nodes around the matched words. Made when it is first read. */
  readonly root: Root;
  /** True when the section holds more than this. */
  readonly truncated: boolean;
}

export interface CutOptions {
  /** Normalised GitHub-flavoured Markdown to mdast with positions; must take any text. */
  readonly parse: (markdown: string) => Root;
  readonly match: MatchText;
  /** The most characters of Markdown wanted; what cannot be cut, such as one long link, may be longer. */
  readonly budget: number;
}

/**
 * The blocks of a section's Markdown that answer, within the budget; empty only for an empty section. Cut when it is first
 * read: most answers of a reply are shown as a title, or not at all.
 */
export function cutExcerpt(markdown: string, { parse, match, budget }: CutOptions): Excerpt {
  const source = markdown.replace(/^(?:[ \t]*\n)+/u, '').trimEnd();
  let chosen: string | undefined;
  let root: Root | undefined;
  const cut = (): string =>
    (chosen ??= chooseBlocks(source, {
      parse,
      find: createFindTerms(match),
      room: budget,
      depth: 0,
      cut: chooseBlocks,
    }));
  return {
    get markdown() {
      return cut();
    },
    get truncated() {
      return cut() !== source;
    },
    // Parsing takes longer than all the rest.
    get root() {
      return (root ??= markMatches(parse(cut()), match));
    },
  };
}
