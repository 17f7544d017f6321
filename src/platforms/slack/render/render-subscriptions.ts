import type { types } from '@slack/bolt';
import type { SubscriptionsReply, SubscriptionView } from '../../../core/changelog.ts';
import { SIGN } from '../../cut-text.ts';
import { clipped } from '../../literal.ts';
import { subscriptionLine } from '../../subscription-line.ts';
import type { Words } from '../../words/words.ts';
import { jsonLength } from './cut-blocks.ts';
import { escapeWithin } from './fallback-text.ts';
import { LIMITS } from './limits.ts';
import { MARK, withMention } from './mention.ts';
import type { Message } from './message.ts';
import { renderNotice } from './notice.ts';
import { section, textRuns } from './rich-text.ts';

/** The most characters of one subscription, and of all as JSON. */
const LINE = 600;
const ALL = 9_000;

/** What a channel gets, for the eyes of one person: so whoever made a subscription is mentioned, and not pinged. */
export function renderSubscriptions({ subscriptions }: SubscriptionsReply, words: Words): Message {
  const { posted, nothingPosted } = words.changelog;
  if (subscriptions.length === 0) return renderNotice(nothingPosted);
  const elements = itemsWithin(subscriptions.map((view) => itemOf(view, words)));
  const said = subscriptions.map((view) => subscriptionLine(view, words, view.by));
  return {
    text: escapeWithin([posted, ...said].join('\n'), LIMITS.fallback),
    blocks: [
      {
        type: 'rich_text',
        elements: [
          section(textRuns(posted)),
          { type: 'rich_text_list', style: 'bullet', indent: 0, elements },
        ],
      },
    ],
  };
}

function itemOf(view: SubscriptionView, words: Words): types.RichTextSection {
  const line = clipped(subscriptionLine(view, words, view.by === '' ? '' : MARK), LINE);
  return { type: 'rich_text_section', elements: withMention(line, { type: 'user', user_id: view.by }) };
}

/** The first that fit, with a sign for those that do not. */
function itemsWithin(items: readonly types.RichTextSection[]): types.RichTextSection[] {
  const shown: types.RichTextSection[] = [];
  let left = ALL;
  for (const item of items) {
    left -= jsonLength(item) + 1;
    if (left < 0) return [...shown, section(textRuns(SIGN))];
    shown.push(item);
  }
  return shown;
}
