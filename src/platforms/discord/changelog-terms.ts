/** What somebody chose beside the feed; empty or undefined for what was left out. */
export interface ChosenTerms {
  /** Names with commas. */
  readonly package: string;
  /** Words, and phrases in quotes. */
  readonly contains: string;
  readonly releases: string;
  readonly versions: string;
  readonly breaking: boolean;
  readonly digest: string;
  readonly day: string;
  readonly hour: number | undefined;
  readonly zone: string;
}

const QUOTES = /["“”„‟«»＂]/gu;

/** The options as they would be typed, which every chat has read the same way: `package:"node" "sso" stable daily 9:00 UTC`. */
export function composeTerms(chosen: ChosenTerms): string {
  const { releases, versions, breaking, digest, day, hour, zone } = chosen;
  return [
    ...partsOf(chosen.package.replace(QUOTES, ''), /,/u).map((name) => `package:"${name}"`),
    ...phrasesOf(chosen.contains).map((phrase) => `"${phrase}"`),
    releases,
    ...partsOf(versions.replace(QUOTES, ''), /,/u).map((range) => `version:"${range}"`),
    breaking ? 'breaking' : '',
    digest,
    day,
    hour === undefined ? '' : `${hour}:00`,
    zone,
  ]
    .filter((term) => term !== '')
    .join(' ');
}

/** In quotes, a word such as “stable” is one that has to occur. */
function phrasesOf(text: string): string[] {
  return text
    .replace(QUOTES, '"')
    .split('"')
    .flatMap((piece, number) => (number % 2 === 1 ? [piece.trim()] : partsOf(piece, /\s/u)))
    .filter((phrase) => phrase !== '');
}

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
