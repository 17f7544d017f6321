/** What could turn or hide text: C0, DEL, C1, bidi controls, zero-width characters that join nothing, tags. */
const STEERING =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;
const LONE_SURROGATE = /\p{Cs}/gu;
const LINE_BREAKS = /\r\n|[\n\r\u2028\u2029]/u;

/** A text from docs or people as one line, without what no reader could see. */
export function literal(text: string): string {
  return cleaned(text.replace(/[\t\n\r\u2028\u2029]+/gu, ' '));
}

/** The same for code: lines stay lines, tabs become four spaces. */
export function literalLines(text: string): string[] {
  return text.split(LINE_BREAKS).map((line) => cleaned(line.replaceAll('\t', '    ')));
}

function cleaned(text: string): string {
  return text.replace(LONE_SURROGATE, '\uFFFD').replace(STEERING, '');
}

/** Whether a reader sees anything of it. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cf}]/u.test(text);
}

/** A text of at most so many characters, cut at a word where that is possible and never within a character, with `…` where it is cut. */
export function clipped(text: string, room: number): string {
  if (text.length <= room) return text;
  const space = text.lastIndexOf(' ', room - 1);
  const end = space > room / 2 ? space : room - 1;
  return `${text
    .slice(0, end)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd()}…`;
}
