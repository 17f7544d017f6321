import { posix } from 'node:path';
import type { Heading, Nodes } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { encodeFragment } from './encode-fragment.ts';
import { folderEditions } from './folder-editions.ts';
import { headingText } from './heading-text.ts';
import { nodesInOrder } from './nodes-in-order.ts';
import { createUniqueIds } from './unique-ids.ts';

/**
 * Files read on GitHub itself. `site.url` is the address of the source's folder as GitHub shows a file below it:
 * `https://github.com/<owner>/<name>/blob/<ref>`, with `/<folder>` behind it where the source is a folder of the repository. A README
 * has the address of its folder, which GitHub leads on to `…/tree/<ref>/<folder>`; that of the repository's root keeps its own. Ids are
 * those of `TableOfContentsFilter` in github/html-pipeline; that they begin with `user-content-` in the HTML is left out of addresses.
 */
export const github: Preset = {
  defaults: {
    format: 'markdown',
    links: 'host',
    site: { routeBase: '', extension: '', index: ['README', 'readme', 'Readme'], trailingSlash: 'never' },
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
  editions: folderEditions,
};

/** `…/blob/main`: nothing stands behind the ref. */
const ROOT = /\/blob\/[^/]+$/u;

function route({ file }: RoutedFile, { index, url }: SiteRules): string {
  const path = posix.normalize(`/${file}`).slice(1);
  const { dir, name } = posix.parse(path);
  if (!index.includes(name) || (dir === '' && ROOT.test(url))) return path;
  return dir;
}

/** `<h2 …>Title</h2>` in HTML gets an id of its text as well, and counts. */
const HTML_HEADING = /<h([1-6])\b[^>]*>([^]*?)<\/h\1\s*>/giu;

function headingIds({ root, source }: HeadedPage, rules: AnchorRules): HeadingIds {
  const unique = createUniqueIds(rules.duplicates);
  const slugOf = slugNamed(rules.slug);
  const found: [Heading, HeadingId][] = [];
  for (const node of nodesInOrder(root)) {
    if (node.type === 'html') for (const text of htmlHeadings(node)) unique(slugOf(text));
    if (node.type !== 'heading') continue;
    const id = unique(slugOf(headingText(node.children, { source })));
    found.push([node, { fragment: encodeFragment(id), children: node.children }]);
  }
  return new Map(found);
}

function htmlHeadings(node: Nodes & { readonly type: 'html' }): string[] {
  return [...node.value.matchAll(HTML_HEADING)].map(([, , inside = '']) =>
    inside.replace(/<[^>]*>/gu, '').trim(),
  );
}
