import stringWidth from 'string-width';
import { printable } from './printable.ts';

/** How far some reading is. */
export interface ReadingProgress {
  readonly collection: string;
  readonly done: number;
  /** 0 while it is unknown. */
  readonly total: number;
}

/** Where progress is shown: standard error, so that what is printed stays clean. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressLine {
  show(progress: ReadingProgress): void;
  /** Leaves nothing of the line behind; may be called twice. */
  clear(): void;
}

/** Milliseconds between two drawings of the line. */
const PAUSE = 80;
const COLUMNS = 80;

/**
 * One line that is written over and over on a terminal, such as `reading docs 120/441`; nothing elsewhere. `clock` gives
 * milliseconds, monotonic.
 */
export function createProgress(output: ProgressOutput, clock: () => number): ProgressLine {
  let [width, drawn] = [0, -Infinity];
  return {
    show: (progress) => {
      const now = clock();
      const isDue = now - drawn >= PAUSE || progress.done >= progress.total;
      if (output.isTTY !== true || !isDue) return;
      const text = progressText(progress, (output.columns || COLUMNS) - 1);
      const used = stringWidth(text);
      output.write(`\r${text}${' '.repeat(Math.max(0, width - used))}`);
      [width, drawn] = [used, now];
    },
    clear: () => {
      if (width > 0) output.write(`\r${' '.repeat(width)}\r`);
      [width, drawn] = [0, -Infinity];
    },
  };
}

/** Shorter than the terminal is wide, since a line that wraps cannot be written over. */
function progressText({ collection, done, total }: ReadingProgress, columns: number): string {
  const short = total === 0 ? String(done) : `${done}/${total}`;
  const whole = `reading ${printable(collection)} ${short}`;
  return [whole, short].find((text) => stringWidth(text) <= columns) ?? '';
}
