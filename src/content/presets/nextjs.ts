import type { Heading } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { appRoute, isAppFolder } from './app-router.ts';
import { encodeFragment } from './encode-fragment.ts';
import { mdxHeadingText } from './mdx-heading-text.ts';
import type { MdxTextRules } from './mdx-heading-text.ts';
import { headingsInOrder } from './nodes-in-order.ts';
import { ownIdOf } from './own-id.ts';
import { slugPath } from './plain.ts';
import { safePath } from './safe-path.ts';
import { siteEditions } from './site-editions.ts';
import { createUniqueIds } from './unique-ids.ts';

/**
 * Docs on Next.js itself, in `app/` or in folders with numbers. Numbers of two or more digits, such as those of `01-app/02-guides`, say in
 * which order things come and are left out, as in the docs of Next.js; `1-add-sso` and `2024-review` stay as they are. Ids are those
 * of rehype-slug, which the docs of `@next/mdx` name.
 */
export const nextjs: Preset = {
  defaults: {
    format: 'auto',
    links: 'base',
    site: { routeBase: '', extension: '', index: ['index'], trailingSlash: 'never' },
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
  editions: siteEditions({ configs: ['next.config'], folders: ['src/app/', 'app/', 'content/', 'docs/'] }),
};

const UNPUBLISHED = /(?:^|\/)[._]/u;
const NUMBER = /^\d{2,3}-(?=.)/u;

function route({ file, slug, files }: RoutedFile, { index, extension }: SiteRules): string | undefined {
  if (UNPUBLISHED.test(file)) return undefined;
  if (isAppFolder(files)) return appRoute(file);
  const short = file
    .split('/')
    .map((part) => part.replace(NUMBER, ''))
    .join('/');
  return slug === '' ? safePath(short, { index, extension }) : slugPath(short, slug);
}

/** Every heading is counted; expressions give no text. */
function headingIds({ root, source }: HeadedPage, rules: AnchorRules): HeadingIds {
  const slugOf = slugNamed(rules.slug);
  const unique = createUniqueIds(rules.duplicates);
  const textRules: MdxTextRules = { source, directives: 'text', elements: true };
  const idOf = (heading: Heading): HeadingId => {
    const own = ownIdOf(heading, rules.customId);
    const id = own?.id ?? unique(slugOf(mdxHeadingText(heading.children, textRules)));
    return { fragment: encodeFragment(id), children: own?.children ?? heading.children };
  };
  return new Map(headingsInOrder(root).map((heading) => [heading, idOf(heading)]));
}
