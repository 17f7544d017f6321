import type { types } from '@slack/bolt';
import { textRuns } from './rich-text.ts';

/** Stands in a text for whom or what is mentioned: a character for private use, which no font shows. */
export const MARK = '\uE000';

/** Slack shows these by name. A person is mentioned only where nobody else can see it, so nobody is pinged. */
export type Mention = types.RichTextUserMention | types.RichTextChannelMention;

/** A text as runs, with a mention in place of its mark. */
export function withMention(text: string, mention: Mention): (types.RichTextText | Mention)[] {
  return text
    .split(MARK)
    .flatMap((part, number) => (number === 0 ? textRuns(part) : [mention, ...textRuns(part)]));
}
