import type {
  Answer,
  EntriesReply,
  EntryReply,
  HelpReply,
  Reply,
  ResultsReply,
} from '../../../core/reply.ts';
import { failureText } from '../../failure-text.ts';
import { sectionResult } from '../../section-result.ts';
import { clipped, isVisible, literal } from '../../literal.ts';
import { ENGLISH } from '../../words/english.ts';
import type { Words } from '../../words/words.ts';
import { answerHead, furtherBlocks, readOnBlocks } from './answer-blocks.ts';
import type { Limits } from './cut-blocks.ts';
import { fallbackText } from './fallback-text.ts';
import { MESSAGE, fit } from './fit.ts';
import type { Layout } from './fit.ts';
import { entriesBlocks, entryBlocks, newsBlocks } from './entry-blocks.ts';
import { collectionBlocks, exampleBlocks, waysToAsk } from './help-blocks.ts';
import { LIMITS } from './limits.ts';
import { markdownBlocks } from './markdown-blocks.ts';
import type { Block, Message, Showing } from './message.ts';
import { askButton, replyFoot } from './reply-buttons.ts';
import { paragraph, textRuns } from './rich-text.ts';

/** Names and questions above a reply are cut to this. */
const NAME = 80;
const QUESTION = 150;

/** A question in a button where room is short. */
const SHORT_QUESTION = 60;

/** A reply as a message of Slack's. Pure, and within every limit; nothing from docs or people is parsed as markup. */
export function renderReply(reply: Reply, showing: Showing, words: Words = ENGLISH): Message {
  return {
    text: fallbackText(reply, showing.state.sharedBy, words),
    blocks: replyBlocks(reply, { showing, words, limits: MESSAGE }),
  };
}

export interface DrawOptions {
  readonly showing: Showing;
  readonly words: Words;
  readonly limits: Limits;
}

/** The blocks of a reply, within limits of their own. */
export function replyBlocks(reply: Reply, options: DrawOptions): Block[] {
  switch (reply.kind) {
    case 'results':
      return resultsBlocks(reply, options);
    case 'section':
      return resultsBlocks(sectionResult(reply.answer), options);
    case 'help':
      return helpBlocks(reply, options);
    case 'failure':
      return [paragraph(textRuns(failureText(reply, options.words))), ...bareFoot(options)];
    case 'entries':
    case 'entry':
      return announcedBlocks(reply, options);
  }
}

/** What is posted by itself looks the same, but for the buttons of those who asked. */
function announcedBlocks(reply: EntriesReply | EntryReply, options: DrawOptions): Block[] {
  const isShown = reply.kind === 'entry' || reply.entries.length > 0;
  // Only what was asked for in words can be asked for again.
  const entries = isShown && options.showing.state.question !== '';
  const above = sharedBlocks(options, { short: false });
  const below = bareFoot(options, entries);
  const limits = roomBeside([...above, ...below], options.limits);
  const drawn =
    reply.kind === 'entry'
      ? entryBlocks(reply, options.words, limits)
      : entriesBlocks(reply, options.words, limits);
  return [...above, ...drawn, ...below];
}

function roomBeside(others: readonly Block[], { characters, blocks }: Limits): Limits {
  return {
    characters: characters - JSON.stringify(others).length,
    blocks: blocks - others.length,
  };
}

function resultsBlocks(reply: ResultsReply, options: DrawOptions): Block[] {
  const best = bestOf(reply);
  const excerpt = best === undefined ? [] : markdownBlocks(best.excerpt.root);
  const truncated = best?.excerpt.truncated ?? false;
  return fit({ excerpt, truncated, layouts: layoutsOf(reply, options) }, options.limits);
}

/** The answer that is shown in full. */
function bestOf({ outcome, answers }: ResultsReply): Answer | undefined {
  return outcome === 'nothing' ? undefined : answers[0];
}

interface Shown {
  /** How many answers are shown. */
  readonly count: number;
  /** Whether further sections have a line each. */
  readonly lines: boolean;
  /** Whether all that can be left out is. */
  readonly short: boolean;
  /** Whether newer entries about the same are mentioned. */
  readonly news?: boolean;
}

/**
 * Less and less around the excerpt: without news, then without the lines of further sections, then with fewer of them, then
 * with short buttons.
 */
