/** How a stretch of text looks; colour only where the terminal has it. */
export type Style = 'bold' | 'italic' | 'dim' | 'strike' | 'code' | 'link' | 'mark' | 'warning' | 'error';

/** A stretch of printable text in one style. */
export interface Styled {
  readonly text: string;
  readonly styles: readonly Style[];
  /** Where it leads; empty for nowhere. */
  readonly url: string;
}

export interface Paint {
  readonly color: boolean;
  /** Whether the terminal takes OSC 8 links; never without colour. */
  readonly hyperlinks: boolean;
}

/** Where text is drawn, and how. */
export interface Canvas extends Paint {
  /** Columns that a line may take. */
  readonly width: number;
}

/** Select Graphic Rendition: ECMA-48, section 8.3.117. */
const CODES: Readonly<Record<Style, readonly [on: number, off: number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  italic: [3, 23],
  link: [4, 24],
  strike: [9, 29],
  code: [36, 39],
  mark: [33, 39],
  warning: [33, 39],
  error: [31, 39],
};

export function styled(text: string, ...styles: readonly Style[]): Styled {
  return { text, styles, url: '' };
}

/** The text as it goes to the terminal. */
export function paint({ text, styles, url }: Styled, { color, hyperlinks }: Paint): string {
  if (!color || text === '') return text;
  const on = styles.map((style) => `\u001B[${CODES[style][0]}m`).join('');
  const off = styles.toReversed().map((style) => `\u001B[${CODES[style][1]}m`);
  const shown = on + text + off.join('');
  return hyperlinks && url !== '' ? `\u001B]8;;${url}\u001B\\${shown}\u001B]8;;\u001B\\` : shown;
}
