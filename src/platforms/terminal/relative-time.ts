import { dayOf } from '../entry-facts.ts';

const FORMAT = new Intl.RelativeTimeFormat('en');

/** Milliseconds, and up to how many of them one counts in the unit. */
const UNITS = [
  { unit: 'second', size: 1_000, most: 60 },
  { unit: 'minute', size: 60_000, most: 60 },
  { unit: 'hour', size: 3_600_000, most: 48 },
  { unit: 'day', size: 86_400_000, most: 60 },
] as const;

/** When something was or will be: `5 minutes ago`, `in 2 hours`; the date where that is further off than two months. */
export function relativeTime(date: Date, now: Date): string {
  const distance = date.getTime() - now.getTime();
  if (Math.abs(distance) < 1_000) return 'now';
  const fitting = UNITS.find(({ size, most }) => Math.abs(distance) < size * most);
  if (fitting === undefined) return `on ${dayOf(date)}`;
  return FORMAT.format(Math.trunc(distance / fitting.size), fitting.unit);
}
