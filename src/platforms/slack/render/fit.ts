import { cutBlocks, cutToLimits, jsonLength, textLength } from './cut-blocks.ts';
import type { Limits } from './cut-blocks.ts';
import { LIMITS } from './limits.ts';
import type { Content } from './markdown-blocks.ts';
import type { Block } from './message.ts';

/** One way to draw what stands around an excerpt. */
export interface Layout {
  readonly before: readonly Block[];
  readonly after: readonly Block[];
  /** Leads on to the whole section; stands behind the excerpt where that was cut. None where there is no link to it. */
  readonly readOn: readonly Block[];
}

export interface Fitting {
  readonly excerpt: readonly Content[];
  /** True where the section says more than the excerpt. */
  readonly truncated: boolean;
  /** The fullest first. The last has to fit by itself. */
  readonly layouts: Iterable<Layout>;
}

/** What a message may hold. */
export const MESSAGE: Limits = { characters: LIMITS.total, blocks: LIMITS.blocks };

/** An excerpt is shortened to this many characters of JSON before anything around it is. */
const LEAST = 1_500;

/** Characters of an excerpt that are pleasant to read in a chat, which folds longer messages. */
const PLEASANT = 3_000;

/** The blocks of a reply within its limits, as JSON in all less than `characters`: counted as they will be sent. */
export function fit({ excerpt, truncated, layouts }: Fitting, limits: Limits): Block[] {
  const pleasant = cutBlocks(excerpt, { size: PLEASANT, measure: textLength });
  const isCut = truncated || pleasant.cut;
  const needed = Math.min(LEAST, jsonLength(pleasant.blocks));
  const layout = firstWith(layouts, (one) => spare(one, limits).characters >= needed);
  const room = spare(layout, limits);
  const whole = cutToLimits(pleasant.blocks, isCut ? room : spare({ ...layout, readOn: [] }, limits));
  const shown = whole.cut ? cutToLimits(pleasant.blocks, room) : whole;
  const readOn = isCut || shown.cut ? layout.readOn : [];
  return [...layout.before, ...shown.blocks, ...readOn, ...layout.after];
}

/** What a layout leaves for the excerpt; each block counts with its comma, and the two brackets. */
function spare({ before, after, readOn }: Layout, { characters, blocks }: Limits): Limits {
  const around = [...before, ...readOn, ...after];
  const used = around.reduce((sum, block) => sum + jsonLength(block) + 1, 2);
  return { characters: characters - used - 1, blocks: blocks - around.length };
}

/** The first layout that will do; the last where none does. */
function firstWith(layouts: Iterable<Layout>, willDo: (layout: Layout) => boolean): Layout {
  let last: Layout = { before: [], after: [], readOn: [] };
  for (const layout of layouts) {
    last = layout;
    if (willDo(layout)) break;
  }
  return last;
}
