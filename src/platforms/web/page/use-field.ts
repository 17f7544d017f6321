import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useSuggestions } from './use-suggestions.ts';
import type { SuggestionState } from './use-suggestions.ts';

export interface Field extends SuggestionState {
  readonly text: string;
  readonly type: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The text being typed: the arrows choose a suggestion or recall what was asked (oldest first), Escape clears. */
export function useField(asked: readonly string[], version: string): Field {
  const [text, setText] = useState('');
  /** How many questions back the text was recalled from; 0 for a new one. */
  const [back, setBack] = useState(0);
  const state = useSuggestions(back === 0 ? text : '', version);
  const isOpen = state.suggestions.length > 0;

  const type = (text: string): void => {
    setText(text);
    setBack(0);
  };
  const recall = (steps: number): void => {
    const wanted = Math.min(Math.max(back + steps, 0), asked.length);
    setBack(wanted);
    setText(wanted === 0 ? '' : (asked.at(-wanted) ?? ''));
  };
  const press = (key: string): boolean => {
    const step = STEPS[key];
    if (key === 'Escape') {
      if (isOpen) state.dismiss();
      else type('');
      return true;
    }
    if (step === undefined) return false;
    if (isOpen) state.move(step);
    else if (text === '' || back > 0) recall(-step);
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.nativeEvent.isComposing && press(event.key)) event.preventDefault();
  };
  return { ...state, text, type, onKeyDown };
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };
