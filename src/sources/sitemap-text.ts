import { gunzipSync } from 'node:zlib';
import { decodeText } from '../http/decode-text.ts';

/** What a sitemap may have in all, decompressed: https://www.sitemaps.org/protocol.html#index */
export const LARGEST_SITEMAP = 52_428_800;

/** The text of a sitemap, which may be compressed as a file, whatever its name; undefined where it cannot be unpacked. */
export function sitemapText(body: Uint8Array, contentType: string): string | undefined {
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  if (!isPacked) return decodeText(body, contentType);
  try {
    return decodeText(gunzipSync(body, { maxOutputLength: LARGEST_SITEMAP }), '');
  } catch {
    // Broken, cut off, or larger than a sitemap may be.
    return undefined;
  }
}
