import type { Heading, PhrasingContent } from 'mdast';
import type { AnchorRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { trimmed } from '../whitespace.ts';
import { unifyDocusaurus } from './docusaurus-dialect.ts';
import { docusaurusEditions } from './docusaurus-editions.ts';
import { docusaurusRoute } from './docusaurus-route.ts';
import { encodeFragment } from './encode-fragment.ts';
import { withoutEnd } from './headings-by-line.ts';
import { mdxHeadingText } from './mdx-heading-text.ts';
import type { MdxTextRules } from './mdx-heading-text.ts';
import { headingsInOrder } from './nodes-in-order.ts';
import { idAtEnd } from './own-id.ts';
import type { OwnId } from './own-id.ts';
import { createUniqueIds } from './unique-ids.ts';

/** Docusaurus 3. Ids: `@docusaurus/mdx-loader/lib/remark/headings/index.js`. */
export const docusaurus: Preset = {
  defaults: {
    format: 'mdx',
    links: 'base',
    site: { routeBase: 'docs', extension: '', index: ['index', 'readme'], trailingSlash: 'index' },
    anchors: {
      style: 'fragment',
      slug: 'github',
      depth: 6,
      duplicates: 'dash',
      customId: 'curly',
      annotation: '',
    },
  },
  unify: unifyDocusaurus,
  route: docusaurusRoute,
  headingIds,
  editions: docusaurusEditions,
};

/** A custom id is not counted, and a heading of the first level is, but has no id. */
function headingIds({ root, source }: HeadedPage, rules: AnchorRules): HeadingIds {
  const slugOf = slugNamed(rules.slug);
  const unique = createUniqueIds(rules.duplicates);
  const textRules: MdxTextRules = {
    source,
    directives: 'label',
    expressions: (value) => value,
    elements: true,
    tags: true,
    images: true,
  };
  const idOf = (heading: Heading): HeadingId => {
    const text = mdxHeadingText(countedNodes(heading), textRules);
    const own = commentId(heading, rules) ?? classicId(heading, text, rules);
    const id = own?.id ?? unique(slugOf(text));
    const isKnown = heading.depth > 1 && !hasDoubtfulId(heading);
    return {
      fragment: isKnown ? encodeFragment(id) : undefined,
      children: own?.children ?? heading.children,
    };
  };
  return new Map(headingsInOrder(root).map((heading) => [heading, idOf(heading)]));
}

/** Tags of HTML count only within other marks, or where there is nothing else. */
function countedNodes({ children }: Heading): readonly PhrasingContent[] {
  const counted = children.filter(({ type }) => type !== 'html');
  return counted.length > 0 ? counted : children;
}

function classicId(heading: Heading, text: string, { customId }: AnchorRules): OwnId | undefined {
  const found = idAtEnd(text, customId);
  if (found === undefined) return undefined;
  const pattern = customId === 'curly' ? /\s?\{#[^{]*\}$/u : /\s?\[#[^[]*\]$/u;
  return { id: found.id, children: withoutEnd(heading.children, pattern) };
}

/** An expression that is one comment and nothing else. */
const COMMENT = /^\s*\/\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/u;

/** An id in a comment of MDX at the end. */
function commentId({ children }: Heading, { customId }: AnchorRules): OwnId | undefined {
  const last = children.at(-1);
  if (customId !== 'curly' || last?.type !== 'mdxTextExpression') return undefined;
  const [note = ''] = (COMMENT.exec(last.value)?.[1] ?? '').trim().split(' ');
  const id = note.startsWith('#') ? note.slice(1) : '';
  return id === '' ? undefined : { id, children: trimmed(children.slice(0, -1)) };
}

/** Whether `<!-- #id -->` is an id or a comment depends on `future.v4` of the config. */
function hasDoubtfulId({ children }: Heading): boolean {
  const last = children.at(-1);
  return last?.type === 'html' && /^<!--\s*#\S/u.test(last.value);
}
