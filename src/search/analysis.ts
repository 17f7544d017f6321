import type { Page, Section } from '../core/page.ts';
import type { Language } from './languages/language.ts';
import { tokenize } from './tokens.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A page as numbers: the term ids of each of its fields. */
export interface AnalysedPage {
  /** Keys of its title and of the last segment of its path, to compare with a whole question. */
  readonly titleKey: string;
  readonly pathKey: string;
  readonly title: Int32Array;
  readonly trail: Int32Array;
  readonly description: Int32Array;
  /** The words of its path. */
  readonly path: Int32Array;
  readonly sections: readonly AnalysedSection[];
}

export interface AnalysedSection {
  readonly heading: Int32Array;
  /** Prose and inline code, in reading order. */
  readonly body: Int32Array;
  /** Names and parts of names in the prose; they have no place of their own in the reading order. */
  readonly names: Int32Array;
  /** Code blocks. */
  readonly code: Int32Array;
}

const FENCE = /^( *)(`{3,}|~{3,}).*\n(?:[\s\S]*?\n)?\1\2[`~]* *$/gmu;
const LINK_TARGET = /\]\((?:<[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+"[^"\n]*")?\)/gu;
const BARE_URL = /<?\bhttps?:\/\/[^\s<>)]+>?/gu;
/** Code that is data (a fixture, a token, a minified file) says nothing new after this many words. */
const CODE_LIMIT = 400;

/** The language of some texts, and the numbers of their terms. */
export interface Terms {
  readonly language: Language;
  readonly vocabulary: Vocabulary;
}

/** Turns a page into term ids. */
export function analysePage(page: Page, terms: Terms): AnalysedPage {
  const ids = (text: string): Int32Array => termIds(text, terms);
  const path = page.path.replace(/\.\w+$/u, '').replace(/\/index$/u, '');
  return {
    titleKey: textKey(page.title, terms.language),
    pathKey: textKey(path.slice(path.lastIndexOf('/') + 1), terms.language),
    title: ids(page.title),
    trail: ids(page.trail.join(' / ')),
    description: ids([page.description, ...page.keywords].join(' / ')),
    path: ids(path.replaceAll('/', ' / ')),
    sections: page.sections.map((section) => analyseSection(section, terms)),
  };
}

/** What is the same for two texts that say the same: their words without stop words, where there are others. */
export function textKey(text: string, language: Language): string {
  const { words } = tokenize(text, language);
  const telling = words.filter((word) => !language.isStopWord(text.slice(word.start, word.end)));
  return (telling.length > 0 ? telling : words).map((word) => word.term).join(' ');
}

/** All terms of a short text: words, names and parts of names. */
export function termIds(text: string, { language, vocabulary }: Terms): Int32Array {
  const { words, compounds } = tokenize(text, language);
  for (const word of words) vocabulary.addWord(text.slice(word.start, word.end), word.term);
  const names = [...words.flatMap((word) => word.parts), ...compounds.map((name) => name.term)];
  return Int32Array.from([...words.map((word) => word.term), ...names], (term) => vocabulary.add(term));
}

/** The text of a section's Markdown, with its code blocks apart and without link targets. */
export function splitCode(markdown: string): { prose: string; code: string } {
  const blocks: string[] = [];
  const prose = markdown
    .replace(FENCE, (block) => {
      blocks.push(block.slice(block.indexOf('\n') + 1, block.lastIndexOf('\n')));
      return '\n';
    })
    .replace(LINK_TARGET, '] ')
    .replace(BARE_URL, ' ');
  return { prose, code: blocks.join('\n') };
}

function analyseSection(section: Section, terms: Terms): AnalysedSection {
  const { language, vocabulary } = terms;
  const { prose, code } = splitCode(section.markdown);
  const { words, compounds } = tokenize(prose, language);
  const names = [...words.flatMap((word) => word.parts), ...compounds.map((name) => name.term)];
  return {
    heading: termIds(section.heading, terms),
    body: Int32Array.from(words, (word) => vocabulary.addWord(prose.slice(word.start, word.end), word.term)),
    names: Int32Array.from(names, (term) => vocabulary.add(term)),
    code: termIds(code, terms).slice(0, CODE_LIMIT),
  };
}
