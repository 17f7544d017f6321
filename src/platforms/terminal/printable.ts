/** What could steer a terminal or turn the direction of text: C0, DEL, C1, bidi controls, line separators, tags. */
const STEERING =
  /[\p{Cc}\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** A text from docs or people in which nothing is left that a terminal would obey; one line. */
export function printable(text: string): string {
  return text.replace(/[\t\n\r\u2028\u2029]+/gu, ' ').replace(STEERING, '');
}

/** The same for code: lines stay lines, tabs become four spaces. */
export function printableLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replaceAll('\t', '    ').replace(STEERING, ''));
}

/** An address that a terminal can be given as a link; undefined for anything that is none on the web. */
export function printableUrl(url: string): string | undefined {
  if (!/^(?:https?|mailto):/iu.test(url)) return undefined;
  return printable(url).replaceAll(' ', '%20');
}
