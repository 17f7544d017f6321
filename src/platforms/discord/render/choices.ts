import type { SectionOnPage } from '../../../core/search-engine.ts';
import { clipped, isVisible, literal } from '../../literal.ts';
import { LIMITS } from './limits.ts';

/** What is offered while somebody types. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What somebody chose, or typed without choosing. */
export type Chosen =
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'text'; readonly text: string };

/** Ids are URL-safe; a question is rarely one word behind a `#`, and who finds no such section can ask it as it stands. */
const SECTION = /^#([\w-]+)$/u;

/** The typed text as it stands, then sections as `Page › Section`; at most 25, with names that differ. */
export function renderChoices(text: string, sections: readonly SectionOnPage[]): Choice[] {
  const typed = literal(text).trim();
  const choices: Choice[] = isVisible(typed)
    ? [{ name: clipped(typed, LIMITS.choice), value: cutValue(typed) }]
    : [];
  const names = new Set(choices.map(({ name }) => name));
  for (const found of sections) {
    const value = `#${found.section.id}`;
    if (choices.length === LIMITS.choices) break;
    if (value.length > LIMITS.choice || choices.some((choice) => choice.value === value)) continue;
    const name = freeName(found, names);
    names.add(name);
    choices.push({ name, value });
  }
  return choices;
}

/** Reads the value of a choice, or what was typed without choosing. */
export function readChoice(value: string): Chosen {
  const [, id] = SECTION.exec(value) ?? [];
  return id === undefined ? { kind: 'text', text: value } : { kind: 'section', id };
}

/** Of two sections with one name the second says where its page stands, or else is numbered. */
function freeName({ page, section }: SectionOnPage, taken: ReadonlySet<string>): string {
  const own = section.level === 0 ? [page.title] : [page.title, section.heading];
  const candidates = [own, [...page.trail.slice(-1), ...own], [...page.trail, ...own]].map((parts) =>
    shortened(
      parts
        .map((part) => literal(part).trim())
        .filter((part) => isVisible(part))
        .join(' › '),
    ),
  );
  const free = candidates.find((name) => name !== '' && !taken.has(name));
  return free ?? numbered(candidates[0] ?? '', taken);
}

function numbered(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    const ending = ` (${number})`;
    const candidate = shortened(name, LIMITS.choice - ending.length) + ending;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Both ends say more than the middle. */
function shortened(text: string, room: number = LIMITS.choice): string {
  if (text.length <= room) return text;
  const half = Math.floor((room - 1) / 2);
  const start = text.slice(0, half).replace(/[\uD800-\uDBFF]$/u, '');
  const end = text.slice(text.length - half).replace(/^[\uDC00-\uDFFF]/u, '');
  return `${start.trimEnd()}…${end.trimStart()}`;
}

function cutValue(text: string): string {
  return text.slice(0, LIMITS.choice).replace(/[\uD800-\uDBFF]$/u, '');
}
