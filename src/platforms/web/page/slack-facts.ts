import type { MessageFacts } from './message-facts.ts';
import type { Message } from './server.ts';

/** As in `platforms/slack/render/limits.ts`: Slack's limit of blocks, and the least number of characters that it refused. */
const BLOCKS = 50;
const CHARACTERS = 10_000;

/** Slack's page that draws blocks, and sends them to a real workspace; it takes them after the `#`. */
const BUILDER = 'https://app.slack.com/block-kit-builder/';

/** The size of a message to Slack, and the address that opens it in the Block Kit Builder. */
export function slackFacts(message: Message): MessageFacts {
  const blocks = blocksOf(message);
  const characters = JSON.stringify(blocks).length;
  return {
    sizes: [
      `${blocks.length} of ${BLOCKS} blocks`,
      `${characters.toLocaleString('en')} of ${CHARACTERS.toLocaleString('en')} characters`,
    ],
    tool: {
      title: 'Open in Block Kit Builder',
      url: `${BUILDER}#${encodeURIComponent(JSON.stringify({ blocks }))}`,
    },
  };
}

/** The blocks of a message; none where it has only text. */
export function blocksOf({ blocks }: Message): readonly unknown[] {
  return Array.isArray(blocks) ? blocks : [];
}
