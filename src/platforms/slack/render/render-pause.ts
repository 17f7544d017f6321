import type { Pause } from '../../../core/announcer.ts';
import { literal } from '../../literal.ts';
import { ENGLISH } from '../../words/english.ts';
import type { Words } from '../../words/words.ts';
import { MARK, withMention } from './mention.ts';
import type { Message } from './message.ts';
import { escaped } from './notice.ts';

/** Tells whoever subscribed a channel that nothing of a feed is posted there any more. */
export function renderPause(channel: string, { feed, reason }: Pause, words: Words = ENGLISH): Message {
  const text = words.changelog.paused(literal(feed), MARK, literal(reason));
  return {
    text: escaped(text.replaceAll(MARK, channel)),
    blocks: [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_section',
            elements: withMention(text, { type: 'channel', channel_id: channel }),
          },
        ],
      },
    ],
  };
}
