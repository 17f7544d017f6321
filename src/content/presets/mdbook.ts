import { posix } from 'node:path';
import type { Heading } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { mdbook04Slug, mdbookSlug } from '../slugs/mdbook.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { childrenBefore } from './children-before.ts';
import { definitionTerms } from './definition-terms.ts';
import { encodeFragment } from './encode-fragment.ts';
import { folderEditions } from './folder-editions.ts';
import { headingText } from './heading-text.ts';
import { unifyMdbook } from './mdbook-dialect.ts';
import { nodesInOrder } from './nodes-in-order.ts';

/**
 * mdBook 0.4 and 0.5; a heading of which they make different ids has none, and neither has one whose id depends on
 * `smart-punctuation`. Sources: `crates/mdbook-html/src/html/tree.rs` and `src/utils.rs` beside it (0.5), `src/utils/mod.rs` and
 * `src/renderer/html_handlebars/hbs_renderer.rs` (0.4), `firstpass.rs` of pulldown-cmark. The source is the book's `src` folder.
 */
export const mdbook: Preset = {
  defaults: {
    format: 'markdown',
    links: 'host',
    site: { routeBase: '', extension: '.html', index: ['README', 'index'], trailingSlash: 'index' },
    anchors: {
      style: 'fragment',
      slug: 'mdbook',
      depth: 6,
      duplicates: 'dash',
      customId: 'curly',
      annotation: '',
    },
  },
  unify: unifyMdbook,
  route,
  headingIds,
  editions: folderEditions,
};

/** A README is its folder's `index.html`; the list of chapters is no page. */
function route({ file }: RoutedFile, { extension }: SiteRules): string | undefined {
  const { dir, name } = posix.parse(posix.normalize(`/${file}`).slice(1));
  if (name === 'SUMMARY' && dir === '') return undefined;
  const isIndex = /^(?:readme|index)$/iu.test(name);
  if (isIndex && extension === '') return dir === '' ? '' : `${dir}/`;
  return posix.join(dir, `${/^readme$/iu.test(name) ? 'index' : name}${extension}`);
}

/** Gives the ids of one version of mdBook, in their order. */
type NextId = (text: string) => string;

function headingIds({ root, source }: HeadedPage, rules: AnchorRules): HeadingIds {
  // Since 0.5, terms of definition lists have ids too.
  const terms = new Set(definitionTerms(source).map(({ text }) => mdbookSlug(text)));
  const versions =
    rules.slug === 'mdbook' ? [countingIds(), takenIds(mdbookSlug)] : [takenIds(slugNamed(rules.slug))];
  const found: [Heading, HeadingId][] = [];
  for (const node of nodesInOrder(root)) {
    if (node.type !== 'heading') continue;
    const own = rules.customId === 'curly' ? ownAttributes(node, source) : undefined;
    const children = own === undefined ? node.children : childrenBefore(node.children, own.offset);
    const id = own?.id ?? commonId(children, { source, versions });
    const isTold = id !== undefined && (own?.id !== undefined || !terms.has(id));
    found.push([node, { fragment: isTold ? encodeFragment(id) : undefined, children }]);
  }
  return new Map(found);
}

interface Ways {
  readonly source: string;
  readonly versions: readonly NextId[];
}

/** The id that each version gives, with smart punctuation and without; undefined where they differ. */
function commonId(children: Heading['children'], { source, versions }: Ways): string | undefined {
  const plain = headingText(children, { source });
  const smart = headingText(children, { source, shown: smartDashes });
  const ids = new Set(versions.map((nextId) => nextId(plain)));
  const slug = mdbookSlug(plain);
  const isTold = slug !== '' && slug === mdbookSlug(smart) && !plain.includes('\n') && ids.size === 1;
  return isTold ? [...ids][0] : undefined;
}

/** Quotes and dots vanish from ids either way. */
function smartDashes(text: string): string {
  return text.replace(/-{2,3}/gu, '–');
}

/** 0.4 counts how often it was asked for each. */
function countingIds(): NextId {
  const counts = new Map<string, number>();
  return (text) => {
    const slug = mdbook04Slug(text);
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
}

/** 0.5 seeks the first that is free. */
function takenIds(slugOf: (text: string) => string): NextId {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (text) => {
    const slug = slugOf(text);
    let id = slug;
    let count = counts.get(slug) ?? 0;
    for (; taken.has(id); id = `${slug}-${count}`) count += 1;
    counts.set(slug, count);
    taken.add(id);
    return id;
  };
}

interface OwnAttributes {
  /** Undefined where there are only classes. */
  readonly id: string | undefined;
  /** Where they begin in the source. */
  readonly offset: number;
}

/** `{#id .class key=value}` at the end of a heading, as pulldown-cmark has it. */
const ATTRIBUTES = /(?<!\\)\{([^{}\\<>\n]*)\}[ \t]*(?:\n[\s>]*(?:-+|=+)[ \t]*)?$/u;

function ownAttributes({ position }: Heading, source: string): OwnAttributes | undefined {
  const start = position?.start.offset ?? 0;
  const text = source.slice(start, position?.end.offset);
  const match = ATTRIBUTES.exec(text);
  if (match === null) return undefined;
  const id = (match[1] ?? '').split(/\s+/u).findLast((word) => /^#./u.test(word));
  return { id: id?.slice(1), offset: start + match.index };
}
