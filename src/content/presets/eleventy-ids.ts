import type { MarkdownItHeading } from './markdown-it-headings.ts';
import { eleventySlug } from '../slugs/eleventy.ts';

/** An element of the page, in document order: with an id of its own, or a heading that gets one of its text. */
export interface Identified {
  readonly id: string | undefined;
  readonly text: string;
  /** Undefined for an element that is none of the Markdown's headings. */
  readonly heading: MarkdownItHeading | undefined;
}

/**
 * The ids of headings that Eleventy's `IdAttributePlugin` gives (`src/Plugins/IdAttributePlugin.js`, with its `checkDuplicates`
 * off): a plain count for each slug, so that what is numbered may collide, and an id of an author's own renames the heading before
 * it that has it.
 */
export function eleventyIds(elements: readonly Identified[]): ReadonlyMap<MarkdownItHeading, string> {
  // A plain object as there: what `Object` has, such as `constructor`, counts as NaN.
  const counts: Record<string, number> = {};
  const owners = new Map<string, MarkdownItHeading | undefined>();
  const ids = new Map<MarkdownItHeading, string>();
  for (const { id, text, heading } of elements) {
    if (id === undefined && heading?.isEmpty === true) continue;
    const base = id ?? eleventySlug(text);
    const isTaken = Boolean(counts[base]);
    counts[base] = isTaken ? Number(counts[base]) + 1 : 1;
    const numbered = `${base}-${counts[base]}`;
    if (id === undefined) {
      owners.set(isTaken ? numbered : base, heading);
      if (heading !== undefined) ids.set(heading, isTaken ? numbered : base);
      continue;
    }
    if (heading !== undefined) ids.set(heading, id);
    const owner = owners.get(id);
    if (!isTaken || !owners.delete(id)) continue;
    owners.set(numbered, owner);
    if (owner !== undefined) ids.set(owner, numbered);
  }
  return ids;
}
