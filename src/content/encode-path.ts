/** Percent-encodes what cannot stand in the path of a URL. */
export function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) =>
      encodeURIComponent(segment).replace(/%(?:40|3A|24|26|2B|2C|3B|3D)/gu, decodeURIComponent),
    )
    .join('/');
}
