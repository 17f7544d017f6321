import { literal } from '../../literal.ts';

/** What begins or ends markup, a mention, a spoiler or a link wherever it stands; `(` only where it may follow `]`. */
const MARKUP = /[\\*_~`|<>[\]@]|(?<=^|\])\(/gu;

/** A colon that an emoji's name or an address could go on with: `:smile:`, `https://`. */
const JOINING_COLON = /:(?=\S)/gu;

/** Addresses that Discord shows as an invitation or a gift, with or without a scheme; up to the dot that breaks them. */
export const INVITE =
  /(discord(?:app)?)\.(?=(?:gg|gift|new|me|li|io)\b|com\/+(?:invite|gifts|template|events)\b)/giu;

/** Headings, small print and lists, at the start of a line: https://docs.discord.com/developers/reference#message-formatting */
const LINE_START = /^([^\S\n]*)(#{1,3}(?=\s|$)|-|\+)/gmu;
const NUMBER_START = /^([^\S\n]*\d+)([.)])/gmu;

/** Takes no room, and ends what was about to become markup where a backslash would be seen. */
export const NOTHING = '\u200B';

/** One line of text such that Discord shows it as it is written. Where it starts a line, `atLineStart` has to see it too. */
export function escapeText(text: string): string {
  return literal(text)
    .replace(MARKUP, String.raw`\$&`)
    .replace(JOINING_COLON, String.raw`\:`)
    .replace(INVITE, String.raw`$1\.`);
}

/** Drawn text in which no line begins a heading, a list or small print. */
export function atLineStart(drawn: string): string {
  return drawn
    .replace(LINE_START, (_whole, space: string, sign: string) => `${space}\\${sign}`)
    .replace(NUMBER_START, String.raw`$1\$2`);
}

/** The same for a text that stands for itself, such as a remark of Signpost's own; its lines stay lines. */
export function escapeLines(text: string): string {
  return atLineStart(
    text
      .split('\n')
      .map((line) => escapeText(line))
      .join('\n'),
  );
}

/** Code within a line; of backticks there may be any. Empty for a code in which nothing is seen. */
export function codeSpan(text: string): string {
  const code = harmless(literal(text));
  if (code.trim() === '') return '';
  if (!code.includes('`')) return `\`${code}\``;
  const [start, end] = [code.startsWith('`') ? ' ' : '', code.endsWith('`') ? ' ' : ''];
  return `\`\`${start}${code}${end}\`\``;
}

/** What Discord takes for the name of a language; undefined for what it would show as the first line of the code. */
export function fenceLanguage(name: string): string | undefined {
  return /^[a-z0-9_+\-.#]{1,20}$/iu.test(name) ? name.toLowerCase() : undefined;
}

/** Code that stands in a fence, and cannot end it: Discord knows fences of three backticks only. */
export function fenced(code: string, language: string): string {
  return `\`\`\`${language}\n${harmless(code)}\n\`\`\``;
}

/** In code a backslash would be seen: backticks beside each other, invitations, and what could end a link before it come apart. */
function harmless(code: string): string {
  const [start = '', ...others] = code.split(/(?=\[)/u);
  return [start.replaceAll('](', `]${NOTHING}(`), ...others]
    .join('')
    .replace(/`(?=`)/gu, `\`${NOTHING}`)
    .replace(INVITE, `$1.${NOTHING}`);
}
