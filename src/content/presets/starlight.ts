import { posix } from 'node:path';
import type { Heading } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { withoutLastHyphen } from '../slugs/astro-5.ts';
import { githubSlug } from '../slugs/github.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { encodeFragment } from './encode-fragment.ts';
import { mdxHeadingText } from './mdx-heading-text.ts';
import type { MdxTextRules } from './mdx-heading-text.ts';
import { headingsInOrder } from './nodes-in-order.ts';
import { ownIdOf } from './own-id.ts';
import { siteEditions } from './site-editions.ts';
import { createUniqueIds } from './unique-ids.ts';

/**
 * Astro Starlight. Ids: `rehypeHeadingIds` of `@astrojs/markdown-remark`, for Astro up to 5 with the slug `astro-5`; routes:
 * `getContentEntryIdAndSlug` of `astro/dist/content/utils.js` and `slugToPathname` of `@astrojs/starlight/utils/slugs.ts`; with
 * `build.format: 'file'`, set `extension` to `.html`: `@astrojs/starlight/utils/createPathFormatter.ts`.
 */
export const starlight: Preset = {
  defaults: {
    format: 'auto',
    links: 'host',
    site: { routeBase: '', extension: '', index: ['index'], trailingSlash: 'always' },
    anchors: {
      style: 'fragment',
      slug: 'github',
      depth: 6,
      duplicates: 'dash',
      customId: 'none',
      annotation: '',
    },
  },
  unify: (body) => body,
  route,
  headingIds,
  editions: siteEditions({ configs: ['astro.config'], folders: ['src/content/docs/'] }),
};

/** Files, not folders, with a name that begins with `_`; a glob passes over dot-folders. */
const UNPUBLISHED = /(?:^|\/)(?:\.|_[^/]*$)/u;

function route({ file, slug, data, at }: RoutedFile, { extension }: SiteRules): string | undefined {
  if (UNPUBLISHED.test(file) || data['draft'] === true || slug.startsWith('/')) return undefined;
  const path = slug === '' ? sluggedPath(file) : slugFrom(at, slug);
  const page = path.replace(/(?:^|\/)index$/u, '').normalize();
  if (page !== '') return `${page}${extension || '/'}`;
  // The page of a language, too, is a file beside its folder.
  return at === '' || extension === '' ? '' : `../${posix.basename(at)}${extension}`;
}

/** A slug is the whole path, that of a language included. */
function slugFrom(at: string, slug: string): string {
  const whole = posix.normalize(`/${slug}`).replace(/\/+$/u, '');
  return posix.relative(`/${at}`, whole || '/');
}

function sluggedPath(file: string): string {
  const { dir, name } = posix.parse(posix.normalize(`/${file}`).slice(1));
  const segments = [...dir.split('/').filter((folder) => folder !== ''), name];
  return segments
    .map((segment) => githubSlug(segment))
    .filter((segment) => segment !== '')
    .join('/');
}

/** Existing ids are not counted, and a hyphen counts also where it is left out. Dashes are made of hyphens first, and are deleted then as other punctuation is. */
function headingIds({ root, source, data }: HeadedPage, rules: AnchorRules): HeadingIds {
  const isTrimmed = rules.slug === 'astro-5';
  const slugOf = isTrimmed ? githubSlug : slugNamed(rules.slug);
  const unique = createUniqueIds(rules.duplicates);
  const textRules: MdxTextRules = {
    source,
    directives: 'text',
    expressions: (value) => frontmatterValue(value, data) ?? value,
    elements: true,
    shown: isTrimmed ? withSmartDashes : withDashes,
  };
  const idOf = (heading: Heading): HeadingId => {
    const own = ownIdOf(heading, rules.customId);
    const made = (): string => unique(slugOf(mdxHeadingText(heading.children, textRules)));
    const id = own?.id ?? (isTrimmed ? withoutLastHyphen(made()) : made());
    return { fragment: encodeFragment(id), children: own?.children ?? heading.children };
  };
  return new Map(headingsInOrder(root).map((heading) => [heading, idOf(heading)]));
}

/** Of two hyphens only: `retext-smartypants`, up to Astro 5. */
function withSmartDashes(text: string): string {
  return text.replace(/(?<!-)--(?!-)/gu, '—');
}

function withDashes(text: string): string {
  return text.replace(/(?<!-)---?(?!-)/gu, '—');
}

const FRONTMATTER = /^\s*frontmatter\.([\w$]+)\s*$/u;

/** `{frontmatter.title}` counts as the text that it is. */
function frontmatterValue(expression: string, data: HeadedPage['data']): string | undefined {
  const key = FRONTMATTER.exec(expression)?.[1];
  const value = key === undefined || !Object.hasOwn(data, key) ? undefined : data[key];
  return typeof value === 'string' ? value : undefined;
}
