import type { SlugName } from '../collection-rules.ts';
import { asciiSlug } from './ascii.ts';
import { astro5Slug } from './astro-5.ts';
import { blackfridaySlug } from './blackfriday.ts';
import { docutilsSlug } from './docutils.ts';
import { eleventySlug } from './eleventy.ts';
import { githubAsciiSlug } from './github-ascii.ts';
import { githubCaseSlug } from './github-case.ts';
import { githubSlug } from './github.ts';
import { hugoSlug } from './hugo.ts';
import { kramdownGfmSlug } from './kramdown-gfm.ts';
import { kramdownSlug } from './kramdown.ts';
import { markdownItAnchorSlug } from './markdown-it-anchor.ts';
import { mdbookSlug } from './mdbook.ts';
import { mintlifySlug } from './mintlify.ts';
import { pymdownxSlug } from './pymdownx.ts';
import { pythonMarkdownSlug } from './python-markdown.ts';
import { vitepressSlug } from './vitepress.ts';

const SLUGS: Readonly<Record<SlugName, (text: string) => string>> = {
  ascii: asciiSlug,
  'astro-5': astro5Slug,
  blackfriday: blackfridaySlug,
  docutils: docutilsSlug,
  eleventy: eleventySlug,
  github: githubSlug,
  'github-ascii': githubAsciiSlug,
  'github-case': githubCaseSlug,
  hugo: hugoSlug,
  kramdown: kramdownSlug,
  'kramdown-gfm': kramdownGfmSlug,
  'markdown-it-anchor': markdownItAnchorSlug,
  mdbook: mdbookSlug,
  mintlify: mintlifySlug,
  pymdownx: pymdownxSlug,
  'python-markdown': pythonMarkdownSlug,
  vitepress: vitepressSlug,
};

/** A way to make an id of a heading's text. */
export function slugNamed(name: SlugName): (text: string) => string {
  return SLUGS[name];
}
