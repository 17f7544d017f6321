import type { Heading } from 'mdast';
import type { AnchorRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { encodeFragment } from './encode-fragment.ts';
import { fumadocsRoute } from './fumadocs-route.ts';
import { mdxHeadingText } from './mdx-heading-text.ts';
import { headingsInOrder } from './nodes-in-order.ts';
import { ownIdOf } from './own-id.ts';
import { siteEditions } from './site-editions.ts';
import { createUniqueIds } from './unique-ids.ts';
import type { MdxTextRules } from './mdx-heading-text.ts';

/** Fumadocs 16. Ids: `remark-heading.ts` and `rehype-toc.ts` of `fumadocs-core/src/mdx-plugins`. */
export const fumadocs: Preset = {
  defaults: {
    format: 'auto',
    links: 'base',
    site: { routeBase: 'docs', extension: '', index: ['index'], trailingSlash: 'never' },
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
  route: fumadocsRoute,
  headingIds,
  editions: siteEditions({
    configs: ['source.config', 'next.config'],
    folders: ['content/docs/', 'src/content/docs/', 'content/'],
  }),
};

/** A part that stands in the page, so that nobody knows which ids it has taken; code is included in the same way. */
const INCLUDE = /<include(?:\s[^>]*)?>\s*[^<]*\.mdx?\s*(?:#[^<]*)?<\/include>|^::include/mu;
/** Only in the table of contents. */
const NOT_SHOWN = /(?<!!)\[toc\]\s*$/u;

/** Every heading is counted, but where its author gave it an id. */
function headingIds({ root, source, body }: HeadedPage, rules: AnchorRules): HeadingIds {
  const slugOf = slugNamed(rules.slug);
  const unique = createUniqueIds(rules.duplicates);
  const included = lineOf(INCLUDE, body);
  const textRules: MdxTextRules = {
    source,
    directives: 'text',
    expressions: (value) => value,
    elements: true,
    tags: true,
  };
  const idOf = (heading: Heading): HeadingId => {
    const own = ownIdOf(heading, rules.customId);
    const children = own?.children ?? heading.children;
    const text = mdxHeadingText(children, textRules);
    const id = own?.id ?? unique(slugOf(text));
    const isKnown = own !== undefined || (heading.position?.start.line ?? 0) < included;
    const fragment = isKnown && !NOT_SHOWN.test(text) ? encodeFragment(id) : undefined;
    return { fragment, children };
  };
  return new Map(headingsInOrder(root).map((heading) => [heading, idOf(heading)]));
}

/** The line of the first match; infinite where there is none. */
function lineOf(pattern: RegExp, body: string): number {
  const found = pattern.exec(body);
  return found === null ? Infinity : body.slice(0, found.index).split('\n').length;
}
