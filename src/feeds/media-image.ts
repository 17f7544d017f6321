import type { MediaNs } from 'feedsmith';
import { pictureAddress, SMALLEST_PICTURE } from './picture-address.ts';

export interface Attached {
  readonly url?: string;
  /** Media type. */
  readonly type?: string;
}

/** The first picture that stands beside an item's text: its media, thumbnails, and what is attached. Empty for none. */
export function imageOf(
  media: MediaNs.ItemOrFeed | undefined,
  attached: readonly Attached[],
  base: string,
): string {
  const groups = [media, ...(media?.groups ?? [])];
  const contents = groups.flatMap((group) => group?.contents ?? []);
  const addresses = [
    ...contents.filter(isImage).map(({ url }) => url),
    ...[...groups, ...contents]
      .flatMap((group) => group?.thumbnails ?? [])
      .filter(isLarge)
      .map(({ url }) => url),
    ...attached.filter(isImage).map(({ url }) => url),
  ];
  return addresses.map((address) => pictureAddress(address ?? '', base)).find((url) => url !== '') ?? '';
}

function isImage({ type, medium }: Attached & { readonly medium?: string }): boolean {
  return medium === 'image' || type?.toLowerCase().startsWith('image/') === true;
}

/** GitHub's thumbnails are the faces of authors. */
function isLarge({ width, height }: MediaNs.Thumbnail): boolean {
  return Math.min(width ?? Infinity, height ?? Infinity) >= SMALLEST_PICTURE;
}
