/** `<@1>`, `<@!1>`, `<@&1>`, `<t:1:R>`, `<id:guide>`: https://docs.discord.com/developers/reference#message-formatting */
const NO_WORDS = /<(?:@[!&]?\d+|t:-?\d+(?::\w)?|id:\w+)>/gu;
const EMOJI = /<a?(:\w+:)\d+>/gu;
const COMMAND = /<(\/[^:>]+):\d+>/gu;
const CHANNEL = /<#(\d+)>/gu;

/** What a person typed, as plain text: mentions of people and roles are no part of a question, channels are their name. */
export function plainText(typed: string, channelName: (id: string) => string | undefined): string {
  return typed
    .replace(NO_WORDS, '')
    .replace(EMOJI, '$1')
    .replace(COMMAND, '$1')
    .replace(CHANNEL, (_whole, id: string) => {
      const name = channelName(id);
      return name === undefined ? '' : `#${name}`;
    })
    .replace(/[ \t]+/gu, ' ')
    .trim();
}

/** Whether a message names a user itself, and does not only reply to them. */
export function mentions(content: string, user: string): boolean {
  return content.includes(`<@${user}>`) || content.includes(`<@!${user}>`);
}
