import type { CollectionHelp } from '../core/reply.ts';
import { compareVersions, isVersion } from './compare-versions.ts';

/** The longest name of a version that is taken for one, in UTF-16 units: names stand in buttons. */
export const LONGEST_VERSION = 50;

/** What people and models call the version that answers where nobody names one. */
const DEFAULT = /^(?:current|default|latest|stable)$/iu;

/** The versions of some collections, each once. */
export function versionsOf(collections: readonly Pick<CollectionHelp, 'versions'>[]): readonly string[] {
  return [...new Set(collections.flatMap(({ versions }) => versions))];
}

/** The versions to choose from; none where there is but one. */
export function versionChoices(collections: readonly Pick<CollectionHelp, 'versions'>[]): readonly string[] {
  const versions = versionsOf(collections);
  return versions.length < 2 ? [] : versions;
}

/**
 * The version that somebody means, as the docs call it; undefined where it is none of them. `v2` is `v2`, else `2`, else
 * `2.x`, else the newer of `2.0` and `2.1`; and `2.1.4` is of `2.1`, else of `2.x` or `2`.
 */
export function versionNamed(typed: string, versions: readonly string[]): string | undefined {
  if (typed === '' || typed.length > LONGEST_VERSION) return undefined;
  const asked = stemOf(typed);
  return (
    versions.find((version) => version === typed) ??
    versions.find((version) => version.toLowerCase() === typed.toLowerCase()) ??
    versions.find((version) => bareOf(version) === bareOf(typed)) ??
    versions.find((version) => stemOf(version) === asked) ??
    newestOf(versions.filter((version) => isWithin(stemOf(version), asked))) ??
    (isRelease(asked) ? longestOf(versions.filter((version) => isWithin(asked, stemOf(version)))) : undefined)
  );
}

/** The same where somebody has said that it is a version: empty for the default, and as it stands where there is none so called. */
export function versionAsked(given: string, versions: readonly string[]): string {
  return versionNamed(given, versions) ?? (DEFAULT.test(given) ? '' : given);
}

/** `v2` and `version-2` are `2`. */
function bareOf(version: string): string {
  return version.toLowerCase().replace(/^v(?:er(?:sion)?)?[-_. ]?(?=\d)/u, '');
}

/** `2.x` stands for all that begins with `2`. */
function stemOf(version: string): string {
  return bareOf(version).replace(/(?:\.[x*])+$/u, '');
}

/** Whether a version is another one, or one of its own: `2.1` of `2`, but `20` not. */
function isWithin(version: string, of: string): boolean {
  return of !== '' && version.startsWith(of) && /^(?:$|[^a-z\d])/u.test(version.slice(of.length));
}

/** With more than three numbers it is rather an address. */
function isRelease(version: string): boolean {
  return /^\d+(?:\.\d+){1,2}(?:[-+].*)?$/u.test(version);
}

/** Those that read as versions before others, which keep their order. */
function newestOf(versions: readonly string[]): string | undefined {
  const [newest] = versions.toSorted((a, b) =>
    isVersion(a) && isVersion(b) ? compareVersions(b, a) : Number(isVersion(b)) - Number(isVersion(a)),
  );
  return newest;
}

function longestOf(versions: readonly string[]): string | undefined {
  const [longest] = versions.toSorted((a, b) => stemOf(b).length - stemOf(a).length);
  return longest;
}
