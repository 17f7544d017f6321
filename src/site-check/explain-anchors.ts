import type { WrongAnchor } from './finding.ts';
import type { LinkPlace, LinkTarget } from './link-target.ts';

/** A rule of the config that would make many anchors right at once. */
export type AnchorRule =
  | { readonly kind: 'style' }
  | { readonly kind: 'depth'; readonly depth: number }
  | { readonly kind: 'duplicates'; readonly value: 'dash' | 'underscore' | 'dash-two' }
  | { readonly kind: 'case' }
  | { readonly kind: 'slug' };

/** What is wrong with an anchor, and the rule in that; undefined where there is none. */
export interface ExplainedAnchor {
  readonly finding: WrongAnchor;
  readonly rule: AnchorRule | undefined;
}

/** Finds the rules by which anchors differ; `seen` are all addresses that were looked at. */
export function explainAnchors(
  findings: readonly WrongAnchor[],
  seen: readonly LinkTarget[],
): readonly ExplainedAnchor[] {
  const wrong = new Set(findings.map(({ place }) => place));
  const right = seen
    .flatMap(({ places }) => places)
    .filter((place) => place.fragment !== '' && !wrong.has(place));
  const bare = findings.filter(({ actual }) => actual.kind === 'bare');
  const bareRule = ruleOfBare(bare, right);
  const explained = findings.map((finding) => ({ finding, rule: ruleOf(finding, bareRule) }));
  const made = explained.filter(({ rule }) => isOfSlug(rule)).length;
  // Single headings that have other ids are no other way to make ids.
  const isRule = made * SLUG_SHARE >= right.length + findings.length;
  return isRule
    ? explained
    : explained.map((one) => (isOfSlug(one.rule) ? { ...one, rule: undefined } : one));
}

/** One of so many ids has to be made in another way before that is the way of the site. */
const SLUG_SHARE = 20;

function isOfSlug(rule: AnchorRule | undefined): boolean {
  return rule?.kind === 'slug' || rule?.kind === 'case';
}

interface BareRule {
  /** Sections of this level and deeper have no ids. */
  readonly from: number;
  readonly rule: AnchorRule;
}

/** Headings have no id from that level on at which no section of any page has one. */
function ruleOfBare(bare: readonly WrongAnchor[], right: readonly LinkPlace[]): BareRule | undefined {
  const deepest = Math.max(0, ...right.map(({ section }) => section.level));
  const levels = bare.map(({ place }) => place.section.level).filter((level) => level > deepest);
  if (levels.length === 0) return undefined;
  if (right.length === 0) return { from: 0, rule: { kind: 'style' } };
  return { from: deepest + 1, rule: { kind: 'depth', depth: Math.max(2, deepest) } };
}

function ruleOf({ place, actual }: WrongAnchor, bareRule: BareRule | undefined): AnchorRule | undefined {
  switch (actual.kind) {
    case 'bare':
      return bareRule !== undefined && place.section.level >= bareRule.from ? bareRule.rule : undefined;
    case 'id':
      return actual.other === '' ? ruleOfId(place.fragment, actual.id) : undefined;
    case 'absent':
    case 'unclear':
      return undefined;
  }
}

const COUNTED = /^(.+)([-_])(\d+)$/u;

function ruleOfId(linked: string, id: string): AnchorRule {
  if (linked.toLowerCase() === id.toLowerCase()) return { kind: 'case' };
  const [, stem, , number] = COUNTED.exec(linked) ?? [];
  const [, otherStem, mark, otherNumber] = COUNTED.exec(id) ?? [];
  if (stem === undefined || stem !== otherStem) return { kind: 'slug' };
  if (mark === '_') return { kind: 'duplicates', value: 'underscore' };
  return { kind: 'duplicates', value: Number(otherNumber) > Number(number) ? 'dash-two' : 'dash' };
}
