import { Cron } from 'croner';
import type { Schedule } from '../core/subscription.ts';

/** When an entry that comes now is due: at once, or with the next digest. Summer time is the zone's own. */
export function nextDigest(schedule: Schedule, now: Date): Date {
  if (schedule.kind === 'now') return now;
  const day = schedule.kind === 'weekly' ? schedule.day : '*';
  const at = new Cron(`0 ${schedule.hour} * * ${day}`, { timezone: schedule.zone });
  return at.nextRun(now) ?? now;
}
