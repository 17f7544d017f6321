import { createHash } from 'node:crypto';

/** Longer names are cut by file systems; much is left for an extension. */
const LONGEST = 150;

/**
 * The path under which a page is kept, with `/`: that of its address, without its host, its slash at the end and its fragment. It can
 * be read back: decoded and without its extension, it is the path and query. Only a part that is too long for a name ends in a hash.
 */
export function mirrorFile(url: string, extension: 'html' | 'md'): string {
  const { pathname, search } = new URL(url);
  const segments = `${readable(pathname)}${search}`.split('/').slice(1);
  if (segments.at(-1) === '') segments.pop();
  const names = segments.map((segment, index) => nameOf(segment, index === segments.length - 1));
  // The page of that very name is not the root.
  const path = names.length === 1 && names[0] === 'index' ? '%69ndex' : names.join('/');
  return `${path === '' ? 'index' : path}.${extension}`;
}

/** Letters of all languages, and spaces. */
function readable(path: string): string {
  return path.replace(/(?:%[89A-F][\dA-F]|%20)+/giu, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch (error) {
      if (error instanceof URIError) return bytes;
      throw error;
    }
  });
}

/** What file systems do not take, what begins a hidden file, and what would make a folder look like a page. */
function nameOf(segment: string, isLast: boolean): string {
  const safe = segment.replace(/[%*:|"<>?\\\p{Cc}]|^\.|[. ]$/gu, encoded);
  const name = isLast ? safe : safe.replace(/\.(?=(?:html|md)$)/u, encoded);
  // Two slashes in a row.
  if (name === '') return '%';
  if (Buffer.byteLength(name) <= LONGEST) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${[...name].slice(0, 30).join('')}~${hash}`;
}

function encoded(char: string): string {
  return `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}
