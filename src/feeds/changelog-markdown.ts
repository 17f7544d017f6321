import GithubSlugger from 'github-slugger';
import type { Nodes, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { absoluteUrl } from './absolute-url.ts';
import { NO_HINT } from './feed-item.ts';
import type { FeedItem } from './feed-item.ts';
import { blockNotes, definitionsOf } from './markdown-notes.ts';
import type { Document } from './markdown-notes.ts';
import type { Parsed } from './parse-feed.ts';
import { parseInPieces } from './parse-in-pieces.ts';
import { readDateLine, readReleaseHeading } from './release-heading.ts';
import type { ReleaseHeading } from './release-heading.ts';

export interface ChangelogPlace {
  /** Address of the page that shows it; empty for none. */
  readonly link: string;
  /** What its relative addresses are relative to, where `link` is empty; may be empty too. */
  readonly base: string;
  /** Tells its releases from those of the feed's other files that name no package either; empty for a single file. */
  readonly file: string;
}

/** Reads a CHANGELOG.md: Keep a Changelog, conventional commits, changesets, notes of releases, or a list of dates. */
export function parseChangelog(text: string, place: ChangelogPlace): Parsed {
  const root = parseInPieces(withoutFrontmatter(text));
  const marks = marksOf(root);
  if (marks.every(({ release }) => release === undefined))
    return {
      kind: 'failed',
      what: 'has no heading with a version or a date, as a changelog has',
      remedy: 'see whether it is the right file, and set format',
    };
  const document = { base: place.link || place.base, definitions: definitionsOf(root) };
  return { kind: 'items', items: itemsOf({ root, marks, document, place }) };
}

function withoutFrontmatter(text: string): string {
  return text.replace(/^---\n(?:[^\n]*\n)*?---\n/u, '');
}

/** A heading of the file. */
interface Mark {
  /** Of the block that it is. */
  readonly index: number;
  readonly depth: number;
  readonly text: string;
  /** Of its address on GitHub; empty for none. */
  readonly anchor: string;
  /** Undefined where it begins no release. */
  readonly release: ReturnType<typeof readReleaseHeading>;
}

/** Where no heading begins a release, lines in bold may. */
function marksOf(root: Root): Mark[] {
  const marks = headingsOf(root);
  if (marks.some(({ release }) => release !== undefined)) return marks;
  return [...marks, ...boldLinesOf(root)].sort((a, b) => a.index - b.index);
}

function headingsOf(root: Root): Mark[] {
  const anchors = anchorsOf(root);
  const marks = root.children.flatMap((node, index): Mark[] => {
    if (node.type !== 'heading') return [];
    const text = toString(node);
    const release = readReleaseHeading(text);
    return [{ index, depth: node.depth, text, anchor: anchors.get(node) ?? '', release }];
  });
  const level = levelOf(marks);
  return marks.map((mark) => (isBeginning(mark, level) ? mark : { ...mark, release: undefined }));
}

/** Deeper than any heading is. */
const BOLD = 7;

function boldLinesOf(root: Root): Mark[] {
  return root.children.flatMap((node, index): Mark[] => {
    if (node.type !== 'paragraph' || node.children.length !== 1 || node.children[0]?.type !== 'strong')
      return [];
    const text = toString(node);
    const release = readReleaseHeading(text);
    return release === undefined ? [] : [{ index, depth: BOLD, text, anchor: '', release }];
  });
}

/** GitHub numbers headings that are alike, wherever they stand. */
function anchorsOf(root: Root): Map<Nodes, string> {
  const slugger = new GithubSlugger();
  const anchors = new Map<Nodes, string>();
  const open: Nodes[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'heading') anchors.set(node, slugger.slug(toString(node)));
    else if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return anchors;
}

/** The level of most headings with versions; where there are none, of those with dates. */
function levelOf(marks: readonly Mark[]): number {
  const counts = new Map<number, number>();
  for (const { depth, release } of marks) {
    const weight = release?.kind !== 'release' ? 0 : release.version === '' ? 1 : marks.length + 1;
    counts.set(depth, (counts.get(depth) ?? 0) + weight);
  }
  return [...counts].sort(([a, first], [b, second]) => second - first || a - b)[0]?.[0] ?? 0;
}

/** Generators put majors and patches on different levels, but give all of them dates. */
function isBeginning({ depth, release }: Mark, level: number): boolean {
  if (depth === level || release?.kind === 'unreleased') return true;
  return release !== undefined && depth <= 3 && release.version !== '' && release.at !== undefined;
}

interface Changelog {
  readonly root: Root;
  readonly marks: readonly Mark[];
  readonly document: Document;
  readonly place: ChangelogPlace;
}

function itemsOf(changelog: Changelog): FeedItem[] {
  let named = '';
  return changelog.marks.flatMap((mark, index) => {
    const { release } = mark;
    if (release === undefined) named = packageOfTitle(mark.text) || named;
    if (release?.kind !== 'release') return [];
    const item = itemOf(changelog, { mark, release, blocks: blocksBelow(changelog, index) });
    const about = release.package || named;
    return [
      {
        ...item,
        guid: guidOf(about, changelog.place, release),
        release: { ...item.release, package: about },
      },
    ];
  });
}

interface Section {
  readonly mark: Mark;
  readonly release: ReleaseHeading;
  readonly blocks: readonly RootContent[];
}

function itemOf({ document, place }: Changelog, { mark, release, blocks }: Section): FeedItem {
  const [first] = blocks;
  const below = first === undefined || release.at !== undefined ? undefined : dateLine(first);
  return {
    guid: '',
    link: linkTo(place.link, mark.anchor),
    title: release.title,
    at: release.at ?? below,
    notes: () => blockNotes(below === undefined ? blocks : blocks.slice(1), document),
    release: { ...NO_HINT, version: release.version },
    image: '',
  };
}

function linkTo(page: string, anchor: string): string {
  const bare = absoluteUrl(page, '').replace(/#.*$/u, '');
  return bare === '' || anchor === '' ? bare : `${bare}#${encodeURIComponent(anchor)}`;
}

function dateLine(block: RootContent): Date | undefined {
  const text = block.type === 'paragraph' || block.type === 'blockquote' ? toString(block) : '';
  return text.length < 60 ? readDateLine(text) : undefined;
}

/** Up to the next release, or to a heading above this one. */
function blocksBelow({ root, marks }: Changelog, index: number): RootContent[] {
  const mark = marks[index];
  if (mark === undefined) return [];
  const next = marks
    .slice(index + 1)
    .find(({ release, depth }) => release !== undefined || depth < mark.depth);
  return root.children.slice(mark.index + 1, next?.index);
}

function guidOf(about: string, { file }: ChangelogPlace, { version, title }: ReleaseHeading): string {
  return `${about || file}@${version || title}`;
}

const TITLES = new Set(['changelog', 'changes', 'history', 'news', 'releases', 'notes', 'unreleased']);

/** The package that a title names: `@scope/name` in it, or nothing but a name. */
function packageOfTitle(text: string): string {
  const scoped = /(?<![\w@/])@[\w.-]+\/[\w.-]+/u.exec(text)?.[0];
  if (scoped !== undefined) return scoped;
  const name = text.trim();
  return /^[a-z0-9][a-z0-9._-]*$/u.test(name) && !TITLES.has(name) ? name : '';
}