function* layoutsOf(reply: ResultsReply, options: DrawOptions): Generator<Layout> {
  const { length } = reply.answers;
  if (reply.news.length > 0)
    yield layout(reply, { count: length, lines: true, short: false, news: true }, options);
  yield layout(reply, { count: length, lines: true, short: false }, options);
  const least = Math.min(1, length);
  for (let count = length; count >= least; count -= 1)
    yield layout(reply, { count, lines: false, short: false }, options);
  yield layout(reply, { count: least, lines: false, short: true }, options);
}

function layout(reply: ResultsReply, shown: Shown, options: DrawOptions): Layout {
  const { showing, words } = options;
  const best = bestOf(reply);
  const answers = reply.answers.slice(0, shown.count);
  const others = best === undefined ? answers : answers.slice(1);
  const label = best === undefined ? (reply.offset === 0 ? words.closest : '') : words.further;
  const next = reply.offset + shown.count;
  const isLast = !reply.more && shown.count === reply.answers.length;
  const facts = {
    section: answers[0]?.id ?? '',
    offset: reply.offset,
    next: isLast ? undefined : next,
    questionRoom: shown.short ? SHORT_QUESTION : LIMITS.value,
  };
  const further = furtherBlocks(others, { label: answers.length === 0 ? '' : label, lines: shown.lines });
  return {
    before: [
      ...sharedBlocks(options, shown),
      ...verdictBlocks({ ...reply, answers }, options, shown),
      ...(best === undefined ? further : [answerHead(best)]),
    ],
    readOn: best === undefined ? [] : readOnBlocks(best, words),
    after: [
      ...(shown.news === true ? newsBlocks(reply.news, words) : []),
      ...(best === undefined ? [] : further),
      ...replyFoot(showing, facts, words),
    ],
  };
}

function sharedBlocks({ showing: { state }, words }: DrawOptions, { short }: Pick<Shown, 'short'>): Block[] {
  if (state.sharedBy === '') return [];
  const question = short ? '' : clipped(literal(state.question).trim(), QUESTION);
  const name = words.sharedBy(clipped(literal(state.sharedBy), NAME));
  return [paragraph(textRuns(question === '' ? name : `${name} · ${question}`, { italic: true }))];
}

/** How sure it is, what may have been meant, and which results these are. */
function verdictBlocks(
  { outcome, offset, answers, didYouMean }: ResultsReply,
  { showing, words }: DrawOptions,
  { short }: Shown,
): Block[] {
  if (offset > 0) {
    const which = words.results(offset + 1, offset + Math.max(1, answers.length));
    return [paragraph(textRuns(which, { italic: true }))];
  }
  const said = outcome === 'nothing' ? [paragraph(textRuns(words.nothing))] : [];
  const unsure = outcome === 'unsure' ? [paragraph(textRuns(words.unsure))] : [];
  return [...said, ...(short ? [] : meantBlocks(didYouMean, showing, words)), ...unsure];
}

/** As a button where the question fits on one. */
function meantBlocks(didYouMean: string, showing: Showing, words: Words): Block[] {
  const question = literal(didYouMean).trim();
  if (!isVisible(question)) return [];
  const meant = paragraph(textRuns(words.didYouMean(clipped(question, QUESTION))));
  if (question.length > LIMITS.button) return [meant];
  const button = askButton(showing, { suffix: 'meant', question });
  return [meant, { type: 'actions', elements: [button] }];
}

function helpBlocks({ collections }: HelpReply, options: DrawOptions): Block[] {
  const { showing, words } = options;
  return [
    paragraph([...textRuns(words.help.title, { bold: true }), ...textRuns(`\n${words.help.lead}`)]),
    waysToAsk(showing, collections, words),
    ...collectionBlocks(collections, words),
    ...exampleBlocks(showing, collections, words.help),
    ...bareFoot(options),
  ];
}

/** The buttons where no section is shown. */
function bareFoot({ showing, words }: DrawOptions, entries = false): Block[] {
  const questionRoom = entries ? LIMITS.value : SHORT_QUESTION;
  const facts = { section: '', entries, offset: 0, next: undefined, questionRoom };
  return replyFoot({ ...showing, voted: false }, facts, words);
}
