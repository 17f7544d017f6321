import type { Response } from './server.ts';

/**
 * What was asked for: a question, its next results, a section picked from the suggestions, or how to ask. A version is the one
 * that was chosen beside the question; empty for the default.
 */
export type Asked =
  | { readonly kind: 'question'; readonly text: string; readonly version: string }
  | { readonly kind: 'more'; readonly text: string; readonly version: string; readonly offset: number }
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
  return asked.kind === 'more' ? 'more' : subjectOf(asked);
}

/** What the reply is about, in the words of who asked; empty where there are none. */
export function subjectOf(asked: Asked): string {
  switch (asked.kind) {
    case 'question':
    case 'more':
      return asked.text;
    case 'section':
      return asked.title;
    case 'help':
      return '';
  }
}

/** The version that was chosen for it; empty for the default. */
export function versionOf(asked: Asked): string {
  return asked.kind === 'question' || asked.kind === 'more' ? asked.version : '';
}

/** With the slash command before it or not, as in the chats. */
const MORE = /^\s*(?:\/\S+\s+)?more\s*$/iu;

/** What the typed text asks for after a turn: `more` means its next results where it has some, of the same version. */
export function readTyped(text: string, version: string, last: Turn | undefined): Asked {
  if (text.trim() === '') return { kind: 'help' };
  return (MORE.test(text) ? nextAfter(last) : undefined) ?? { kind: 'question', text, version };
}

function nextAfter(turn: Turn | undefined): Asked | undefined {
  if (turn?.response?.kind !== 'reply' || turn.response.reply.kind !== 'results') return undefined;
  const { offset, answers } = turn.response.reply;
  const { asked } = turn;
  return { kind: 'more', text: subjectOf(asked), version: versionOf(asked), offset: offset + answers.length };
}
