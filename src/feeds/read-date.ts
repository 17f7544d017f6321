const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Hours from UTC of the zones that RFC 822 names: https://www.rfc-editor.org/rfc/rfc822#section-5 */
const ZONES: Readonly<Record<string, number>> = {
  utc: 0,
  gmt: 0,
  ut: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
};

const CLOCK = String.raw`(?<clock>\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?)\s*(?<zone>[a-z]{1,4}|[+-]\d{2}:?\d{2})?`;
const MONTH = '(?<month>[a-z]{3,9})';

const FORMS = [
  // 2024-05-30, 2024/05/30, 2024-05-30T12:00:00Z
  new RegExp(String.raw`^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?:[t\s]+${CLOCK})?$`, 'iu'),
  // Thu, 30 May 2024 12:00:00 +0000; 30th of May, 2024
  new RegExp(
    String.raw`^(?:[a-z]{3,9},?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+${MONTH}\.?,?[\s-]+(?<year>\d{2,4})(?:\s+${CLOCK})?$`,
    'iu',
  ),
  // May 30, 2024; Thursday, May 30th 2024
  new RegExp(
    String.raw`^(?:[a-z]{3,9},?\s+)?${MONTH}\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})(?:,?\s+${CLOCK})?$`,
    'iu',
  ),
  // May 2024
  new RegExp(String.raw`^${MONTH}\.?,?\s+(?<year>\d{4})$`, 'iu'),
];

/**
 * Reads a date as feeds and changelogs write it: ISO 8601, RFC 822, `May 30, 2024`, `May 2024`. Without a zone it is UTC,
 * without a day the first. Undefined for anything else, such as months before days and dates that are none.
 */
export function readDate(text: string): Date | undefined {
  const plain = text.trim().replace(/\s+/gu, ' ');
  if (plain.length > 60) return undefined;
  for (const form of FORMS) {
    const groups = form.exec(plain)?.groups;
    if (groups !== undefined) return dateOf(groups);
  }
  return undefined;
}

function dateOf(groups: Readonly<Record<string, string | undefined>>): Date | undefined {
  const { year = '', month = '', day = '1', clock = '0:00', zone = 'z' } = groups;
  const monthNumber = /^\d/u.test(month) ? Number(month) - 1 : monthOf(month);
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (monthNumber === -1 || full < 1970 || full > 2200) return undefined;
  const midnight = new Date(Date.UTC(full, monthNumber, Number(day)));
  // The 31st of February would be in March.
  if (midnight.getUTCMonth() !== monthNumber || midnight.getUTCDate() !== Number(day)) return undefined;
  return new Date(midnight.getTime() + secondsOf(clock) * 1000 - minutesOf(zone) * 60_000);
}

function monthOf(name: string): number {
  const full = name.toLowerCase();
  const index = MONTHS.indexOf(full.slice(0, 3));
  return index !== -1 && (full.length === 3 || LONG_MONTH.test(full)) ? index : -1;
}

const LONG_MONTH =
  /^(?:january|february|march|april|june|july|august|sept|september|october|november|december)$/u;

function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.replace(',', '.').split(':').map(Number);
  return Math.min(hours * 3600 + minutes * 60 + Math.floor(seconds), 86_400);
}

/** A zone that nobody knows is UTC: some hours of the wrong day are better than no day. */
function minutesOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/u.exec(zone) ?? [];
  if (sign === undefined) return (ZONES[zone.toLowerCase()] ?? 0) * 60;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
