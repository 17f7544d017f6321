/** The attributes in braces at the end of a heading. */
export interface HeadingAttributes {
  /** Where the brace that opens them stands. */
  readonly start: number;
  /** Undefined where they name none. */
  readonly id: string | undefined;
}

const WORD = String.raw`[A-Za-z_:][\w:.-]*`;
const SHORT = String.raw`[#.](?:[\w:.-]|[^\0-\u007F])*`;
const VALUE = String.raw`(?:"(?:\\.|[^"\\])*"|\[[^\]]*\]|\{[^{}]*\}|[-+]?\d[\d.eE+-]*|${WORD})`;
const PAIR = String.raw`${WORD}\s*=\s*${VALUE}`;
const ATTRIBUTES = new RegExp(String.raw`^\{(?:\s*(?:${SHORT}|${PAIR})\s*,?)*\}\s*$`, 'u');
const ATTRIBUTE = new RegExp(
  String.raw`#((?:[\w:.-]|[^\0-\u007F])*)|${PAIR.replace(`(${WORD})`, WORD)}|\.[^\s}]*`,
  'gu',
);

/** Reads what goldmark takes for attributes. Source: `parseLastLineAttributes` and `ParseAttributes` in its `parser/`. */
export function headingAttributes(line: string): HeadingAttributes | undefined {
  for (const { index } of line.matchAll(/(?<!\\)\{/gu)) {
    const text = line.slice(index);
    if (ATTRIBUTES.test(text)) return { start: index, id: idIn(text) };
  }
  return undefined;
}

function idIn(text: string): string | undefined {
  const ids = [...text.matchAll(ATTRIBUTE)].flatMap(([whole, short]) => {
    if (short !== undefined) return [short];
    const named = /^id\s*=\s*"?([^"]*)"?$/u.exec(whole)?.[1];
    return named === undefined ? [] : [named];
  });
  return ids.at(-1);
}
