import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Page, PageLink } from '../core/page.ts';
import type { CollectionRules } from './collection-rules.ts';
import type { Dictionary } from './dictionary.ts';
import { flatten } from './flatten.ts';
import type { Frontmatter } from './frontmatter.ts';
import { metadataOf } from './metadata.ts';
import { paragraph } from './nodes.ts';
import type { NavigationEntry } from './navigation.ts';
import { parseBody } from './parse.ts';
import type { ParseProblem } from './parse.ts';
import { partAtHeadings, placeSections } from './sections.ts';
import { pageUrl, resolveLink } from './site.ts';
import type { Slugs } from './site.ts';
import { structuredSections } from './structured.ts';

/** What a page is made from, beside its own text. */
export interface PageContext {
  readonly rules: CollectionRules;
  readonly slugs: Slugs;
  /** Undefined where the navigation does not name the page. */
  readonly navigation: NavigationEntry | undefined;
  /** Titles above a page that the navigation does not name. */
  readonly ancestors: readonly string[];
  readonly dictionaries: ReadonlyMap<string, Dictionary>;
}

export interface BuiltPage {
  readonly page: Page;
  /** `line` counts from the top of the file. */
  readonly problem: ParseProblem | undefined;
}

/** A file's text as a page: its sections normalised, named and addressed. */
export function buildPage(file: string, source: Frontmatter, context: PageContext): BuiltPage {
  const { rules, slugs } = context;
  const resolve = (link: string): string | undefined => resolveLink(link, { file, rules: rules.site, slugs });
  const toBlocks = (
    text: string,
    isMdx: boolean,
  ): { nodes: RootContent[]; problem: ParseProblem | undefined } => {
    const { root, source, problem } = parseBody(text, isMdx);
    return { nodes: flatten(root, { source, resolve, anchors: rules.site.anchors }), problem };
  };
  const { nodes, problem } = toBlocks(source.body, isMdx(file, rules));
  const parted = partAtHeadings(nodes, source.offset);
  const structured = rules.structured.flatMap((rule) =>
    structuredSections(source.data, {
      rule,
      dictionary: context.dictionaries.get(rule.dictionary) ?? NO_DICTIONARY,
      file,
      blocks: (text) => plainText(text) ?? toBlocks(text, false).nodes,
    }),
  );
  const sections = [...parted.sections, ...structured];
  const metadata = metadataOf(source.data, rules.frontmatter);
  const place = {
    collection: rules.name,
    file,
    url: pageUrl(file, rules.site, slugs),
    title: metadata.title || titleOf(parted.sections[0], context.navigation) || readableName(file, rules),
    trail: context.navigation?.trail ?? context.ancestors,
  };
  const otherName =
    context.navigation === undefined || context.navigation.title === place.title
      ? []
      : [context.navigation.title];
  const page: Page = {
    ...place,
    description: metadata.description,
    keywords: [...metadata.keywords, ...otherName],
    links: [
      ...new Map(linksOf(nodes, rules.site.url).map((link) => [`${link.text} ${link.url}`, link])).values(),
    ],
    sections: placeSections({ lead: parted.lead, sections }, { ...place, anchors: rules.site.anchors }),
  };
  return {
    page,
    problem: problem && { ...problem, line: problem.line === 0 ? 0 : problem.line + source.offset },
  };
}

/** Most texts of structured frontmatter are plain sentences, and a parser takes a thousand times as long. */
function plainText(text: string): RootContent[] | undefined {
  if (text === '') return [];
  return PLAIN.test(text) ? [paragraph({ type: 'text', value: text })] : undefined;
}

/** Letters, and punctuation that means nothing in Markdown. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N} ,;.'’"“”()/–-](?!www\.))*$/u;

const NO_DICTIONARY: Dictionary = { lookUp: () => undefined };

function isMdx(file: string, { format }: CollectionRules): boolean {
  return format === 'mdx' || (format === 'auto' && /\.mdx$/iu.test(file));
}

/** Without a title of its own, a page is called by its first heading of level 1, or as the navigation calls it. */
function titleOf(
  first: { readonly level: number; readonly heading: string } | undefined,
  navigation: NavigationEntry | undefined,
): string {
  return (first?.level === 1 ? first.heading : '') || (navigation?.title ?? '');
}

/** `getting-started/index.md` as `Getting started`. */
function readableName(file: string, { site, name }: CollectionRules): string {
  const segments = file.replace(/\.\w+$/u, '').split('/');
  const own = segments.at(-1) ?? '';
  const chosen = site.index.includes(own) ? (segments.at(-2) ?? name) : own;
  const words = chosen
    .replace(/^\d+[-_.]\s*/u, '')
    .replace(/[-_]+/gu, ' ')
    .trim();
  return words === '' ? chosen : words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Whether a URL stands below another, and not only begins with the same letters. */
function isWithin(url: string, siteUrl: string): boolean {
  return url.startsWith(siteUrl) && /^(?:[/?#]|$)/u.test(url.slice(siteUrl.length));
}

function linksOf(nodes: readonly RootContent[], siteUrl: string): PageLink[] {
  return nodes.flatMap((node): PageLink[] => {
    if (node.type === 'link') {
      const text = toString(node).replace(/\s+/gu, ' ').trim();
      return text !== '' && isWithin(node.url, siteUrl) ? [{ text, url: node.url }] : [];
    }
    return 'children' in node ? linksOf(node.children, siteUrl) : [];
  });
}
