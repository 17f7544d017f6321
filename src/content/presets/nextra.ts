import type { Heading } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { appRoute, isAppFolder } from './app-router.ts';
import { encodeFragment } from './encode-fragment.ts';
import { jsxList } from './jsx-list.ts';
import { mdxHeadingText } from './mdx-heading-text.ts';
import type { MdxTextRules } from './mdx-heading-text.ts';
import { mdxNodes, mdxTree } from './mdx-tree.ts';
import type { MdxNode } from './mdx-tree.ts';
import { ownIdOf } from './own-id.ts';
import { safePath } from './safe-path.ts';
import { siteEditions } from './site-editions.ts';
import { createUniqueIds } from './unique-ids.ts';
import type { UniqueId } from './unique-ids.ts';

/** Nextra 4. Ids: `remark-headings.ts` and `remark-custom-heading-id.ts` of `nextra/src/server/remark-plugins`; routes: `page-map/`. */
export const nextra: Preset = {
  defaults: {
    format: 'mdx',
    links: 'base',
    site: { routeBase: '', extension: '', index: ['index'], trailingSlash: 'never' },
    anchors: {
      style: 'fragment',
      slug: 'github',
      depth: 6,
      duplicates: 'dash',
      customId: 'square',
      annotation: '',
    },
  },
  unify: (body) => body,
  route,
  headingIds,
  editions: siteEditions({ configs: ['next.config'], folders: ['content/', 'src/content/'] }),
};

const UNPUBLISHED = /(?:^|\/)\./u;

function route({ file, files }: RoutedFile, { index, extension }: SiteRules): string | undefined {
  if (UNPUBLISHED.test(file)) return undefined;
  return isAppFolder(files) ? appRoute(file) : safePath(file, { index, extension });
}

interface Counting {
  readonly slug: UniqueId;
  readonly text: MdxTextRules;
  readonly rules: AnchorRules;
}

/** Tabs and summaries count beside headings, of which those of the first level do not. Custom ids are slugged and counted too. */
function headingIds({ root, source }: HeadedPage, rules: AnchorRules): HeadingIds {
  const slugOf = slugNamed(rules.slug);
  const unique = createUniqueIds(rules.duplicates);
  const text: MdxTextRules = {
    source,
    directives: 'text',
    expressions: (value) => value,
    elements: true,
    tags: true,
  };
  const counting: Counting = { slug: (words) => unique(slugOf(words)), text, rules };
  return new Map(idsBelow(mdxTree(root), counting));
}

function idsBelow(parent: MdxNode, counting: Counting): [Heading, HeadingId][] {
  return parent.children.flatMap((child, index) => {
    if (child.node.type === 'heading') return [[child.node, headingId(child.node, counting)]];
    if (child.element?.name === 'Tabs.Tab') countTab(parent, index, counting);
    if (child.element?.name === 'details') countSummaries(child, counting);
    return idsBelow(child, counting);
  });
}

function headingId(heading: Heading, { slug, text, rules }: Counting): HeadingId {
  const own = ownIdOf(heading, rules.customId);
  const children = own?.children ?? heading.children;
  const id = heading.depth === 1 ? '' : slug(own?.id ?? mdxHeadingText(heading.children, text));
  return { fragment: encodeFragment(id), children };
}

/** Each tab of `<Tabs items={[…]}>` has a hidden heading. */
function countTab({ element }: MdxNode, index: number, { slug }: Counting): void {
  const items = element?.name === 'Tabs' ? jsxList(element, 'items') : undefined;
  if (items !== undefined) slug(items[index] ?? '');
}

/** A summary has an id where it stands within a line. */
function countSummaries(details: MdxNode, { slug, text }: Counting): void {
  for (const { node, element } of mdxNodes(details))
    if (node.type === 'mdxJsxTextElement' && node.name === 'summary' && element === undefined)
      slug(mdxHeadingText(node.children, text));
}
