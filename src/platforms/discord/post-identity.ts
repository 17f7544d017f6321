import { createHash } from 'node:crypto';

/** How a post is known again on Discord. */
export interface PostIdentity {
  /**
   * Discord keeps the first message of a nonce for some minutes; at most 25 characters:
   * https://docs.discord.com/developers/resources/message#create-message
   */
  readonly nonce: string;
  /**
   * Number of the post's container, which stays in the channel's history, unlike the nonce; 1 to 2³¹ - 1:
   * https://docs.discord.com/developers/components/reference#anatomy-of-a-component
   */
  readonly component: number;
}

const LARGEST = 0x7f_ff_ff_ff;

/** The same for the same post on every replica. */
export function identityOf(postId: string): PostIdentity {
  const hash = createHash('sha256').update(postId).digest();
  return { nonce: hash.toString('base64url').slice(0, 25), component: (hash.readUInt32BE() % LARGEST) + 1 };
}
