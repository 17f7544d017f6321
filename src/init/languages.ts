/** What the config takes for a language: `src/config/locale.ts` has the same pattern. */
const TAG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u;

/** A language as a BCP 47 tag, also where it is written with `_`; undefined where it is none. */
export function languageTag(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const tag = value.trim().replaceAll('_', '-');
  return TAG.test(tag) ? tag : undefined;
}

/** A language, unless it is the one that counts anyway. */
export function languageBesideDefault(value: unknown): string | undefined {
  const tag = languageTag(value);
  return tag === undefined || /^en(?:-US)?$/u.test(tag) ? undefined : tag;
}
