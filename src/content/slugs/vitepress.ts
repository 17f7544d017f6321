import { slugify } from '@mdit-vue/shared';

/** As VitePress 1 and VuePress 2 make it: without accents, each run of spaces and punctuation one `-`, `_` before a leading digit. */
export function vitepressSlug(text: string): string {
  return slugify(text);
}
