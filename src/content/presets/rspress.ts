import type { Heading, Nodes } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { encodeFragment } from './encode-fragment.ts';
import { escapeHeadingIds } from './escape-heading-ids.ts';
import { withoutEnd } from './headings-by-line.ts';
import { mdxHeadingText } from './mdx-heading-text.ts';
import type { MdxTextRules } from './mdx-heading-text.ts';
import { headingsInOrder } from './nodes-in-order.ts';
import { rspressEditions } from './rspress-editions.ts';
import { safePath } from './safe-path.ts';
import { siteEditions } from './site-editions.ts';
import { createUniqueIds } from './unique-ids.ts';

/** Rspress 2. Ids: `headerAnchor.ts` of `@rspress/core/src/node/mdx/rehypePlugins`; routes: `@rspress/core/src/node/route`. */
export const rspress: Preset = {
  defaults: {
    format: 'auto',
    links: 'base',
    site: { routeBase: '', extension: '.html', index: ['index'], trailingSlash: 'index' },
    anchors: {
      style: 'fragment',
      slug: 'github',
      depth: 6,
      duplicates: 'dash',
      customId: 'curly',
      annotation: '',
    },
  },
  unify: escapeHeadingIds,
  route,
  headingIds,
  editions: siteEditions({ configs: ['rspress.config'], folders: ['docs/'] }, rspressEditions),
};

/** `excludeConvention` of `RouteService.ts`, which one more `_` gets around, and what a glob passes over. */
const UNPUBLISHED = /(?:^|\/)(?:_(?!_|\/|$)|\.|node_modules\/)|^public\//u;

function route({ file }: RoutedFile, { index, extension }: SiteRules): string | undefined {
  return UNPUBLISHED.test(file) ? undefined : safePath(file, { index, extension });
}

/** An id within any text of the heading's own. */
const OWN_ID = /\\?\{#(.*)\}/u;

/** Components and expressions give no text; an own id is not counted. */
function headingIds({ root, source }: HeadedPage, rules: AnchorRules): HeadingIds {
  const slugOf = slugNamed(rules.slug);
  const unique = createUniqueIds(rules.duplicates);
  const textRules: MdxTextRules = { source, directives: 'text' };
  const idOf = (heading: Heading): HeadingId => {
    const own = rules.customId === 'curly' ? ownId(heading) : '';
    const text = mdxHeadingText(heading.children.map(withoutOwnId), textRules).trim();
    const children = own === '' ? heading.children : withoutEnd(heading.children, /\s*\{#[^{]*\}$/u);
    return { fragment: encodeFragment(own || unique(slugOf(text))), children };
  };
  return new Map(headingsInOrder(root).map((heading) => [heading, idOf(heading)]));
}

/** The last id; empty for none. */
function ownId({ children }: Heading): string {
  const ids = children.flatMap((child) =>
    child.type === 'text' ? (OWN_ID.exec(child.value)?.[1] ?? []) : [],
  );
  return ids.findLast((id) => id !== '') ?? '';
}

function withoutOwnId(node: Nodes): Nodes {
  if (node.type !== 'text' || !OWN_ID.test(node.value)) return node;
  return { ...node, value: node.value.replace(OWN_ID, '').trimEnd() };
}
