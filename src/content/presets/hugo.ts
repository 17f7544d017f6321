import { posix } from 'node:path';
import type { Heading, PhrasingContent, Root } from 'mdast';
import type { AnchorRules, SiteRules } from '../collection-rules.ts';
import type { HeadedPage, HeadingId, HeadingIds, Preset, RoutedFile } from '../preset.ts';
import { slugNamed } from '../slugs/slug-named.ts';
import { definitionTerms } from './definition-terms.ts';
import { encodeFragment } from './encode-fragment.ts';
import { headingAttributes } from './goldmark-attributes.ts';
import { childrenBefore } from './children-before.ts';
import { headingsByLine } from './headings-by-line.ts';
import { unifyHugo } from './hugo-dialect.ts';
import { hugoEditions } from './hugo-editions.ts';
import { clean, hugoPath } from './hugo-path.ts';
import { createLineAt } from './line-at.ts';
import { pairShortcodes, shortcodeTags } from './hugo-shortcodes.ts';

/**
 * Hugo with goldmark. Sources: `markup/goldmark/autoid.go`, `common/paths/path.go` and `resources/page/page_paths.go` in
 * gohugoio/hugo, `parser/` in yuin/goldmark. `[permalinks]` of its config have to be told by `routeBase` or a `url` in the frontmatter.
 */
export const hugo: Preset = {
  defaults: {
    format: 'markdown',
    links: 'base',
    site: { routeBase: '', extension: '', index: ['_index', 'index'], trailingSlash: 'index' },
    anchors: {
      style: 'fragment',
      slug: 'hugo',
      depth: 6,
      duplicates: 'dash',
      customId: 'curly',
      annotation: '',
    },
  },
  unify: unifyHugo,
  route,
  headingIds,
  editions: hugoEditions,
};

function route(page: RoutedFile, rules: SiteRules): string | undefined {
  if (isUnpublished(page)) return undefined;
  const { file, data, slug } = page;
  const own = ownUrl(data);
  if (own !== undefined) return own;
  const { dir, name } = posix.parse(posix.normalize(`/${file}`).slice(1));
  const isFolder = name === '_index' || name === 'index';
  const inner = isFolder ? dir : `${dir}/${name}`;
  const path = hugoPath(slug === '' ? inner : `${posix.dirname(`/${inner}`)}/${slug}`);
  if (path === '') return '';
  return rules.extension === '' ? `${path}/` : `${path}${rules.extension}`;
}

