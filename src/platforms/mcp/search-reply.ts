import type { CallToolResult } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Answer, EntriesReply, Outcome, ResultsReply } from '../../core/reply.ts';
import { cutText } from '../cut-text.ts';
import { encodeCursor } from './cursor.ts';
import { joined } from './joined.ts';
import { pieceFrom } from './markdown-piece.ts';
import type { McpOptions } from './mcp-options.ts';
import { pageLink, pageOfAnswer, pageReference } from './page-reference.ts';
import { cursorOf } from './search.ts';
import type { Search } from './search.ts';
import { entryLinks, entryMarkdown, shownEntry, shownEntrySchema } from './shown-entry.ts';
import type { ShownEntry } from './shown-entry.ts';
import { mostThatFit, tokensOfResult } from './token-budget.ts';
import { toolResult } from './tool-result.ts';

const shownResult = z.object({
  id: z.string().describe('Opens this section with the docs tool'),
  path: z.string().describe('Opens the whole page with the docs tool'),
  url: z.string(),
  title: z.string(),
  trail: z.array(z.string()).describe('Titles above the section, outermost first'),
  collection: z.string(),
  version: z.string().optional().describe('The version of the docs that it is of'),
  excerpt: z.string().describe('Markdown, verbatim from the docs'),
});

type ShownResult = z.infer<typeof shownResult>;

export const searchOutput = z.object({
  query: z.string(),
  outcome: z.enum(['answered', 'unsure', 'nothing', 'entries']),
  advice: z.string().describe('How far the results can be relied on'),
  didYouMean: z.string().optional(),
  results: z.array(shownResult).describe('Sections, best first'),
  entries: z.array(shownEntrySchema).describe('Entries of changelogs, newest first'),
  nextCursor: z.string().optional(),
});

type SearchOutput = z.infer<typeof searchOutput>;

const ADVICE: Readonly<Record<Outcome, string>> = {
  answered: 'The first result most likely answers.',
  unsure: 'One of these may answer; read it before you rely on it.',
  nothing:
    'The docs do not seem to say this. These are only the closest headings: do not present them as the answer.',
};

const NOT_EVEN_NEAR = 'The docs do not seem to say this, and nothing in them comes close. Try other words.';

/** The longest title, and the longest query that is repeated. */
const TITLE = 200;

/** As many of the results as fit, with a cursor for the others. */
export function showResults(reply: ResultsReply, asked: Search, options: McpOptions): CallToolResult {
  const results = reply.answers.map((answer) => shownOf(answer, options));
  const news = reply.news.map((entry) => shownEntry(entry, ''));
  const showing: Showing = { reply, asked, options, results, news };
  const fits = (result: CallToolResult): boolean => tokensOfResult(result) <= asked.maxTokens;
  const count = mostThatFit(results.length, (number) => fits(resultsUpTo(number, showing)));
  if (count > 0 || results.length === 0) return resultsUpTo(count, showing);
  return firstResult(showing, fits);
}

interface Showing {
  readonly reply: ResultsReply;
  readonly asked: Search;
  readonly options: McpOptions;
  readonly results: readonly ShownResult[];
  readonly news: readonly ShownEntry[];
}

/** One result, with as much of its excerpt as fits. */
function firstResult(showing: Showing, fits: (result: CallToolResult) => boolean): CallToolResult {
  const [first] = showing.results;
  const withExcerpt = (excerpt: string): CallToolResult =>
    resultsUpTo(1, { ...showing, news: [], results: first === undefined ? [] : [{ ...first, excerpt }] });
  const { markdown } = pieceFrom(first?.excerpt ?? '', 0, (piece) => fits(withExcerpt(piece.markdown)));
  const cut = withExcerpt(markdown);
  return fits(cut) ? cut : withExcerpt('');
}

function resultsUpTo(count: number, { reply, asked, options, results, news }: Showing): CallToolResult {
  const shown = results.slice(0, count);
  const isMore = reply.more || count < reply.answers.length;
  const nextCursor = isMore ? encodeCursor(String(reply.offset + count), cursorOf(asked)) : undefined;
  const output: SearchOutput = {
    query: cutText(reply.query, TITLE),
    outcome: reply.outcome,
    advice: reply.answers.length === 0 ? NOT_EVEN_NEAR : ADVICE[reply.outcome],
    ...(reply.didYouMean === '' ? {} : { didYouMean: cutText(reply.didYouMean, TITLE) }),
    results: shown,
    entries: [...news],
    ...(nextCursor === undefined ? {} : { nextCursor }),
  };
  const links = reply.answers
    .slice(0, count)
    .map((answer) => pageLink(pageOfAnswer(answer, options), options));
  return toolResult({
    markdown: searchMarkdown(output, { ...options, first: reply.offset + 1 }),
    structured: output,
    links,
  });
}

/** What a changelog has, where that was asked. */
export function showEntries(reply: EntriesReply, asked: Search, options: McpOptions): CallToolResult {
  const entries = reply.entries.map((entry) => shownEntry(entry, entry.excerpt.markdown));
  const upTo = (count: number, isWhole: boolean): CallToolResult => {
    const shown = entries.slice(0, count).map((entry) => (isWhole ? entry : { ...entry, notes: '' }));
    const output: SearchOutput = {
      query: cutText(asked.query, TITLE),
      outcome: 'entries',
      advice: `This is what the changelogs say; ${options.prefix}_changelogs has more of them.`,
      results: [],
      entries: shown,
    };
    const markdown = searchMarkdown(output, { ...options, first: 1 });
    return toolResult({ markdown, structured: output, links: entryLinks(shown) });
  };
  const fits = (count: number, isWhole: boolean): boolean =>
    tokensOfResult(upTo(count, isWhole)) <= asked.maxTokens;
  const whole = mostThatFit(entries.length, (count) => fits(count, true));
  if (whole > 0) return upTo(whole, true);
  return upTo(
    mostThatFit(entries.length, (count) => fits(count, false)),
    false,
  );
}

function shownOf(answer: Answer, options: McpOptions): ShownResult {
  const { id, url, title, trail, collection, version, excerpt } = answer;
  return {
    id,
    path: pageReference(pageOfAnswer(answer, options), options),
    url,
    title: cutText(title, TITLE),
    trail: trail.map((part) => cutText(part, TITLE)),
    collection,
    ...(version === '' ? {} : { version }),
    excerpt: excerpt.markdown,
  };
}

interface Describing {
  readonly prefix: string;
  /** Number of the first result, from 1. */
  readonly first: number;
}

function searchMarkdown(output: SearchOutput, { prefix, first }: Describing): string {
  const { query, advice, didYouMean, results, entries, nextCursor } = output;
  const parts = [
    `# Results for “${query}”`,
    advice,
    didYouMean === undefined ? '' : `Did you mean “${didYouMean}”?`,
    ...results.map((result, index) => resultMarkdown(result, first + index)),
    results.length > 0 && entries.length > 0 ? '# In the changelog' : '',
    ...entries.map(entryMarkdown),
    '---',
    results.length > 0
      ? `Open a result with \`${prefix}_docs\` by its id (the section) or path (the page).`
      : '',
    nextCursor === undefined ? '' : `More results: the same call with cursor \`${nextCursor}\`.`,
  ];
  return joined(parts);
}

function resultMarkdown(
  { id, path, url, title, trail, version = '', excerpt }: ShownResult,
  number: number,
): string {
  const place = [version, trail.join(' › ')].filter((part) => part !== '').join(' · ');
  const facts = joined([place, url, `id: \`${id}\` · path: \`${path}\``], '\n');
  return joined([`## ${number}. ${title}`, facts, excerpt]);
}
