import type { ChangelogResult } from '../../../core/changelog.ts';
import type { EntryReply } from '../../../core/reply.ts';
import { changelogNotice } from '../../changelog-notice.ts';
import { ENGLISH } from '../../words/english.ts';
import type { Words } from '../../words/words.ts';
import { jsonLength } from './cut-blocks.ts';
import { escapeWithin } from './fallback-text.ts';
import { MESSAGE } from './fit.ts';
import { LIMITS } from './limits.ts';
import type { Message, Showing } from './message.ts';
import { renderNotice } from './notice.ts';
import { renderReply, replyBlocks } from './render-reply.ts';
import { renderSubscriptions } from './render-subscriptions.ts';
import { paragraph, textRuns } from './rich-text.ts';

export interface ChangelogShowing extends Showing {
  /** Whether the bot is known to be no member of the channel. */
  readonly isOutside: boolean;
}

/** What comes of a command about changelogs, for the one who typed it. */
export function renderChangelog(
  result: ChangelogResult,
  showing: ChangelogShowing,
  words: Words = ENGLISH,
): Message {
  switch (result.kind) {
    case 'entries':
      return renderReply(result, showing, words);
    case 'entry':
      return renderPreview(result, showing, words);
    case 'subscriptions':
      return renderSubscriptions(result, words);
    case 'subscribed': {
      const invite = showing.isOutside ? `\n${words.changelog.invite}` : '';
      return renderNotice(`${changelogNotice(result, words)}${invite}`);
    }
    default:
      return renderNotice(changelogNotice(result, words));
  }
}

function renderPreview(reply: EntryReply, showing: Showing, words: Words): Message {
  const label = paragraph(textRuns(words.changelog.preview));
  const limits = { characters: MESSAGE.characters - jsonLength(label) - 1, blocks: MESSAGE.blocks - 1 };
  return {
    text: escapeWithin(words.changelog.preview, LIMITS.fallback),
    blocks: [label, ...replyBlocks(reply, { showing, words, limits })],
  };
}
