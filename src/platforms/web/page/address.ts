import type { Asked } from './conversation.ts';

/** Servers refuse very long addresses; a question beyond this is cut by the search anyway. */
const LONGEST = 1_000;

/** What the address asks for: `?q=` a question, `?section=` a section, else how to ask. */
export function readAddress(): Asked {
  const parameters = new URLSearchParams(location.search);
  const text = parameters.get('q')?.trim() ?? '';
  if (text !== '') return { kind: 'question', text };
  const id = parameters.get('section') ?? '';
  return id === '' ? { kind: 'help' } : { kind: 'section', id, title: '' };
}

/** Makes the address one that shows the same reply again, for sharing and reloading. */
export function writeAddress(asked: Asked): void {
  const parameters = new URLSearchParams(parametersOf(asked));
  const search = parameters.size === 0 ? '' : `?${parameters}`;
  history.replaceState(null, '', `${location.pathname}${search}`);
}

function parametersOf(asked: Asked): Record<string, string> {
  switch (asked.kind) {
    case 'question':
      return { q: asked.text.slice(0, LONGEST) };
    case 'section':
      return { section: asked.id };
    case 'help':
      return {};
  }
}
