/** Longer than anybody means to wait: a week. */
const LONGEST = 7 * 86_400;

/**
 * Whole seconds that a `Retry-After` asks to wait, as seconds or as a date; 0 where it asks nothing that can be read.
 * https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
 */
export function retryAfterOf(header: string | null, now: Date): number {
  const value = (header ?? '').trim();
  if (/^\d+(?:\.\d+)?$/u.test(value)) return Math.min(Math.ceil(Number(value)), LONGEST);
  const time = /^[a-z]{3},? /iu.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) return 0;
  return Math.min(Math.max(Math.ceil((time - now.getTime()) / 1000), 0), LONGEST);
}
