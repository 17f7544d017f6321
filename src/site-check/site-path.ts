/** The path of an absolute URL, decoded, so that two ways to encode it are the same: `/docs/a%20b/` → `/docs/a b/`. */
export function pathOf(url: string): string {
  return new URL(url).pathname.split('/').map(decodedSegment).join('/').normalize('NFC');
}

function decodedSegment(segment: string): string {
  try {
    return decodeURIComponent(segment).replaceAll('/', '%2F');
  } catch (error) {
    // A percent sign that encodes nothing stands for itself.
    if (error instanceof URIError) return segment;
    throw error;
  }
}

/**
 * What is the same for all forms in which a page's address may be written: `/a`, `/a/`, `/a.html`, `/a/index` and
 * `/a/index.html` are `/a`; the root is empty.
 */
export function keyOf(path: string): string {
  return path
    .replace(/\/+$/u, '')
    .replace(/\.x?html?$/iu, '')
    .replace(/\/index$/u, '');
}

/** A decoded path as an address has it. */
export function encodedPath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment).replaceAll('%252F', '%2F'))
    .join('/');
}
