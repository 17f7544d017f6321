/** Byte order marks, and what they announce: https://encoding.spec.whatwg.org/#bom-sniff */
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** How far a declaration is looked for, in bytes: https://html.spec.whatwg.org/#charset */
const DECLARATION = 1024;

/**
 * Bytes as text, by their byte order mark, the charset of the Content-Type, and what XML and HTML declare, in this order. What
 * none of them says, or is no charset, is UTF-8, or Windows-1252 where it cannot be UTF-8; wrong bytes become `�`.
 */
export function decodeText(bytes: Uint8Array, contentType: string): string {
  const mark = MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1];
  if (mark !== undefined) return new TextDecoder(mark).decode(bytes);
  const utf8 = decodeStrictly(bytes, 'utf-8');
  const labels = [charsetOf(contentType), declaredIn(bytes)].filter((label) => label !== '');
  for (const label of labels) {
    const text = utf8 !== undefined && isOneByte(label) ? utf8 : decodeStrictly(bytes, label);
    if (text !== undefined) return text;
  }
  return utf8 ?? new TextDecoder('windows-1252').decode(bytes);
}

/** Charsets in which any bytes are a text; those that are UTF-8 too are hardly ever meant so. */
function isOneByte(label: string): boolean {
  return /^(?:windows-|cp-?125|iso[-_]?8859|latin|us-ascii|ascii|macintosh|koi8)/iu.test(label);
}

/** Undefined where there is no such charset, or the bytes are not in it. */
function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return undefined;
    throw error;
  }
}

function charsetOf(contentType: string): string {
  return /;\s*charset\s*=\s*["']?([\w:.+-]+)/iu.exec(contentType)?.[1] ?? '';
}

const XML = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w:.+-]+)["']/iu;
/** `<meta charset="…">`, and within the `content` of an older one. */
const META = /<meta\s[^<>]*?charset\s*=\s*["']?([\w:.+-]+)/iu;

function declaredIn(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, DECLARATION)).toString('latin1');
  const found = XML.exec(head) ?? META.exec(head);
  return found?.[1] ?? '';
}
