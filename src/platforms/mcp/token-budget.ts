import { longest } from '../cut-text.ts';

/** The tokens of a reply: what it has unless asked, and the least and the most that may be asked for. */
export const TOKENS = { byDefault: 10_000, least: 1_000, most: 25_000 } as const;

/**
 * So many bytes of UTF-8 are counted as a token. By o200k_base and cl100k_base, docs in English have 4.3 a token and no page
 * below 3.2; Chinese, Japanese and Korean have 2.4 to 4.5. A reply says all twice, as text and as data, and is counted twice.
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

/** The largest number up to `most` that fits, where all that are smaller fit too; mostly that is all of them. */
export function mostThatFit(most: number, fits: (count: number) => boolean): number {
  return most === 0 || fits(most) ? most : longest(most - 1, fits);
}
