import type { Root } from 'mdast';
import { cutExcerpt } from './excerpt.ts';
import { readableMarkdown } from './readable-markdown.ts';
import type { Answer } from './reply.ts';
import type { Hit, MatchText } from './search-engine.ts';

export interface Quoting {
  readonly parse: (markdown: string) => Root;
  /** Finds what the excerpt is chosen by, and what is marked in it. */
  readonly match: MatchText;
  /** In characters of Markdown. */
  readonly budget: number;
}

/** A section that was found, with its excerpt. */
export function answerOf({ page, section, score, terms }: Hit, quoting: Quoting): Answer {
  return {
    id: section.id,
    collection: page.collection,
    file: page.file,
    version: page.version,
    url: section.url,
    title: section.heading,
    trail: section.trail,
    excerpt: cutExcerpt(readableMarkdown(page, section), quoting),
    score,
    terms,
  };
}
