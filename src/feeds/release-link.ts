import { NO_HINT } from './feed-item.ts';
import type { ReleaseHint } from './feed-item.ts';

/** Where GitHub, Gitea and GitLab show a release or a tag. */
const TAG = /\/(?:releases\/tag|-\/releases|-\/tags|src\/tag)\/([^?#]+)$/u;

/** What the address of an item says of its release. */
export function hintOf(link: string): ReleaseHint {
  const tag = TAG.exec(link)?.[1];
  return tag === undefined ? NO_HINT : { ...NO_HINT, tag: decoded(tag) };
}

function decoded(tag: string): string {
  try {
    return decodeURIComponent(tag);
  } catch (error) {
    if (error instanceof URIError) return tag;
    throw error;
  }
}
