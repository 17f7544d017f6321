import type { Nodes, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { prerelease, valid } from 'semver';

/** What a title or a tag says of a release. */
export interface ReleaseName {
  /** Without `v`; empty for none. */
  readonly version: string;
  /** Empty for none. */
  readonly package: string;
}

const NO_RELEASE: ReleaseName = { version: '', package: '' };

const SUFFIX = String.raw`(?:-[0-9a-z-]+(?:\.[0-9a-z-]+)*)?(?:\+[0-9a-z-]+(?:\.[0-9a-z-]+)*)?`;

/** A package's name, as npm has it: https://docs.npmjs.com/cli/configuring-npm/package-json#name */
const NAME = String.raw`@[\w.-]+\/[\w.-]+|[a-z][\w.-]*`;

const FULL = String.raw`\d+\.\d+\.\d+${SUFFIX}`;

/** `@scope/pkg@1.2.3`, `pkg@1.2.3`, `@scope/pkg v1.2.3`, `pkg-v1.2.3`, `pkg/v1.2.3`. */
const NAMED = [
  new RegExp(`(?<![\\w@/.-])(?<name>${NAME})@v?(?<version>${FULL})(?![\\w.])`, 'iu'),
  new RegExp(String.raw`(?<![\w@/.-])(?<name>@[\w.-]+\/[\w.-]+)[\s:]+v?(?<version>${FULL})(?![\w.])`, 'iu'),
  new RegExp(String.raw`^(?<name>${NAME})(?:-v|\/v|\/)(?<version>${FULL})$`, 'iu'),
  new RegExp(String.raw`^(?<name>${NAME})[\s:]+v?(?<version>${FULL})(?![\w.])`, 'iu'),
];

const BARE = new RegExp(String.raw`(?<![\w.@/-])v?(?<version>${FULL})(?![\w.])`, 'iu');

/** Two numbers are a version only after a word or a `v` that says so, or alone. */
const SHORT = new RegExp(
  String.raw`(?:(?:^|[\s(\[])v|\b(?:version|release)[\s:]+v?|^)(?<version>\d{1,3}\.\d{1,3})(?<suffix>-(?:alpha|beta|rc|next|preview|canary)[0-9a-z.-]*)?(?=$|[\s,:;)\]–—-])(?!\s*(?:%|x\b|kb\b|mb\b|gb\b|million|hours?\b))`,
  'iu',
);

/** Words before a version that name no package. */
const WORDS = new Set(
  `release released releases version versions ver announcing introducing v changelog new now latest stable hotfix patch
  update updated upgrade to from for in of with and the node`.split(/\s+/u),
);

/** Years of calendar versions such as 2024.5.1 are versions, dates such as 2024.05.30 are none. */
const DATE = /^(?:19|20)\d{2}\.(?:0\d|1[0-2]|[1-9])\.(?:0\d|[12]\d|3[01]|[1-9])$/u;

/** The version that a title or a tag names, and its package. A year or a date is no version. */
export function readRelease(text: string): ReleaseName {
  for (const form of NAMED) {
    const { name = '', version = '' } = form.exec(text)?.groups ?? {};
    const clean = cleanVersion(version);
    if (clean !== '' && !WORDS.has(name.toLowerCase())) return { version: clean, package: name };
  }
  const bare = cleanVersion(BARE.exec(text)?.groups?.['version'] ?? '');
  if (bare !== '') return { version: bare, package: '' };
  const { version, suffix = '' } = SHORT.exec(text)?.groups ?? {};
  if (version === undefined) return NO_RELEASE;
  return { version: cleanVersion(`${version}.0${suffix}`), package: '' };
}

/** A version as semver has it; empty where it is none, or a date. */
export function cleanVersion(text: string): string {
  const plain = text.trim().replace(/^v(?=\d)/iu, '');
  if (DATE.test(plain)) return '';
  return valid(plain) ?? '';
}

/** A version as a changelog names it alone, such as `v1.2`; empty where it is none. */
export function readVersion(text: string): string {
  const plain = text.trim().replace(/^v(?=\d)/iu, '');
  return cleanVersion(/^\d{1,3}\.\d{1,3}$/u.test(plain) ? `${plain}.0` : plain);
}

const EARLY =
  /(?:^|[^\p{L}\p{N}])(?:pre-?release|alpha|beta|release candidate|rc ?\d*|canary|nightly|preview)(?![\p{L}\p{N}])/iu;

/** `Beta: …`, `… (preview)`. */
const LABEL =
  /^\W*(?:alpha|beta|preview|pre-?release)\s*[:–—\])]|[([](?:alpha|beta|preview|pre-?release)[)\]]/iu;

/** Whether a version is before a stable one, or, where it does not say so, the title. */
export function isPrerelease(version: string, title: string): boolean {
  if (version !== '' && prerelease(version) !== null) return true;
  return LABEL.test(title) || (EARLY.test(title) && (version !== '' || /release|version|v?\d/iu.test(title)));
}

const BREAKING =
  /^\P{L}*(?:(?:potentially )?breaking(?: changes?)?(?=$|\P{L})|major changes$|backwards?[- ]incompatible)|⚠/iu;

/** `feat!:` or `fix(core)!:`: https://www.conventionalcommits.org/en/v1.0.0/#specification */
const BANG = /^[a-z]+(?:\([^)\n]*\))?!:/u;

/** Whether notes say that something breaks: in a heading, in bold at a beginning, or as conventional commits do. */
export function isBreaking(title: string, blocks: readonly RootContent[]): boolean {
  if (BANG.test(title) || /\bbreaking changes?\b/iu.test(title)) return true;
  const open: Nodes[] = blocks.toReversed();
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (saysBreaking(node)) return true;
    if ('children' in node) for (const child of node.children.toReversed()) open.push(child);
  }
  return false;
}

function saysBreaking(node: Nodes): boolean {
  if (node.type === 'heading') return BREAKING.test(toString(node).trim());
  if (node.type !== 'paragraph') return false;
  const [first] = node.children;
  const text = toString(node).trim();
  if (first?.type === 'strong' && BREAKING.test(toString(first).trim())) return true;
  return BANG.test(text) || /^(?:⚠|BREAKING(?:[ -]CHANGES?)?(?::|$))/u.test(text);
}
