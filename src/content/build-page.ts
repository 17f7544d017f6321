import type { RootContent } from 'mdast';
import type { Page } from '../core/page.ts';
import type { Dictionary } from './dictionary.ts';
import { flatten } from './flatten.ts';
import type { Frontmatter } from './frontmatter.ts';
import { parseHtmlBody } from './html-page.ts';
import { isHtmlFile } from './html-site.ts';
import { addressHeading, readHeading } from './headings.ts';
import { metadataOf } from './metadata.ts';
import type { NavigationEntry } from './navigation.ts';
import { paragraph, strong, text } from './nodes.ts';
import { pageLinks } from './page-links.ts';
import type { PageRules } from './page-rules.ts';
import { pageTitle } from './page-title.ts';
import { parseBody } from './parse.ts';
import type { Parsed, ParseProblem } from './parse.ts';
import { partAtHeadings, placeSections } from './sections.ts';
import type { RawSection } from './sections.ts';
import type { Placement } from './placement.ts';
import type { HeadingIds } from './preset.ts';
import { resolveLink } from './resolve-link.ts';
import { structuredSections } from './structured.ts';

/** What a page is made from, beside its own text. */
export interface PageContext {
  readonly rules: PageRules;
  readonly placement: Placement;
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
  const { rules, placement, navigation } = context;
  const { parsed, ids } = parsePage(file, source, context);
  const nodes = flattenParsed(parsed, { file, context, ids });
  const { lead, sections } = partAtHeadings(nodes, source.offset);
  const metadata = metadataOf(source.data, rules.frontmatter);
  const { url = rules.site.url, version, locale, path } = placement.of(file);
  const place = {
    collection: rules.name,
    file,
    path,
    version,
    locale,
    url,
    title: pageTitle({ file, own: metadata.title, first: sections[0], navigation }, rules),
    trail: navigation?.trail ?? context.ancestors,
  };
  const otherNames = navigation === undefined || navigation.title === place.title ? [] : [navigation.title];
  const parted = { lead, sections: [...sections, ...structuredOf(file, source, context)] };
  const page: Page = {
    ...place,
    description: metadata.description,
    keywords: [...metadata.keywords, ...otherNames],
    links: pageLinks(nodes, rules.site.url),
    sections: placeSections(parted, { ...place, anchors: rules.site.anchors }),
  };
  return { page, problem: parsed.problem && inFile(parsed.problem, source.offset) };
}

function isMdxFile(file: string, { format }: PageRules): boolean {
  return format === 'mdx' || (format === 'auto' && /\.mdx$/iu.test(file));
}

interface ParsedPage {
  readonly parsed: Parsed;
  /** Undefined where the rules alone make the ids. */
  readonly ids: HeadingIds | undefined;
}

function parsePage(file: string, source: Frontmatter, { rules, placement }: PageContext): ParsedPage {
  if (isHtmlFile(file)) {
    const url = placement.of(file).url ?? '';
    const parsed = parseHtmlBody(source.body, { main: rules.source.main, url });
    return { parsed, ids: parsed.ids };
  }
  const isMdx = isMdxFile(file, rules);
  const parsed = parseBody(rules.preset.unify(source.body), isMdx);
  return { parsed, ids: headingIds(file, source, { rules, parsed, isMdx }) };
}

interface Heading {
  readonly rules: PageRules;
  readonly parsed: Parsed;
  readonly isMdx: boolean;
}

function headingIds(
  file: string,
  { data, body }: Frontmatter,
  { rules, parsed, isMdx }: Heading,
): HeadingIds | undefined {
  const { preset, site } = rules;
  if (site.anchors.style === 'path') return undefined;
  const { root, source, problem } = parsed;
  return preset.headingIds(
    { file, data, root, source, body, isMdx: isMdx && problem === undefined },
    site.anchors,
  );
}

interface Flattened {
  readonly file: string;
  readonly context: PageContext;
  readonly ids: HeadingIds | undefined;
}

function flattenParsed(
  { root, source }: Parsed,
  { file, context: { rules, placement }, ids }: Flattened,
): RootContent[] {
  const { site } = rules;
  const resolve = (link: string): string | undefined => resolveLink(link, { file, rules: site, placement });
  return flatten(root, {
    source,
    resolve,
    heading: (heading) =>
      ids === undefined ? readHeading(heading, site.anchors) : addressHeading(heading, ids),
  });
}

function inFile(problem: ParseProblem, offset: number): ParseProblem {
  return { ...problem, line: problem.line === 0 ? 0 : problem.line + offset };
}

const NO_DICTIONARY: Dictionary = { lookUp: () => undefined };

function structuredOf(file: string, { data }: Frontmatter, context: PageContext): RawSection[] {
  const blocks = (markdown: string): RootContent[] =>
    plainText(markdown) ??
    flattenParsed(parseBody(markdown, false), { file, context, ids: undefined }).map(withoutHeading);
  return context.rules.structured.flatMap((rule) => {
    const dictionary = context.dictionaries.get(rule.dictionary) ?? NO_DICTIONARY;
    return structuredSections(data, { rule, dictionary, file, blocks });
  });
}

/** A heading within a description begins no section. */
function withoutHeading(node: RootContent): RootContent {
  return node.type === 'heading' ? paragraph(strong(...node.children)) : node;
}

/** Letters, and punctuation that means nothing in Markdown. */
const PLAIN = /^\p{L}(?:[\p{L}\p{N} ,;.'’"“”()/–-](?!www\.))*$/u;

/** Most texts of structured frontmatter are plain sentences, and a parser takes a thousand times as long. */
function plainText(markdown: string): RootContent[] | undefined {
  if (markdown === '') return [];
  return PLAIN.test(markdown) ? [paragraph(text(markdown))] : undefined;
}
