import type { PhrasingContent } from 'mdast';

/** Alternatives of fewer words name a picture but say nothing that its surroundings do not. */
const LEAST_WORDS = 3;

/** What is left of an image: its alternative text, where it says something. */
export function imageText(alt: string | null | undefined): PhrasingContent[] {
  const words = (alt ?? '').replace(/\s+/gu, ' ').trim();
  if (words.split(' ').length < LEAST_WORDS || /^[\w-]+\.\w{2,4}$/u.test(words)) return [];
  return [{ type: 'emphasis', children: [{ type: 'text', value: words }] }];
}
