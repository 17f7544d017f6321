import type { Root } from 'mdast';
import type { FindTerms } from './matched-terms.ts';

/** Stands for what is left out. */
export const SIGN = '…';

/** What every cut needs to know. */
export interface Cutting {
  readonly parse: (markdown: string) => Root;
  readonly find: FindTerms;
  /** The most characters wanted; what cannot be cut may be longer. */
  readonly room: number;
  /** How many lists and quotes the text is nested in. */
  readonly depth: number;
  /** Cuts a whole Markdown text, such as the body of a list item. */
  readonly cut: (markdown: string, cutting: Cutting) => string;
}
