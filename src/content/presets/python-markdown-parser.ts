import type { HtmlElement } from './python-markdown-html.ts';
import type { Block } from './python-markdown-lines.ts';
import type { BlockElement } from './python-markdown-tree.ts';

/** What is on of what sites choose for themselves. */
export interface BlockOptions {
  readonly hasTabs: boolean;
  readonly hasDetails: boolean;
  readonly hasAdmonitions: boolean;
  readonly hasDefinitions: boolean;
}

/** What the processors of blocks share. */
export interface BlockParser {
  readonly options: BlockOptions;
  /** `list`, `looselist`, `detabbed`, `blockquote`. */
  readonly states: string[];
  /** Names of link references, lower case. */
  readonly references: Set<string>;
  readonly elements: readonly HtmlElement[];
  /** Parses blocks into an element. */
  parseBlocks(parent: BlockElement, blocks: readonly Block[]): void;
  /** Parts lines into blocks first. */
  parseChunk(parent: BlockElement, lines: Block): void;
}

/** Takes the first of the blocks away, and does something with it; false where it is none of its kind. */
export type Processor = (parent: BlockElement, blocks: Block[], parser: BlockParser) => boolean;

/** Parses within a state, as `parser.state.set` and `reset` do. */
export function inState(state: string, { states }: BlockParser, parse: () => void): void {
  states.push(state);
  parse();
  states.pop();
}
