import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { QueryCore } from '../../../src/core/query.ts';
import type { Question } from '../../../src/core/question.ts';
import type { Answer, HelpReply, Reply, ResultsReply } from '../../../src/core/reply.ts';
import type { SectionOnPage } from '../../../src/core/search-engine.ts';

export const EXAMPLE = 'How do I verify a domain?';
export const SITE = 'https://docs.example.com';

/** A core with fixed replies, and the questions that reached it. */
export interface FakeCore extends QueryCore {
  readonly asked: { question: Question; page?: { offset: number; limit: number } }[];
  /** What it replies; tests replace it. */
  reply: (question: Question, page: { offset: number; limit: number }) => Reply;
}

export function createFakeCore(): FakeCore {
  const core: FakeCore = {
    asked: [],
    reply: (question, page) => results(question.text, { answers: twelveAnswers() }, page),
    ask(question, page) {
      core.asked.push(page === undefined ? { question } : { question, page });
      return core.reply(question, page ?? { offset: 0, limit: 3 });
    },
    open: (url) => core.show(url),
    show(id) {
      if (id === 'gone') return { kind: 'failure', reason: 'gone' };
      return { kind: 'section', answer: answer({ id, title: `Section ${id}` }) };
    },
    suggest: (text) =>
      text.startsWith('dom') ? [sectionOnPage('Domain claims'), sectionOnPage('Domain keys')] : [],
    help: () => HELP,
  };
  return core;
}

const HELP: HelpReply = {
  kind: 'help',
  collections: [
    {
      name: 'docs',
      title: 'Example docs',
      url: SITE,
      versions: [],
      locales: ['en'],
      examples: [EXAMPLE, 'Rotate an API key'],
    },
    { name: 'api', title: 'Example API', url: `${SITE}/api`, versions: [], locales: ['en'], examples: [] },
  ],
};

/** One page of the given answers, as the core would cut it. */
export function results(
  query: string,
  fields: Partial<ResultsReply>,
  page: { offset: number; limit: number } = { offset: 0, limit: 3 },
): ResultsReply {
  const all = fields.answers ?? [];
  const end = page.offset + page.limit;
  const base = {
    kind: 'results',
    query,
    outcome: 'answered',
    confidence: 0.87,
    didYouMean: '',
    news: [],
    tookMs: 1.25,
  } as const;
  return {
    ...base,
    ...fields,
    answers: all.slice(page.offset, end),
    offset: page.offset,
    more: end < all.length,
  };
}

export function twelveAnswers(): Answer[] {
  return Array.from({ length: 12 }, (_, index) => answer({ id: `s${index}`, title: `Result ${index + 1}` }));
}

export function answer(fields: Partial<Answer> & { markdown?: string; truncated?: boolean }): Answer {
  const { markdown = 'Add a **TXT record** to the domain.', truncated = false, ...rest } = fields;
  return {
    id: 'verify',
    collection: 'docs',
    file: 'domains/verify.mdx',
    version: '',
    url: `${SITE}/domains#verify`,
    title: 'Verify a domain',
    trail: ['Domains', 'Set-up'],
    score: 12.5,
    terms: ['verify', 'domain'],
    excerpt: { markdown, root: marked(parse(markdown)), truncated },
    ...rest,
  };
}

function parse(markdown: string): Root {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown);
}

/** Puts a `mark` around the word "domain" in top-level paragraphs, as the core does with matched words. */
function marked(root: Root): Root {
  const children = root.children.map((block) => {
    if (block.type !== 'paragraph') return block;
    const children = block.children.flatMap((node) => (node.type === 'text' ? markWord(node.value) : [node]));
    return { ...block, children } as typeof block;
  });
  return { ...root, children };
}

function markWord(text: string): object[] {
  return text.split(/(domain)/u).map((value) => {
    const node = { type: 'text', value };
    return value === 'domain' ? { type: 'mark', children: [node] } : node;
  });
}

function sectionOnPage(heading: string): SectionOnPage {
  const id = heading.toLowerCase().replace(' ', '-');
  const url = `${SITE}/${id}`;
  const section = { id, heading, level: 2, line: 1, trail: ['Domains'], url, markdown: '' };
  const page = {
    collection: 'docs',
    file: `${id}.mdx`,
    path: `${id}.mdx`,
    version: '',
    locale: 'en',
    url,
    title: heading,
    description: '',
    keywords: [],
    trail: [],
    links: [],
    sections: [section],
  };
  return { page, section };
}
