import type { Response } from './server.ts';

/** What was asked for: a question as typed, a section picked from the suggestions, or how to ask. */
export type Asked =
  | { readonly kind: 'question'; readonly text: string }
  | { readonly kind: 'section'; readonly id: string; readonly title: string }
  | { readonly kind: 'help' };

export interface Turn {
  readonly id: number;
  readonly asked: Asked;
  /** Undefined while we wait for it. */
  readonly response: Response | undefined;
}

export type Change =
  | { readonly kind: 'asked'; readonly id: number; readonly asked: Asked }
  | { readonly kind: 'retried'; readonly id: number }
  | { readonly kind: 'settled'; readonly id: number; readonly response: Response };

export function changeTurns(turns: readonly Turn[], change: Change): readonly Turn[] {
  switch (change.kind) {
    case 'asked':
      return [...turns, { id: change.id, asked: change.asked, response: undefined }];
    case 'retried':
      return replace(turns, change.id, undefined);
    case 'settled':
      return replace(turns, change.id, change.response);
  }
}

function replace(turns: readonly Turn[], id: number, response: Turn['response']): readonly Turn[] {
  return turns.map((turn) => (turn.id === id ? { ...turn, response } : turn));
}

/** What stands in the bubble above the reply; empty where nobody typed, or the address named a section. */
export function wordsOf(asked: Asked): string {
  switch (asked.kind) {
    case 'question':
      return asked.text;
    case 'section':
      return asked.title;
    case 'help':
      return '';
  }
}
