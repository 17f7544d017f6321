import { clipped, isVisible } from '../../literal.ts';
import { message, textDisplay } from './components.ts';
import { escapeLines } from './escape.ts';
import type { Message } from './message.ts';

/** Longer remarks are cut; escaped, they take at most twice the room. */
const LONGEST = 1_500;

/** A remark of Signpost's own, as literal text. */
export function renderNotice(text: string): Message {
  const shown = escapeLines(clipped(text.trim(), LONGEST));
  return message(textDisplay(isVisible(shown) ? shown : '…'));
}
