import type { Root } from 'mdast';

/** The few Markdown nodes of a section that answer, verbatim. */
export interface Excerpt {
  /** A slice, or a few slices, of the section's Markdown. */
  readonly markdown: string;
  /** The same, parsed, with `mark` nodes around the matched words. */
  readonly root: Root;
  /** True when the section holds more than this. */
  readonly truncated: boolean;
}