/** Files and folders that Hugo passes over: hidden ones, and what editors leave behind. */
const IGNORED = /(?:^|\/)[.#]|~$/u;

/** Drafts, what says that it is not rendered, and what only belongs to the page of its folder, which has an `index.md`. */
function isUnpublished({ file, data, files }: RoutedFile): boolean {
  const build = data['build'] ?? data['_build'];
  const render = typeof build === 'object' && build !== null && 'render' in build ? build.render : undefined;
  if (data['draft'] === true || data['headless'] === true || IGNORED.test(file)) return true;
  return render === false || render === 'never' || render === 'link' || isResource(file, files);
}

function isResource(file: string, files: ReadonlySet<string>): boolean {
  const { dir, name, ext } = posix.parse(file);
  const folders = dir.split('/').map((_, index, all) => all.slice(0, index + 1).join('/'));
  return folders.some((folder) => {
    const isBundle = ['.md', ext].some((end) =>
      files.has(folder === '' ? `index${end}` : `${folder}/index${end}`),
    );
    return isBundle && !(folder === dir && name === 'index');
  });
}

/** `url` of the frontmatter, unless it holds tokens such as `:slug`. */
function ownUrl({ url }: RoutedFile['data']): string | undefined {
  if (typeof url !== 'string' || url === '' || /:|^https?:/u.test(url)) return undefined;
  const path = clean(url);
  return path === '' || /\.\w+$/u.test(path) ? path : `${path}/`;
}

/** What is shown of a heading that ends with attributes. */
function withoutAttributes({ children, position }: Heading, source: string): readonly PhrasingContent[] {
  const [start = 0, end = 0] = [position?.start.offset, position?.end.offset];
  const text = source.slice(start, end).replace(/(?:\n[\s>]*[-=]+|\s+#+)\s*$/u, '');
  const line = text.lastIndexOf('\n') + 1;
  const attributes = headingAttributes(text.slice(line));
  return attributes === undefined ? children : childrenBefore(children, start + line + attributes.start);
}

/** A heading's own Markdown, as it stands in the file. */
interface RawHeading {
  readonly text: string;
  readonly ownId: string | undefined;
  readonly hasAttributes: boolean;
  /** Whether shortcodes, or another version of goldmark, make another id of it. */
  readonly isUncertain: boolean;
}

function headingIds({ root, source, body }: HeadedPage, rules: AnchorRules): HeadingIds {
  const lines = body.split('\n');
  const hidden = linesPutInAfterwards(body);
  const ids = createIds(rules);
  const terms = definitionTerms(body);
  // A browser goes to the first of two ids, and these may be there.
  const shadowed = new Set<string>();
  const slugOf = slugNamed(rules.slug);
  const found: [Heading, HeadingId][] = [];
  for (const [line, heading] of headingsByLine(withoutFootnotes(root))) {
    const raw = rawHeading(lines, heading, rules);
    if (hidden.has(line)) {
      shadowed.add(raw.ownId ?? slugOf(raw.text));
      continue;
    }
    const id = raw.ownId ?? ids.next(slugOf(raw.text));
    ids.take(id);
    const children = raw.hasAttributes ? withoutAttributes(heading, source) : heading.children;
    const isTaken = terms.some((term) => term.line < line && slugOf(term.text) === slugOf(raw.text));
    const isTold = !raw.isUncertain && !shadowed.has(id) && (raw.ownId !== undefined || !isTaken);
    found.push([heading, { fragment: isTold ? encodeFragment(id) : undefined, children }]);
  }
  return new Map(found);
}

/** What a footnote says comes at the end of a page, if it is shown at all. */
function withoutFootnotes(root: Root): Root {
  return { ...root, children: root.children.filter(({ type }) => type !== 'footnoteDefinition') };
}

/** Own ids count from where they stand. */
function createIds({ duplicates }: AnchorRules): Ids {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return {
    take: (id) => taken.add(id),
    next: (slug) => {
      const base = slug === '' ? 'heading' : slug;
      if (duplicates === 'same' || !taken.has(base)) return base;
      let count = counts.get(base) ?? 1;
      while (taken.has(`${base}-${count}`)) count += 1;
      counts.set(base, count);
      return `${base}-${count}`;
    },
  };
}

interface Ids {
  take(id: string): void;
  next(slug: string): string;
}

/** The lines within `{{<` shortcodes: these make Markdown of their inside by themselves, if they do. */
function linesPutInAfterwards(body: string): ReadonlySet<number> {
  if (!body.includes('{{<')) return new Set();
  const lineAt = createLineAt(body);
  return new Set(
    pairShortcodes(shortcodeTags(body)).flatMap(({ open, close }) => {
      if (open.isMarkdown || close === undefined) return [];
      const first = lineAt(open.end);
      return Array.from({ length: lineAt(close.start) - first }, (_, index) => first + index + 2);
    }),
  );
}

/** Of a heading that is underlined, only the last line counts. */
function rawHeading(lines: readonly string[], { position }: Heading, { customId }: AnchorRules): RawHeading {
  const first = lines[(position?.start.line ?? 1) - 1] ?? '';
  const opening = /^#{1,6}(?:[ \t]+|$)/u.exec(first.slice((position?.start.column ?? 1) - 1))?.[0];
  const last = (position?.end.line ?? 1) - 2;
  const line =
    opening === undefined
      ? (lines[last] ?? '').replace(/^(?:\s*>)+/u, '')
      : first.slice((position?.start.column ?? 1) - 1 + opening.length);
  const text = shownTags(line.trim());
  const attributes = customId === 'curly' ? headingAttributes(text) : undefined;
  const bare = attributes === undefined ? text : text.slice(0, attributes.start).trimEnd();
  const older =
    opening !== undefined && attributes === undefined
      ? headingAttributes(text.replace(/\s+#+$/u, ''))
      : undefined;
  return {
    text: opening === undefined ? bare : bare.replace(/(?:^|[ \t]+)#+$/u, ''),
    ownId: attributes?.id,
    hasAttributes: attributes !== undefined || older !== undefined,
    isUncertain:
      older !== undefined || text.includes('\t') || shortcodeTags(line).some(({ isShown }) => !isShown),
  };
}

/** A tag that is only shown stands in the page without the comment's marks. */
function shownTags(text: string): string {
  return text.replace(/\{\{([<%])\/\*([^]*?)\*\/([>%])\}\}/gu, '{{$1$2$3}}');
}
