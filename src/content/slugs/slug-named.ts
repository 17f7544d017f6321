import { slug as githubSlug } from 'github-slugger';
import type { SlugName } from '../collection-rules.ts';
import { asciiSlug } from './ascii.ts';

const SLUGS: Partial<Record<SlugName, (text: string) => string>> = {
  ascii: asciiSlug,
  github: githubSlug,
};

/** A way to make an id of a heading's text. */
export function slugNamed(name: SlugName): (text: string) => string {
  return SLUGS[name] ?? githubSlug;
}
