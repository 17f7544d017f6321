import type { Root } from 'mdast';
import { answerOf } from './answer.ts';
import type { Quoting } from './answer.ts';
import { askedSources } from './asked-sources.ts';
import type { AskedSources } from './asked-sources.ts';
import type { Editions } from './editions.ts';
import type { EntrySearch } from './entry-search.ts';
import { findByUrl } from './find-by-url.ts';
import { foundEntries } from './found-entries.ts';
import { FreshNews } from './fresh-news.ts';
import { readNewsQuestion } from './news-question.ts';
import type { NewsQuestion } from './news-question.ts';
import { cleanQuestion } from './question.ts';
import type { Question } from './question.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { CollectionHelp, EntriesReply, HelpReply, Outcome, Reply, ResultsReply } from './reply.ts';
import type { Found, SearchEngine, SearchOptions, SectionOnPage } from './search-engine.ts';

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
  /** Without their versions, which are known only once the docs are read. */
  readonly collections: readonly CollectionHelp[];
  /** What changelogs have; undefined until that is known. */
  readonly entries: () => EntrySearch | undefined;
  /** They are asked for as collections are, by names that no collection has. */
  readonly feeds: readonly CollectionHelp[];
  readonly now: () => Date;
  /** How old an entry may be that is shown with an answer from the docs, in days; 0: none ever is. */
  readonly newsDays: number;
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
  /**
   * A `ResultsReply`, or an `EntriesReply` where it is asked what is new, or of feeds alone; a `FailureReply`; help where nothing
   * is asked.
   */
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
  const help = createHelp(options);
  const memory: Memory = {
    results: new RecentAnswers(),
    news: new FreshNews({ ...options, ...quoting(options), least: options.settings.answered }),
  };
  return {
    help,
    ask: (question, page) => {
      const asked = { ...question, text: cleanQuestion(question.text) };
      if (asked.text === '') return help();
      const reply = replyOr(options, asked, () => answer(asked, { options, memory, page }));
      record(options, asked, reply);
      return reply;
    },
    show: (sectionId) =>
      replyOr(options, askedByNobody(sectionId), () => {
        const engine = options.engine();
        return engine && show(engine.section(sectionId), options);
      }),
    open: (url) =>
      replyOr(options, askedByNobody(url), () => {
        const engine = options.engine();
        return engine && show(findByUrl(engine.pages, url), options);
      }),
    suggest: (text, searchOptions) => suggest(text, searchOptions, options),
  };
}

/** Help that knows the versions and languages of the index, made once for each. */
function createHelp({ engine, collections, feeds }: QueryCoreOptions): () => HelpReply {
  let made: { readonly editions: readonly Editions[]; readonly reply: HelpReply } | undefined;
  return () => {
    const editions = engine()?.editions ?? NO_EDITIONS;
    if (made?.editions !== editions) {
      const docs = collections.map((one) => {
        const { versions, locales } = editions.find(({ collection }) => collection === one.name) ?? one;
        return { ...one, versions, locales };
      });
      made = { editions, reply: { kind: 'help', collections: [...docs, ...feeds] } };
    }
    return made.reply;
  };
}

const NO_EDITIONS: readonly Editions[] = [];

/** What was answered before, and need not be searched for again. */
interface Memory {
  readonly results: RecentAnswers<SearchEngine, ResultsReply>;
  readonly news: FreshNews;
}

interface Answering {
  readonly options: QueryCoreOptions;
  readonly memory: Memory;
  readonly page: AnswerPage | undefined;
}

/** Undefined while what is asked for is not ready. */
function answer(question: Question, answering: Answering): Reply | undefined {
  const { options, page } = answering;
  const sources = askedSources(question.collections, options.feeds);
  const asked = readNewsQuestion(question.text);
  if (sources.isOnlyFeeds) return announced(asked ?? { subject: question.text }, sources, options);
  const engine = options.engine();
  if (engine === undefined) return undefined;
  const versions = versionsOf(engine, question.collections);
  if (question.version !== '' && versions.length > 0 && !versions.includes(question.version))
    return { kind: 'failure', reason: 'no-version', version: question.version, versions };
  // Entries come on one page, so who wants a further one was answered from the docs.
  const isFirst = wholeAtLeast(0, page?.offset ?? 0) === 0;
  const reply = asked !== undefined && isFirst ? announced(asked, sources, options) : undefined;
  return reply !== undefined && reply.entries.length > 0
    ? reply
    : search(engine, question, { ...answering, sources });
}

