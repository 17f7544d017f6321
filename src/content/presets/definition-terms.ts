import { createLineAt } from './line-at.ts';

/** A term that has a definition, `: …`, below it. */
export interface DefinitionTerm {
  /** 1-based. */
  readonly line: number;
  readonly text: string;
}

const TERM = /^(?=([^\n:]\S?[^\n]*))\1\n{1,2} {0,3}:[ \t]/gmu;

/** The terms of a text's definition lists: some generators give them ids of the kind that headings have. */
export function definitionTerms(text: string): DefinitionTerm[] {
  const lineAt = createLineAt(text);
  return [...text.matchAll(TERM)].map(({ index, 1: term = '' }) => ({
    line: lineAt(index) + 1,
    text: term.trim(),
  }));
}
