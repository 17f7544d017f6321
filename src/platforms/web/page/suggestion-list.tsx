/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events --
   the ARIA combobox pattern: the field keeps the focus and handles the keys, which neither select nor datalist can */
import { useEffect } from 'react';
import type { Suggestion } from '../wire.ts';

interface SuggestionListProps {
  readonly suggestions: readonly Suggestion[];
  readonly active: number;
  readonly onPick: (suggestion: Suggestion) => void;
}

export function optionId(index: number): string {
  return `suggestion-${index}`;
}

/** The listbox of the field (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
export function SuggestionList({ suggestions, active, onPick }: SuggestionListProps) {
  useEffect(() => {
    if (active >= 0) document.querySelector(`#${optionId(active)}`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      id="suggestions"
      className="suggestions"
      role="listbox"
      aria-label="Sections"
      hidden={suggestions.length === 0}
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={suggestion.id}
          id={optionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(suggestion)}
        >
          <span className="suggestion-heading">{suggestion.heading}</span>
          <span className="suggestion-trail">{suggestion.trail.join(' › ')}</span>
        </div>
      ))}
    </div>
  );
}
