import { LogLevel } from '@slack/bolt';
import type { Logger } from '@slack/bolt';
import type { Log } from '../../log.ts';

const LEVELS: readonly LogLevel[] = [LogLevel.DEBUG, LogLevel.INFO, LogLevel.WARN, LogLevel.ERROR];

/** What the SDK says goes to the log; its everyday remarks are ours to read only when debugging. */
export function slackLogger(log: Log): Logger {
  const sdk = log.child({ platform: 'slack' });
  return {
    debug: (...words) => sdk.trace(words.map(text).join(' ')),
    info: (...words) => sdk.debug(words.map(text).join(' ')),
    warn: (...words) => sdk.warn(words.map(text).join(' ')),
    error: (...words) => sdk.error(words.map(text).join(' ')),
    getLevel: () => LEVELS.find((level) => sdk.isLevelEnabled(level)) ?? LogLevel.ERROR,
    // Levels and names are the log's own.
    setLevel: () => undefined,
    setName: () => undefined,
  };
}

function text(word: unknown): string {
  if (word instanceof Error) return word.message;
  return typeof word === 'string' ? word : (JSON.stringify(word) ?? String(word));
}
