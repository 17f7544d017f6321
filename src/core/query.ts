import type { Root } from 'mdast';
import { cutExcerpt } from './excerpt.ts';
import { findByUrl } from './find-by-url.ts';
import { cleanQuestion } from './question.ts';
import type { Question } from './question.ts';
import { readableMarkdown } from './readable-markdown.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { Answer, CollectionHelp, HelpReply, Outcome, Reply, ResultsReply } from './reply.ts';
import type { Hit, MatchText, SearchEngine, SearchOptions, SectionOnPage } from './search-engine.ts';

/** What the config says about answers. */
export interface AnswerSettings {
  /** Least confidence of an answer, 0 to 1. */
  readonly answered: number;
  /** Least confidence of "this may help", 0 to 1. */
  readonly unsure: number;
  /** Answers of one reply, where nobody asks for another number. */
  readonly shown: number;
  /** Budget of an excerpt, in characters of Markdown. */
  readonly excerpt: number;
}

export interface QueryCoreOptions {
  /** Undefined until the index is ready. */
  readonly engine: () => SearchEngine | undefined;
  readonly parse: (markdown: string) => Root;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
  readonly settings: AnswerSettings;
  readonly collections: readonly CollectionHelp[];
  /** Gets the cause of every failure; it goes to the log, never to the chat. */
  readonly onError: (error: unknown, question: Question) => void;
  /** Called with every cleaned question, before its reply is returned, so it must not block; a throw or a rejection never reaches the asker. */
  readonly record: (question: Question, reply: Reply) => void | Promise<void>;
}

/** Which of the answers: `offset` from 0, `limit` from 1. */
export interface AnswerPage {
  readonly offset: number;
  readonly limit: number;
}

/** What platforms ask. Nothing here throws: what goes wrong is a `FailureReply`. */
export interface QueryCore {
  /** A `ResultsReply`, a `FailureReply`, or help where nothing is asked. */
  ask(question: Question, page?: AnswerPage): Reply;
  /** A `SectionReply` with a longer excerpt, or a `FailureReply`. */
  show(sectionId: string): Reply;
  /** The same for the section that an address of the docs leads to: its page's first where the anchor is unknown. */
  open(url: string): Reply;
  /** Empty until the index is ready. */
  suggest(text: string, options: SearchOptions): readonly SectionOnPage[];
  help(): HelpReply;
}

/** How many times longer than in a list of results an excerpt is that stands alone. */
const ALONE = 4;

/** One core for all platforms. */
export function createQueryCore(options: QueryCoreOptions): QueryCore {
  const help: HelpReply = { kind: 'help', collections: options.collections };
  const recent = new RecentAnswers();
  return {
    help: () => help,
    ask: (question, page) => {
      const asked = { ...question, text: cleanQuestion(question.text) };
      if (asked.text === '') return help;
      const reply = replyOr(options, asked, (engine) => search(engine, asked, { options, page, recent }));
      record(options, asked, reply);
      return reply;
    },
    show: (sectionId) =>
      replyOr(options, askedByNobody(sectionId), (engine) => show(engine.section(sectionId), options)),
    open: (url) =>
      replyOr(options, askedByNobody(url), (engine) => show(findByUrl(engine.pages, url), options)),
    suggest: (text, searchOptions) => suggest(text, searchOptions, options),
  };
}

interface Searching {
  readonly options: QueryCoreOptions;
  readonly page: AnswerPage | undefined;
  readonly recent: RecentAnswers;
}

function search(engine: SearchEngine, question: Question, { options, page, recent }: Searching): Reply {
  const { settings, clock } = options;
  const start = clock();
  const offset = wholeAtLeast(0, page?.offset ?? 0);
  const limit = wholeAtLeast(1, page?.limit ?? settings.shown);
  const key = JSON.stringify([question.text, question.collections, offset, limit]);
  const reply = recent.find(engine, key, () => results(engine, question, { options, offset, limit }));
  return { ...reply, tookMs: clock() - start };
}

interface Page extends AnswerPage {
  readonly options: QueryCoreOptions;
}

function results(
  engine: SearchEngine,
  { text, collections }: Question,
  { options, offset, limit }: Page,
): ResultsReply {
  const { settings } = options;
  const found = engine.search(text, { limit: offset + limit + 1, collections });
  const answers = found.hits
    .slice(offset, offset + limit)
    .map((hit) => answerOf(hit, found.match, { options, budget: settings.excerpt }));
  return {
    kind: 'results',
    query: text,
    outcome: found.hits.length === 0 ? 'nothing' : outcomeOf(found.confidence, settings),
    confidence: found.confidence,
    answers,
    offset,
    more: found.hits.length > offset + limit,
    didYouMean: found.didYouMean,
    news: [],
    tookMs: 0,
  };
}

function outcomeOf(confidence: number, { answered, unsure }: AnswerSettings): Outcome {
  if (confidence >= answered) return 'answered';
  return confidence >= unsure ? 'unsure' : 'nothing';
}

function show(found: SectionOnPage | undefined, options: QueryCoreOptions): Reply {
  if (found === undefined) return { kind: 'failure', reason: 'gone' };
  const budget = options.settings.excerpt * ALONE;
  const answer = answerOf({ ...found, score: 0, terms: [] }, () => [], { options, budget });
  return { kind: 'section', answer };
}

function suggest(
  text: string,
  searchOptions: SearchOptions,
  options: QueryCoreOptions,
): readonly SectionOnPage[] {
  const typed = cleanQuestion(text);
  try {
    return options.engine()?.suggest(typed, searchOptions) ?? [];
  } catch (error) {
    options.onError(error, askedByNobody(typed));
    return [];
  }
}

interface Quoting {
  readonly options: QueryCoreOptions;
  readonly budget: number;
}

function answerOf(hit: Hit, match: MatchText, { options: { parse }, budget }: Quoting): Answer {
  const { page, section, score, terms } = hit;
  return {
    id: section.id,
    collection: page.collection,
    file: page.file,
    url: section.url,
    title: section.heading,
    trail: section.trail,
    excerpt: cutExcerpt(readableMarkdown(page, section), { parse, match, budget }),
    score,
    terms,
  };
}

/** The one place where a throw becomes a reply, with the cause in the log and no detail in the chat. */
function replyOr(
  options: QueryCoreOptions,
  question: Question,
  reply: (engine: SearchEngine) => Reply,
): Reply {
  try {
    const engine = options.engine();
    return engine === undefined ? { kind: 'failure', reason: 'not-ready' } : reply(engine);
  } catch (error) {
    options.onError(error, question);
    return { kind: 'failure', reason: 'failed' };
  }
}

/** Keeping the question must not keep anybody from the answer. */
function record({ record, onError }: QueryCoreOptions, question: Question, reply: Reply): void {
  const report = (error: unknown): void => onError(error, question);
  try {
    record(question, reply)?.catch(report);
  } catch (error) {
    report(error);
  }
}

/** Buttons and suggestions come without a question. */
function askedByNobody(text: string): Question {
  return {
    id: '',
    text,
    platform: '',
    workspace: '',
    place: '',
    asker: '',
    visibility: 'private',
    collections: [],
  };
}

/** Offsets and limits come from buttons, which may be forged. */
function wholeAtLeast(least: number, value: number): number {
  return Number.isFinite(value) ? Math.max(least, Math.trunc(value)) : least;
}
