import type { Answer, EntriesReply, HelpReply, Reply, ResultsReply } from '../../../core/reply.ts';
import { failureText } from '../../failure-text.ts';
import { sectionResult } from '../../section-result.ts';
import { clipped, isVisible, literal } from '../../literal.ts';
import { answerHead, furtherText, readOnLink } from './answer-text.ts';
import { container, message, row, separator, textDisplay, textLength } from './components.ts';
import type { Component } from './components.ts';
import { entriesText, itemOf } from './entries-text.ts';
import { entryComponents } from './entry-components.ts';
import { atLineStart, escapeText } from './escape.ts';
import { fit } from './fit.ts';
import type { Layout } from './fit.ts';
import { collectionsText, examplesOf, waysToAsk } from './help-text.ts';
import { LIMITS } from './limits.ts';
import { markdownParts } from './markdown-parts.ts';
import type { Message, Showing } from './message.ts';
import { askButton, replyFoot } from './reply-buttons.ts';

/** Names and questions above a reply are cut to this. */
const NAME = 80;
const QUESTION = 150;
const NEWS_TITLE = 100;

/** A suggestion that nobody asked for must not bury the post that it stands under. */
const FORUM_EXCERPT = 350;

/** A reply as one container, within every limit. Pure; nothing from docs or people is parsed as markup, and only the addressee can be pinged. */
export function renderReply(reply: Reply, showing: Showing): Message {
  const addressee = addresseeOf(showing);
  return message([container(replyComponents(reply, showing))], addressee === '' ? [] : [addressee]);
}

function replyComponents(reply: Reply, showing: Showing): Component[] {
  switch (reply.kind) {
    case 'results':
      return resultsComponents(reply, showing);
    case 'section':
      return resultsComponents(sectionResult(reply.answer), showing);
    case 'help':
      return helpComponents(reply, showing);
    case 'entries':
      return entriesComponents(reply, showing);
    case 'entry':
      return [...above([], showing), ...entryComponents(reply.entry, showing.words)];
    case 'failure':
      return [...above([escapeText(failureText(reply, showing.words))], showing), ...bareFoot(showing)];
  }
}

/** Only what was asked as a question can be shared or deleted: a command about changelogs has no id. */
function entriesComponents(reply: EntriesReply, showing: Showing): Component[] {
  const { state, words } = showing;
  const over = above([], showing);
  const text = entriesText(reply, words, LIMITS.text - textLength(over));
  const facts = { section: '', canShare: reply.entries.length > 0, offset: 0, next: undefined };
  return [...over, ...textDisplay(text), ...(state.id === '' ? [] : replyFoot(showing, facts))];
}

function resultsComponents(reply: ResultsReply, showing: Showing): Component[] {
  const best = bestOf(reply);
  const excerpt = best === undefined ? [] : markdownParts(best.excerpt.root);
  const truncated = best?.excerpt.truncated ?? false;
  const most = showing.audience === 'forum' ? FORUM_EXCERPT : LIMITS.text;
  return fit({ excerpt, truncated, most, layouts: layoutsOf(reply, showing) });
}

/** The answer that is shown in full. */
function bestOf({ outcome, answers }: ResultsReply): Answer | undefined {
  return outcome === 'nothing' ? undefined : answers[0];
}

interface Shown {
  /** How many answers are shown. */
  readonly count: number;
  /** Whether further sections have their trails. */
  readonly trails: boolean;
  /** Whether it stands there that something newer was announced. */
  readonly news: boolean;
}

/** Less and less around the excerpt: without news, without the trails of further sections, then with fewer of them. */
function* layoutsOf(reply: ResultsReply, showing: Showing): Generator<Layout> {
  const { length } = reply.answers;
  if (reply.news.length > 0) yield layout(reply, { count: length, trails: true, news: true }, showing);
  yield layout(reply, { count: length, trails: true, news: false }, showing);
  for (let count = length; count >= Math.min(1, length); count -= 1)
    yield layout(reply, { count, trails: false, news: false }, showing);
}

