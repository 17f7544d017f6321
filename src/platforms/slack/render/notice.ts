import type { Message } from './message.ts';

/** A remark of Signpost's own, as literal text. */
export function renderNotice(text: string): Message {
  return {
    text: escaped(text),
    blocks: [
      { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
    ],
  };
}

/** As Slack wants plain text: https://docs.slack.dev/messaging/formatting-message-text#escaping */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
