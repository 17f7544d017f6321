import { subjectOf, versionOf } from './conversation.ts';
import type { Asked } from './conversation.ts';

/** Servers refuse very long addresses; a question beyond this is cut by the search anyway. */
const LONGEST = 1_000;

/** What the address asks for: `?q=` a question, `&version=` of a version, `?section=` a section, else how to ask. */
export function readAddress(): Asked {
  const parameters = new URLSearchParams(location.search);
  const text = parameters.get('q')?.trim() ?? '';
  if (text !== '') return { kind: 'question', text, version: parameters.get('version') ?? '' };
  const id = parameters.get('section') ?? '';
  return id === '' ? { kind: 'help' } : { kind: 'section', id, title: '' };
}

/** Makes the address one that shows the same reply again, for sharing and reloading. */
export function writeAddress(asked: Asked): void {
  write({ ...parametersOf(asked), ...viewOf(readView()) });
}

/** Name of the platform whose view the address asks for: `?view=slack`; empty for the page's own. */
export function readView(): string {
  return new URLSearchParams(location.search).get('view') ?? '';
}

/** Keeps the view in the address, beside what was asked. */
export function writeView(name: string): void {
  const { view: _, ...others } = Object.fromEntries(new URLSearchParams(location.search));
  write({ ...others, ...viewOf(name) });
}

function write(parameters: Readonly<Record<string, string>>): void {
  const search = new URLSearchParams(parameters);
  history.replaceState(null, '', `${location.pathname}${search.size === 0 ? '' : `?${search}`}`);
}

function viewOf(name: string): Record<string, string> {
  return name === '' ? {} : { view: name };
}

function versionIn(asked: Asked): Record<string, string> {
  const version = versionOf(asked);
  return version === '' ? {} : { version };
}

function parametersOf(asked: Asked): Record<string, string> {
  switch (asked.kind) {
    case 'question':
    case 'more':
      return { q: subjectOf(asked).slice(0, LONGEST), ...versionIn(asked) };
    case 'section':
      return { section: asked.id };
    case 'help':
      return {};
  }
}
