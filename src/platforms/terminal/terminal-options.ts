import type { TerminalOptions } from './render.ts';

/** The stream that is written to, such as standard output. */
export interface TerminalStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What the environment says about the terminal: values of variables of these names, undefined where they are unset. */
export interface TerminalEnvironment {
  /** `NO_COLOR` has a value, whatever it is: https://no-color.org. */
  readonly noColor: boolean;
  /** Colour even where it goes to no terminal; `noColor` is stronger. */
  readonly forceColor?: boolean | undefined;
  /** `TERM` */
  readonly term?: string | undefined;
  /** `TERM_PROGRAM` */
  readonly termProgram?: string | undefined;
  /** `VTE_VERSION`, such as 7600 for 0.76. */
  readonly vteVersion?: string | undefined;
  /** `WT_SESSION`, which Windows Terminal sets. */
  readonly wtSession?: string | undefined;
}

/** Where it is not known. */
const COLUMNS = 80;

/** Terminals that take OSC 8 links, by their own word: https://github.com/Alhadis/OSC8-Adoption. */
const LINKING_PROGRAMS: ReadonlySet<string> = new Set(['ghostty', 'iTerm.app', 'vscode', 'WezTerm', 'zed']);
const LINKING_TERMS = /^(?:alacritty|foot|xterm-ghostty|xterm-kitty)/u;
/** These pass on only what they know. */
const MULTIPLEXERS = /^(?:screen|tmux)/u;
/** GNOME's terminals take links from 0.50.1 on; 0.50.0 crashes. */
const LEAST_VTE = 5001;

/** How to write to a stream. Pure. */
export function terminalOptions(
  { isTTY = false, columns = 0 }: TerminalStream,
  environment: TerminalEnvironment,
): TerminalOptions {
  const color = hasColor(isTTY, environment);
  return {
    width: isTTY && columns > 0 ? columns : COLUMNS,
    color,
    hyperlinks: color && isTTY && takesLinks(environment),
  };
}

function hasColor(isTTY: boolean, { noColor, forceColor = false, term }: TerminalEnvironment): boolean {
  if (noColor) return false;
  return forceColor || (isTTY && term !== 'dumb');
}

function takesLinks({ term = '', termProgram = '', vteVersion, wtSession }: TerminalEnvironment): boolean {
  if (MULTIPLEXERS.test(term) || term === 'dumb') return false;
  return (
    LINKING_PROGRAMS.has(termProgram) ||
    LINKING_TERMS.test(term) ||
    Number(vteVersion ?? 0) >= LEAST_VTE ||
    (wtSession !== undefined && wtSession !== '')
  );
}
