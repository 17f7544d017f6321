import type { Readable, Writable } from 'node:stream';
import type { Platform } from '../../core/platform.ts';
import { runBatch } from './batch.ts';
import { runChat } from './chat.ts';
import { createOutput } from './output.ts';
import { runQuestion } from './question.ts';
import type { TerminalOutcome, TerminalSession } from './session.ts';

/** What is asked, and how. */
export type TerminalMode = QuestionMode | BatchMode | ChatMode;

/** One question, one reply. */
export interface QuestionMode {
  readonly kind: 'question';
  readonly text: string;
  /** A line of JSON instead of text. */
  readonly json: boolean;
}

/** Lines of JSON in, lines of JSON out, in order. */
export interface BatchMode {
  readonly kind: 'batch';
}

/** Each line is a question, or what to do next. */
export interface ChatMode {
  readonly kind: 'chat';
  /** Whether a person types on a terminal, and not a pipe. */
  readonly interactive: boolean;
}

export interface TerminalPlatformOptions extends Omit<TerminalSession, 'output' | 'signal'> {
  readonly mode: TerminalMode;
  /** Only a chat and a batch read it. */
  readonly input: Readable;
  readonly output: Writable;
}

export interface TerminalPlatform extends Platform {
  /** Resolves once everything is answered or the person has left; rejects when the reply cannot be read or written. */
  readonly done: Promise<TerminalOutcome>;
}

/** Answers on the streams of a terminal or a pipe. */
export function createTerminalPlatform(options: TerminalPlatformOptions): TerminalPlatform {
  const stopping = new AbortController();
  const { signal } = stopping;
  const session = { ...options, output: createOutput(options.output, signal), signal };
  let running: Promise<TerminalOutcome> = Promise.resolve('answered');
  let settle: (outcome: Promise<TerminalOutcome>) => void;
  const done = new Promise<TerminalOutcome>((resolve) => (settle = resolve));
  // Whoever waits for it is told; that nobody does must not end the process.
  done.catch(() => {});
  return {
    name: 'terminal',
    done,
    start: async () => {
      running = run(options, session);
      settle(running);
    },
    stop: async () => {
      stopping.abort();
      settle(running);
      await Promise.allSettled([running]);
    },
  };
}

function run(
  { mode, output: terminal }: TerminalPlatformOptions,
  session: TerminalSession,
): Promise<TerminalOutcome> {
  switch (mode.kind) {
    case 'question':
      return runQuestion(mode, session);
    case 'batch':
      return runBatch(session);
    case 'chat':
      return runChat({ ...mode, terminal }, session);
  }
}
