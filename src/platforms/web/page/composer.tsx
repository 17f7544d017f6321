import type { ReactNode, RefObject, SubmitEvent } from 'react';
import type { Suggestion } from '../wire.ts';
import { SuggestionList, optionId } from './suggestion-list.tsx';
import { useField } from './use-field.ts';

interface ComposerProps {
  readonly input: RefObject<HTMLInputElement | null>;
  /** What was asked before, oldest first. */
  readonly asked: readonly string[];
  /** The version that is asked; empty for the default. */
  readonly version: string;
  /** Chooses the version; nothing where there is none to choose. */
  readonly versions: ReactNode;
  readonly onAsk: (text: string) => void;
  readonly onPick: (suggestion: Suggestion) => void;
}

/** The field to ask in, with suggestions above it. */
export function Composer({ input, asked, version, versions, onAsk, onPick }: ComposerProps) {
  const { text, type, onKeyDown, suggestions, active } = useField(asked, version);
  const chosen = suggestions[active];
  const pick = (suggestion: Suggestion): void => {
    type('');
    onPick(suggestion);
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    type('');
    if (chosen === undefined) onAsk(text);
    else onPick(chosen);
  };
  return (
    <search className="composer">
      <form onSubmit={submit}>
        <SuggestionList suggestions={suggestions} active={active} onPick={pick} />
        <div className="field">
          {versions}
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-label="Your question"
            aria-describedby="keys"
            aria-autocomplete="list"
            aria-controls="suggestions"
            aria-expanded={suggestions.length > 0}
            aria-activedescendant={chosen === undefined ? undefined : optionId(active)}
            placeholder="Ask a question"
            autoComplete="off"
            enterKeyHint="send"
            value={text}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <button type="submit" className="send" aria-label="Ask">
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
              <path d="M10 16V4M4.5 9.5 10 4l5.5 5.5" />
            </svg>
          </button>
        </div>
        <KeyHints />
      </form>
    </search>
  );
}

function KeyHints() {
  return (
    <p id="keys" className="keys">
      <span>
        <kbd>Enter</kbd> asks
      </span>{' '}
      <span>
        <kbd>↑</kbd> recalls the last question
      </span>{' '}
      <span>
        <kbd>Esc</kbd> clears
      </span>{' '}
      <span>
        <kbd>/</kbd> comes back here
      </span>
    </p>
  );
}
