import type { Heading } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { encodeFragment } from './encode-fragment.ts';
import { suffixEditions } from './folder-editions.ts';
import { headingsByLine, withoutEnd } from './headings-by-line.ts';
import { mayBeShared } from './included-parts.ts';
import type { Include } from './included-parts.ts';
import { unifyContainers } from './mkdocs-containers.ts';
import { readingsOf } from './mkdocs-readings.ts';
import type { Reading } from './mkdocs-readings.ts';
import { parseDocument } from './python-markdown-blocks.ts';
import { withoutFences, withoutSuperFences } from './python-markdown-fences.ts';
import { withoutHtml } from './python-markdown-html.ts';
import { tocHeadings } from './python-markdown-ids.ts';
import { normalLines } from './python-markdown-lines.ts';
import type { Line } from './python-markdown-lines.ts';
import { safePath } from './safe-path.ts';

/**
 * MkDocs with or without Material. Its Markdown is Python-Markdown's, which is no CommonMark: which lines are headings, and what ids
 * they get, is read by that one's own rules. Sources: `markdown/{blockprocessors,htmlparser,inlinepatterns}.py`,
 * `markdown/extensions/{toc,attr_list,fenced_code,admonition,tables,def_list,md_in_html}.py`, `pymdownx/{superfences,tabbed,details}.py`
 * (Python-Markdown 3.4, pymdownx 9.5), `mkdocs/structure/files.py`.
 */
export const mkdocs: Preset = {
  defaults: {
    format: 'markdown',
    links: 'host',
    site: { routeBase: '', extension: '', index: ['index', 'README'], trailingSlash: 'always' },
    anchors: {
      style: 'fragment',
      slug: 'python-markdown',
      depth: 6,
      duplicates: 'underscore',
      customId: 'curly',
      annotation: '',
    },
  },
  unify,
  route,
  headingIds,
  editions: suffixEditions,
};

/** A heading may have more than six marks, of which the others are text; and icons are pictures. */
function unify(body: string): string {
  return unifyContainers(body)
    .replace(/^(#{6})(#+)(?=[^#\n])/gmu, '$1 $2')
    .replace(/^(#{1,6} .*?):(?:material|fontawesome|octicons|simple)-[\w-]+:(?:\{[^}\n]*\})? */gmu, '$1');
}

/** What MkDocs leaves out by itself: hidden files and folders. */
const UNPUBLISHED = /(?:^|\/)\./u;

function route(
  { file, files }: RoutedFile,
  { index, extension, trailingSlash }: SiteRules,
): string | undefined {
  if (UNPUBLISHED.test(file)) return undefined;
  // Where there are both, `index.md` is the folder's page, and `README.md` is none.
  if (/(?:^|\/)README\.md$/u.test(file) && files.has(file.replace(/README\.md$/u, 'index.md')))
    return undefined;
  // A file of its own, a folder's page is `index.html`, whatever it is written in: `File._get_dest_path`.
  const isFile = extension !== '' && !index.includes('README');
  const named = isFile ? file.replace(/(^|\/)README\.md$/u, '$1index.md') : file;
  const path = safePath(named, { index, extension });
  if (path === '' || path.endsWith('/')) return path;
  return trailingSlash === 'always' && extension === '' ? `${path}/` : path;
}

const HEADING_END = /(?<=\s)\{:?[^{}]*\}$/u;

function headingIds({ root, body }: HeadedPage, rules: AnchorRules): HeadingIds {
  const nodes = headingsByLine(root);
  const found = readingsOf(body).map((reading) => idsByLine(body, reading, rules));
  const [first = new Map<number, string | undefined>()] = found;
  const isShared = mayBeShared(
    includesOf(body),
    [...first].map(([line, id = '']) => ({ line, slug: withoutNumber(id) })),
  );
  return new Map(
    [...nodes].map(([line, node]): [Heading, HeadingId] => {
      const id = first.get(line) ?? '';
      const isSure =
        found.every((ids) => ids.get(line) === id) && !isShared({ line, slug: withoutNumber(id) });
      const children = rules.customId === 'curly' ? withoutEnd(node.children, HEADING_END) : node.children;
      return [node, { fragment: isSure ? encodeFragment(id) : undefined, children }];
    }),
  );
}

function withoutNumber(id: string): string {
  return id.replace(/_\d+$/u, '');
}

/** The ids of headings by their line; of what nobody can tell, none. */
function idsByLine(
  body: string,
  reading: Reading,
  rules: AnchorRules,
): ReadonlyMap<number, string | undefined> {
  const lines = normalLines(body.replace(/^ *\/{3,}(?: .*)?$/gmu, ''));
  const fenced: Line[] = reading.hasSuperFences ? withoutSuperFences(lines) : withoutFences(lines);
  const { lines: cleaned, elements } = withoutHtml(fenced, reading.isMixed);
  const { root, references } = parseDocument(cleaned, { elements, options: reading });
  const headings = tocHeadings(root, {
    ...reading,
    references,
    hasAttributes: rules.customId === 'curly',
    slugOf: slugNamed(rules.slug),
  });
  return new Map(headings.map(({ at, id }) => [at, id]));
}

/** What puts another file's text in a place: `pymdownx.snippets` and plugins. */
const INCLUDE = /^\s*(?:-+8<-+|;-*8<-*|\{%-?\s*include[\w-]*|\{!)\s*(.*)$/u;
/** Pictures and programs have no headings. */
const NO_MARKDOWN = /\.(?!(?:md|markdown|mdx|txt|html)\b)\w+["'\s]*$/u;

/** Those outside of fences, since within code there are no headings. */
function includesOf(body: string): Include[] {
  if (!/8<|\{%|\{!/u.test(body)) return [];
  return withoutSuperFences(normalLines(body)).flatMap(({ text, at }) => {
    const path = INCLUDE.exec(text)?.[1];
    return path === undefined || NO_MARKDOWN.test(path) ? [] : [{ line: at, path }];
  });
}
