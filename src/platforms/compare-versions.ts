/**
 * Below 0 where the first version is older, above 0 where it is newer, by the precedence of Semantic Versioning 2.0.0,
 * section 11, for any number of dotted numbers; a `v` before it and what follows `+` make no difference.
 */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [readVersion(a), readVersion(b)];
  const numbers = compareLists(first.numbers, second.numbers, '0');
  if (numbers !== 0) return numbers;
  if (first.prerelease.length === 0 || second.prerelease.length === 0)
    return second.prerelease.length - first.prerelease.length;
  return compareLists(first.prerelease, second.prerelease, '');
}

/** Whether a text reads as a version: `4`, `v4.1`, `4.1.0-beta.2`. */
export function isVersion(text: string): boolean {
  return /^v?\d+(?:\.\d+)*(?:[-+][0-9a-z.+-]+)?$/iu.test(text);
}

interface Version {
  readonly numbers: readonly string[];
  readonly prerelease: readonly string[];
}

function readVersion(text: string): Version {
  const [precedence = ''] = text.replace(/^v/iu, '').split('+', 1);
  const dash = precedence.indexOf('-');
  const numbers = dash === -1 ? precedence : precedence.slice(0, dash);
  return {
    numbers: numbers.split('.'),
    prerelease: dash === -1 ? [] : precedence.slice(dash + 1).split('.'),
  };
}

/** Part by part; `missing` stands for those that the shorter list lacks. */
function compareLists(a: readonly string[], b: readonly string[], missing: string): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const order = compareParts(a[index] ?? missing, b[index] ?? missing);
    if (order !== 0) return order;
  }
  return 0;
}

/** Nothing is before numbers, numbers in their order are before words, and words in that of their characters. */
function compareParts(a: string, b: string): number {
  if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
  if (rankOf(a) === 1) return Number(a) - Number(b);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function rankOf(part: string): number {
  if (part === '') return 0;
  return /^\d+$/u.test(part) ? 1 : 2;
}
