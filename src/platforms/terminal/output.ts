import type { Writable } from 'node:stream';

/** Where text goes, as fast as it is read there. */
export interface Output {
  /** Resolves once the text is taken: to false when nobody reads any more, or the platform is stopped. */
  write(text: string): Promise<boolean>;
}

/** What a pipe says when its reader has left, as `head` does. */
const NOBODY_READS: ReadonlySet<unknown> = new Set([
  'EPIPE',
  'EOF',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
]);

export function createOutput(stream: Writable, signal: AbortSignal): Output {
  // What goes wrong is told to the callback of the write too; without a listener it would end the process.
  stream.on('error', () => {});
  return {
    write: async (text) => {
      if (signal.aborted) return false;
      const error = await written(stream, text, signal);
      if (error === undefined) return !signal.aborted;
      if ('code' in error && NOBODY_READS.has(error.code)) return false;
      throw new Error(`cannot write the reply: ${error.message}; check where the output goes`, {
        cause: error,
      });
    },
  };
}

/** Resolves once the text is taken, to the error where it is not, or when it need not be any more. */
function written(stream: Writable, text: string, signal: AbortSignal): Promise<Error | undefined> {
  return new Promise((resolve) => {
    const stop = (): void => resolve(undefined);
    signal.addEventListener('abort', stop, { once: true });
    stream.write(text, (error) => {
      signal.removeEventListener('abort', stop);
      resolve(error ?? undefined);
    });
  });
}
