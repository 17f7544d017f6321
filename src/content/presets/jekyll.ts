import type { Heading } from 'mdast';
import type { AnchorRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { childrenBefore } from './children-before.ts';
import { encodeFragment } from './encode-fragment.ts';
import { folderEditions } from './folder-editions.ts';
import { headingText } from './heading-text.ts';
import { headingsByLine } from './headings-by-line.ts';
import { unifyJekyll } from './jekyll-dialect.ts';
import { jekyllRoute } from './jekyll-route.ts';
import { kramdownHeadings } from './kramdown-blocks.ts';
import type { KramdownHeading } from './kramdown-blocks.ts';
import { renderLiquid } from './liquid.ts';

/**
 * Jekyll 4 with kramdown, its input GFM, as Jekyll and GitHub Pages have it by default. For `permalink: pretty` in Jekyll's config, set
 * `extension` to nothing and `trailingSlash` to true; with jekyll-readme-index, add `README` to `index`. The rules are in the files
 * beside this one.
 */
export const jekyll: Preset = {
  defaults: {
    format: 'markdown',
    links: 'base',
    site: { routeBase: '', extension: '.html', index: ['index'], trailingSlash: 'index' },
    anchors: {
      style: 'fragment',
      slug: 'kramdown-gfm',
      depth: 6,
      duplicates: 'dash',
      customId: 'curly',
      annotation: '',
    },
  },
  unify: unifyJekyll,
  route: jekyllRoute,
  endsByRoute: true,
  headingIds,
  editions: folderEditions,
};

function headingIds({ root, source, body }: HeadedPage, rules: AnchorRules): HeadingIds {
  const nodes = headingsByLine(root);
  const { text, unknown } = renderLiquid(body);
  const [nextId, nextIdInHtml] = [createIds(rules), createIds({ ...rules, slug: 'kramdown' })];
  const found: [Heading, HeadingId][] = [];
  for (const heading of kramdownHeadings(
    text.split('\n').map((line, index) => ({ text: line, line: index })),
  )) {
    if (unknown.has(heading.line)) continue;
    const node = nodes.get(heading.line + 1);
    const children = node === undefined ? [] : withoutId(node, heading, source);
    const shown = node === undefined ? heading.raw : headingText(children, { source, shown: typographic });
    const { ownId, raw, isInHtml } = heading;
    const id = ownId ?? (isInHtml ? nextIdInHtml(shown, shown) : nextId(raw, shown));
    if (node !== undefined && !isMistaken(node, raw))
      found.push([node, { fragment: encodeFragment(id), children }]);
  }
  return new Map(found);
}

/** ` ## A` with an underline: to kramdown, the hashes are part of a heading's text. */
function isMistaken({ depth }: Heading, raw: string): boolean {
  return raw.startsWith(`${'#'.repeat(depth)} `);
}

/** What is shown of a heading that ends with its own id. */
function withoutId(
  { children, position }: Heading,
  { raw, ownId }: KramdownHeading,
  source: string,
): Heading['children'] {
  const start = position?.start.offset ?? 0;
  const text = source.slice(start, position?.end.offset);
  const brace = ownId === undefined ? -1 : text.lastIndexOf(`{#${ownId}}`);
  return brace === -1 || raw.includes(`{#${ownId}}`) ? children : childrenBefore(children, start + brace);
}

/** Dashes and dots that are typed become signs, which vanish from ids. */
function typographic(text: string): string {
  return text.replace(/-{2,3}/gu, '–').replace(/\.{3}/gu, '…');
}

/** Gives each heading, by its Markdown and its text, an id; it counts how often it was asked for each. */
function createIds({ slug, duplicates }: AnchorRules): (raw: string, shown: string) => string {
  const counts = new Map<string, number>();
  return (raw, shown) => {
    const base = slugNamed(slug)(slug === 'kramdown' ? raw : shown);
    const count = counts.get(base) ?? 0;
    counts.set(base, count + 1);
    return count === 0 || duplicates === 'same' ? base : `${base}-${count}`;
  };
}
