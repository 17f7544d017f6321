/** `UTC` stands in no list of Intl's. */
const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** The zones that hold what is typed, those first of which a part begins so; all of them where nothing is typed. */
export function zonesLike(typed: string): readonly string[] {
  const wanted = folded(typed);
  const begins = ZONES.filter((zone) =>
    folded(zone)
      .split('/')
      .some((part) => part.startsWith(wanted)),
  );
  const holds = ZONES.filter((zone) => folded(zone).includes(wanted) && !begins.includes(zone));
  return [...begins, ...holds];
}

/** A time zone's own name for what somebody typed, also for a city alone; undefined where there is none, or several. */
export function zoneOf(typed: string): string | undefined {
  const name = typed.trim().replaceAll(/\s+/gu, '_');
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    const [first, second] = zonesLike(name);
    return second === undefined ? first : undefined;
  }
}

function folded(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/gu, '_');
}
