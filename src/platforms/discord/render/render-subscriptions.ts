import type { SubscriptionsReply } from '../../../core/changelog.ts';
import { clipped } from '../../literal.ts';
import { subscriptionLine } from '../../subscription-line.ts';
import type { Words } from '../../words/words.ts';
import { container, message, textDisplay } from './components.ts';
import { escapeLines, escapeText } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { Message } from './message.ts';

export interface SubscriptionsOptions {
  readonly words: Words;
  /** What people of the platform are called, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** A longer line is cut; escaped, it takes at most twice the room. */
const LINE = 400;

/** What a channel gets, a line each; of very many the first. */
export function renderSubscriptions(
  { subscriptions }: SubscriptionsReply,
  { words, names }: SubscriptionsOptions,
): Message {
  const { posted, nothingPosted } = words.changelog;
  if (subscriptions.length === 0) return message([container(textDisplay(escapeLines(nothingPosted)))]);
  const lines = [escapeLines(posted)];
  let left: number = LIMITS.text - (lines[0]?.length ?? 0);
  for (const view of subscriptions) {
    const line = `- ${escapeText(clipped(subscriptionLine(view, words, names.get(view.by) ?? ''), LINE))}`;
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  return message([container(textDisplay(lines.join('\n')))]);
}
