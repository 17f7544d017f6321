import { useEffect, useState } from 'react';
import type { Suggestion } from '../wire.ts';
import { suggest } from './server.ts';

/** How long the typing must pause before we ask, in milliseconds. */
const PAUSE = 80;
const SHORTEST = 2;

export interface SuggestionState {
  readonly suggestions: readonly Suggestion[];
  /** Index of the chosen one; -1 while the text itself is what Enter sends. */
  readonly active: number;
  readonly move: (step: 1 | -1) => void;
  readonly dismiss: () => void;
}

interface Found {
  /** The text that they complete; they are out of date as soon as it changes. */
  readonly text: string;
  readonly version: string;
  readonly list: readonly Suggestion[];
  readonly active: number;
}

const NONE: Found = { text: '', version: '', list: [], active: -1 };

/** Sections of a version that complete the text, asked for when the typing pauses. */
export function useSuggestions(text: string, version: string): SuggestionState {
  const [found, setFound] = useState(NONE);
  const isCurrent = found.text === text && found.version === version;
  const { list, active } = isCurrent ? found : NONE;

  useEffect(() => {
    if (text.trim().length < SHORTEST) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const list = await suggest({ text, version }, abort.signal);
      if (!abort.signal.aborted) setFound({ text, version, list, active: -1 });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, version]);

  const move = (step: 1 | -1): void => {
    const places = list.length + 1;
    setFound({ text, version, list, active: ((active + 1 + step + places) % places) - 1 });
  };
  return { suggestions: list, active, move, dismiss: () => setFound(NONE) };
}