function layout(reply: ResultsReply, { count, trails, news }: Shown, showing: Showing): Layout {
  const { words } = showing;
  const best = bestOf(reply);
  const answers = reply.answers.slice(0, count);
  const others = best === undefined ? answers : answers.slice(1);
  const label = best === undefined ? (reply.offset === 0 ? words.closest : '') : words.further;
  const further = textDisplay(furtherText(others, { label, trails }));
  const isLast = !reply.more && count === reply.answers.length;
  const facts = {
    section: answers[0]?.id ?? '',
    canShare: answers.length > 0,
    offset: reply.offset,
    next: isLast ? undefined : reply.offset + count,
  };
  return {
    above: verdict({ ...reply, answers }, showing),
    head: best === undefined ? '' : answerHead(best),
    readOn: best === undefined ? '' : readOnLink(best, words),
    below: [
      ...(best === undefined || further.length === 0 ? [] : [separator()]),
      ...further,
      ...(news ? textDisplay(newsText(reply, showing)) : []),
      ...replyFoot(showing, facts),
    ],
  };
}

/** How many newer entries are named beneath an answer. */
const NEWS = 2;

/** What was announced about the same; a suggestion that nobody asked for has none. */
function newsText({ news }: ResultsReply, { audience, words }: Showing): string {
  if (audience === 'forum') return '';
  const items = news
    .slice(0, NEWS)
    .map((entry) => itemOf(entry, { facts: false, links: true, title: NEWS_TITLE }, words));
  return [escapeText(words.changelog.news), ...items].join('\n');
}

/** For whom it is, how sure it is, what may have been meant, and which results these are. */
function verdict({ outcome, offset, answers, didYouMean }: ResultsReply, showing: Showing): Component[] {
  const { audience, words } = showing;
  if (audience === 'forum') return above([escapeText(words.forum.suggestion)], showing);
  if (offset > 0) {
    const which = words.results(offset + 1, offset + Math.max(1, answers.length));
    return above([`-# ${escapeText(which)}`], showing);
  }
  const said = { answered: [], unsure: [words.unsure], nothing: [words.nothing] }[outcome];
  const meant = meantComponents(didYouMean, showing);
  return [
    ...above(
      said.map((text) => escapeText(text)),
      showing,
    ),
    ...meant,
  ];
}

/** A button that asks what may have been meant; where the question is too long for one, it stands above it, too. */
function meantComponents(didYouMean: string, showing: Showing): Component[] {
  const question = literal(didYouMean).trim();
  if (!isVisible(question)) return [];
  const label = showing.words.didYouMean(clipped(question, QUESTION));
  const text = label.length > LIMITS.label ? textDisplay(atLineStart(escapeText(label))) : [];
  return [...text, ...row(askButton(showing, { ending: 'meant', label }))];
}

function helpComponents({ collections }: HelpReply, showing: Showing): Component[] {
  const { help } = showing.words;
  const collectionText = collectionsText(collections, showing.words);
  const buttons = examplesOf(collections).flatMap(({ question, number }) =>
    askButton(showing, { ending: String(number), label: question }),
  );
  return [
    ...above([], showing),
    ...textDisplay(waysToAsk(showing, collections)),
    ...(collectionText === '' ? [] : [separator()]),
    ...textDisplay(collectionText),
    ...(buttons.length === 0 ? [] : textDisplay(escapeText(help.examples))),
    ...row(buttons),
    ...bareFoot(showing),
  ];
}

/** The lines above everything else. */
function above(lines: readonly string[], showing: Showing): Component[] {
  const { audience, sharedBy, words } = showing;
  const addressee = addresseeOf(showing);
  const name = clipped(literal(sharedBy).trim(), NAME);
  const by = audience === 'forum' ? words.forum.solvedBy(name) : words.sharedBy(name);
  const shared = isVisible(name) ? [`-# ${escapeText(by)}`] : [];
  const mention = addressee === '' ? [] : [words.forPerson(`<@${addressee}>`)];
  return textDisplay([...mention, ...shared, ...lines].join('\n'));
}

/** Empty for what is no id of Discord's. */
function addresseeOf({ addressee }: Showing): string {
  return /^\d{1,20}$/u.test(addressee) ? addressee : '';
}

/** The buttons where nothing is shown. */
function bareFoot(showing: Showing): Component[] {
  return replyFoot(showing, { section: '', canShare: false, offset: 0, next: undefined });
}
