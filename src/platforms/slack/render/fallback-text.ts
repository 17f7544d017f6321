import type { AnnouncedEntry, Answer, Reply, ResultsReply } from '../../../core/reply.ts';
import { cutText } from '../../cut-text.ts';
import { entryFacts } from '../../entry-facts.ts';
import { failureText } from '../../failure-text.ts';
import { isVisible, literal } from '../../literal.ts';
import { plainText } from '../../plain-text.ts';
import type { Words } from '../../words/words.ts';
import { titleOf } from './answer-blocks.ts';
import { entriesLabel } from './entry-blocks.ts';
import { LIMITS } from './limits.ts';
import { linkable } from './linkable.ts';

/** The most characters of an excerpt, and the longest address. */
const EXCERPT = 240;
const ADDRESS = 400;

/** How many of several entries are named. */
const NAMED = 3;

/** Says nothing by itself: a label such as “Parameters:”, or the sign for what is left out. */
const SAYS_NOTHING = /^\s*(?:…|[^.!?]{0,40}:)?\s*$/u;

/** What a notification says of a reply: plain, with nothing in it that Slack could take for markup. */
export function fallbackText(reply: Reply, sharedBy: string, words: Words): string {
  const shared = sharedBy === '' ? [] : [words.sharedBy(literal(sharedBy))];
  return escapeWithin([...shared, ...saidBy(reply, words)].join('\n'), LIMITS.fallback);
}

/** As Slack escapes text: https://docs.slack.dev/messaging/formatting-message-text — at most so many characters of it. */
export function escapeWithin(text: string, room: number): string {
  let escaped = '';
  for (const character of text) {
    const next = ENTITIES[character] ?? character;
    if (escaped.length + next.length > room) break;
    escaped += next;
  }
  return escaped;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function saidBy(reply: Reply, words: Words): string[] {
  switch (reply.kind) {
    case 'results':
      return saidByResults(reply, words);
    case 'section':
      return saidByAnswer(reply.answer);
    case 'help':
      return [words.help.title, words.help.lead];
    case 'failure':
      return [failureText(reply, words)];
    case 'entries':
      return [entriesLabel(reply, words), ...reply.entries.slice(0, NAMED).map((entry) => entryTitle(entry))];
    case 'entry':
      return saidByEntry(reply.entry, words);
  }
}

function saidByEntry(entry: AnnouncedEntry, words: Words): string[] {
  const lines = [entryTitle(entry), entryFacts(entry, words), firstSentences(entry), shortAddress(entry.url)];
  return lines.filter((line) => line !== '');
}

function entryTitle({ title, url }: AnnouncedEntry): string {
  return titleOf({ title, url });
}

function saidByResults({ outcome, answers, offset }: ResultsReply, words: Words): string[] {
  const [best] = answers;
  if (outcome === 'nothing' || best === undefined)
    return [words.nothing, ...answers.slice(0, 3).map((answer) => titleOf(answer))];
  const unsure = outcome === 'unsure' && offset === 0 ? [words.unsure] : [];
  return [...unsure, ...saidByAnswer(best)];
}

function saidByAnswer(answer: Answer): string[] {
  const sentence = firstSentences(answer);
  return [titleOf(answer), sentence, shortAddress(answer.url)].filter((line) => line !== '');
}

function shortAddress(url: string): string {
  const address = linkable(url) ?? '';
  return address.length <= ADDRESS ? address : '';
}

/** The beginning of what the excerpt says: prose before labels and code. */
function firstSentences({ excerpt: { root } }: Pick<Answer, 'excerpt'>): string {
  const prose = root.children.find((node) => node.type !== 'code' && !SAYS_NOTHING.test(plainText(node)));
  const text = literal(plainText(prose ?? root))
    .replace(/\s+/gu, ' ')
    .trim();
  return isVisible(text) ? cutText(text, EXCERPT) : '';
}
