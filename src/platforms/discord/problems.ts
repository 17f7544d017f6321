import type { Problem } from '../../core/problem.ts';

/** Something about Discord that keeps Signpost from what the config says. */
export function problem(message: string, remedy: string): Problem {
  return { severity: 'error', collection: '', file: '', line: 0, message, remedy };
}

/** Something about Discord that is not as it should be, and keeps Signpost from nothing. */
export function warning(message: string, remedy: string): Problem {
  return { ...problem(message, remedy), severity: 'warning' };
}
