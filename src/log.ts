import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

export type Log = Logger;

export interface LogOptions {
  readonly level: string;
  /** Values that must never be written, whatever the line they stand in. */
  readonly secrets: readonly string[];
  readonly destination: DestinationStream;
}

/** A structured log, one JSON object a line, in which every secret reads `[secret]`. */
export function createLog(options: LogOptions): Log {
  const secrets = options.secrets.filter((secret) => secret !== '');
  const destination: DestinationStream = {
    write: (line) =>
      options.destination.write(secrets.reduce((text, secret) => text.replaceAll(secret, '[secret]'), line)),
  };
  return pino({ level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
}