/** The versions of the collections that are asked, each once. */
function versionsOf({ editions }: SearchEngine, collections: readonly string[]): readonly string[] {
  const asked = editions.filter(
    ({ collection }) => collections.length === 0 || collections.includes(collection),
  );
  return [...new Set(asked.flatMap(({ versions }) => versions))];
}

/** Undefined while entries are not known, or where none may be shown. */
function announced(
  asked: NewsQuestion,
  { feeds }: AskedSources,
  options: QueryCoreOptions,
): EntriesReply | undefined {
  const entries = options.entries();
  if (entries === undefined || feeds.length === 0) return undefined;
  return foundEntries(asked, { ...quoting(options), entries, feeds, least: options.settings.unsure });
}

interface Searching extends Answering {
  readonly sources: AskedSources;
}

function search(engine: SearchEngine, question: Question, searching: Searching): ResultsReply {
  const { options, page, memory, sources } = searching;
  const { settings, clock } = options;
  const start = clock();
  const offset = wholeAtLeast(0, page?.offset ?? 0);
  const limit = wholeAtLeast(1, page?.limit ?? settings.shown);
  const { text, collections, version, locale } = question;
  const key = JSON.stringify([text, collections, version, locale, offset, limit]);
  const reply = memory.results.find(engine, key, () => results(engine, question, { options, offset, limit }));
  const entries = options.entries();
  const mayHaveNews = entries !== undefined && reply.outcome !== 'nothing' && offset === 0;
  const news = mayHaveNews ? memory.news.about(question.text, entries, sources.feeds) : [];
  return { ...reply, news, tookMs: clock() - start };
}

interface Page extends AnswerPage {
  readonly options: QueryCoreOptions;
}

function results(engine: SearchEngine, question: Question, { options, offset, limit }: Page): ResultsReply {
  const found = find(engine, question, { limit: offset + limit + 1, settings: options.settings });
  const answers = found.hits
    .slice(offset, offset + limit)
    .map((hit) => answerOf(hit, { ...quoting(options), match: found.match }));
  return {
    kind: 'results',
    query: question.text,
    outcome: found.hits.length === 0 ? 'nothing' : outcomeOf(found.confidence, options.settings),
    confidence: found.confidence,
    answers,
    offset,
    more: found.hits.length > offset + limit,
    didYouMean: found.didYouMean,
    news: [],
    tookMs: 0,
  };
}

/** In the asker's language where there are docs in it that answer, else in the docs' own: people ask in theirs, and in English. */
function find(
  engine: SearchEngine,
  { text, collections, version, locale }: Question,
  { limit, settings }: { readonly limit: number; readonly settings: AnswerSettings },
): Found {
  const own = engine.search(text, { limit, collections, version, locale });
  if (own.confidence >= settings.answered || !isPreferred(engine, locale)) return own;
  const usual = engine.search(text, { limit, collections, version, locale: '' });
  return usual.confidence > own.confidence || own.hits.length === 0 ? usual : own;
}

/** Whether any docs might be chosen for a language that are not there by default. */
function isPreferred({ editions }: SearchEngine, locale: string): boolean {
  return locale !== '' && editions.some(({ locales }) => locales.length > 1);
}

function outcomeOf(confidence: number, { answered, unsure }: AnswerSettings): Outcome {
  if (confidence >= answered) return 'answered';
  return confidence >= unsure ? 'unsure' : 'nothing';
}

function quoting({ parse, settings }: QueryCoreOptions): Pick<Quoting, 'parse' | 'budget'> {
  return { parse, budget: settings.excerpt };
}

function show(found: SectionOnPage | undefined, options: QueryCoreOptions): Reply {
  if (found === undefined) return { kind: 'failure', reason: 'gone' };
  const budget = options.settings.excerpt * ALONE;
  const answer = answerOf(
    { ...found, score: 0, terms: [] },
    { parse: options.parse, match: () => [], budget },
  );
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

/** The one place where a throw becomes a reply, with the cause in the log and no detail in the chat. */
function replyOr(options: QueryCoreOptions, question: Question, reply: () => Reply | undefined): Reply {
  try {
    return reply() ?? { kind: 'failure', reason: 'not-ready' };
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
    version: '',
    locale: '',
  };
}

/** Offsets and limits come from buttons, which may be forged. */
function wholeAtLeast(least: number, value: number): number {
  return Number.isFinite(value) ? Math.max(least, Math.trunc(value)) : least;
}
