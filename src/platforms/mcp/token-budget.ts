/** The tokens of a reply: what it has unless asked, and the least and the most that may be asked for. */
export const TOKENS = { byDefault: 10_000, least: 1_000, most: 25_000 } as const;

/**
 * No more than this many bytes of UTF-8 are counted as a token. Tokenizers of today's models take 3.5 to 4.5 of English and
 * code, and 3 of Chinese, Japanese and Korean, which are 3 a character.
 */
const BYTES_PER_TOKEN = 3;

/** About how many tokens a text has; rather too many than too few. */
export function tokensOf(text: string): number {
  return Math.ceil(Buffer.byteLength(text, 'utf8') / BYTES_PER_TOKEN);
}

/**
 * About how many tokens a result has as it goes over the wire. All of it counts: some clients give a model the text, others
 * the structured content, some both.
 */
export function tokensOfResult(result: object): number {
  return tokensOf(JSON.stringify(result));
}
