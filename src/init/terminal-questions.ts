import { confirm, isCancel, select, text } from '@clack/prompts';
import type { Questions } from './questions.ts';

export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** Asks on a terminal; Ctrl-C ends it. */
export function terminalQuestions(terminal: Terminal): Questions {
  return {
    choose: async (message, options) => {
      const choices = options.map((label, value) => ({ label, value }));
      return given(await select({ ...terminal, message, options: choices }));
    },
    write: async (message, likely, wrong) => {
      const validate = (typed: string | undefined): string | undefined => wrong(typed || likely);
      return given(await text({ ...terminal, message, placeholder: likely, defaultValue: likely, validate }));
    },
    confirm: async (message, likely) => given(await confirm({ ...terminal, message, initialValue: likely })),
  };
}

/** A symbol stands for Ctrl-C. */
function given<T>(answer: T): Exclude<T, symbol> | undefined {
  return isCancel(answer) ? undefined : (answer as Exclude<T, symbol>);
}
