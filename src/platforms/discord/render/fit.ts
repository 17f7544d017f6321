import { textDisplay, textLength } from './components.ts';
import type { Component } from './components.ts';
import { cutParts } from './cut-parts.ts';
import { LIMITS } from './limits.ts';
import { markdownOf } from './parts.ts';
import type { Part } from './parts.ts';

/** One way to draw what stands around an excerpt. */
export interface Layout {
  readonly above: readonly Component[];
  /** Markdown right above the excerpt; empty for none. */
  readonly head: string;
  /** Markdown behind the excerpt where that was cut; leads on to the whole section. */
  readonly readOn: string;
  readonly below: readonly Component[];
}

export interface Fitting {
  readonly excerpt: readonly Part[];
  /** True where the section says more than the excerpt. */
  readonly truncated: boolean;
  /** The most characters of the excerpt that are wanted. */
  readonly most: number;
  /** The fullest first. The last has to fit by itself. */
  readonly layouts: Iterable<Layout>;
}

/** Characters of a reply that are pleasant to read in a chat. */
const PLEASANT = 2_000;

/** An excerpt is shortened to this many characters before anything around it is. */
const LEAST = 700;

/** The components of a reply within Discord's limits, and where that is possible within what is pleasant. */
export function fit({ excerpt, truncated, most, layouts }: Fitting): Component[] {
  const needed = Math.min(LEAST, markdownOf(excerpt).length);
  const layout = firstWith(layouts, (one) => spare(one, PLEASANT) >= needed);
  const room = Math.max(spare(layout, PLEASANT), Math.min(needed, spare(layout, LIMITS.text)));
  const shown = cutParts(excerpt, Math.min(room, most));
  const readOn = truncated || shown.cut ? layout.readOn : '';
  const text = [layout.head, markdownOf(shown.parts), readOn].filter((piece) => piece !== '').join('\n');
  return [...layout.above, ...textDisplay(text), ...layout.below];
}

/** What a layout leaves for the excerpt, with the line breaks around it. */
function spare({ above, head, readOn, below }: Layout, size: number): number {
  return size - textLength([...above, ...below]) - head.length - readOn.length - 2;
}

/** The first layout that will do; the last where none does. */
function firstWith(layouts: Iterable<Layout>, willDo: (layout: Layout) => boolean): Layout {
  let last: Layout = { above: [], head: '', readOn: '', below: [] };
  for (const layout of layouts) {
    last = layout;
    if (willDo(layout)) break;
  }
  return last;
}
