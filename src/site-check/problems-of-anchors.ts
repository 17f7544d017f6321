import type { Problem } from '../core/problem.ts';
import { explainAnchors } from './explain-anchors.ts';
import type { AnchorRule, ExplainedAnchor } from './explain-anchors.ts';
import type { WrongAnchor } from './finding.ts';
import type { LinkTarget } from './link-target.ts';
import { summed, summedUp } from './sum-up.ts';

/** What is wrong with the ids of sections: once for each rule by which many differ, else one by one. */
export function problemsOfAnchors(findings: readonly WrongAnchor[], seen: readonly LinkTarget[]): Problem[] {
  return summedUp(explainAnchors(findings, seen), {
    labelOf: ({ rule }) => (rule === undefined ? '' : JSON.stringify(rule)),
    one: problemOf,
    many: problemOfMany,
    rest: (left) => ({
      ...ofCollection(left),
      message: `not listed here: ${summed(left.length, 'further section')}`,
      remedy: 'mend those first',
    }),
  });
}

function ofCollection(anchors: readonly ExplainedAnchor[]): Problem {
  const collection = anchors[0]?.finding.target.collection ?? '';
  return { severity: 'error', collection, file: '', line: 0, message: '', remedy: '' };
}

function problemOf({ finding, rule }: ExplainedAnchor): Problem {
  const { target, place } = finding;
  const { section, file } = place;
  return {
    severity: 'error',
    collection: target.collection,
    file,
    line: section.line,
    message: `“${section.heading}” is linked as ${section.url}, ${whatIs(finding)}`,
    remedy: rule === undefined ? remedyOf(finding) : `${remedyOf(finding)}, or ${ruleRemedy(rule)}`,
  };
}

function whatIs({ actual, place }: WrongAnchor): string {
  switch (actual.kind) {
    case 'id':
      return actual.other === ''
        ? `and its id is ${actual.id}`
        : `which is the id of “${actual.other}”${place.section.heading === actual.other ? ' elsewhere on the page' : ''}; its own is ${actual.id}`;
    case 'bare':
      return 'and the site gives that heading no id';
    case 'absent':
      return 'and the page has neither that heading nor that id';
    case 'unclear':
      return 'and the page has no such id, but several headings that it could be';
  }
}

function remedyOf({ actual }: WrongAnchor): string {
  switch (actual.kind) {
    case 'id':
    case 'bare':
    case 'unclear':
      return 'give the heading an id of its own';
    case 'absent':
      return 'see whether the site leaves that heading out';
  }
}

function ruleRemedy(rule: AnchorRule): string {
  switch (rule.kind) {
    case 'style':
      return 'set site.anchors.style: none';
    case 'depth':
      return `set site.anchors.depth: ${rule.depth}`;
    case 'duplicates':
      return `set site.anchors.duplicates: ${rule.value}`;
    case 'case':
    case 'slug':
      return 'set site.preset, or site.anchors.slug where the site was told to make ids in another way';
  }
}

/** How many of the sections are shown for a rule that all of them differ by. */
const SHOWN = 3;

function problemOfMany(anchors: readonly ExplainedAnchor[]): Problem {
  const rule = anchors[0]?.rule;
  const shown = anchors.slice(0, SHOWN).map(({ finding: { place, actual } }) => {
    const is = actual.kind === 'id' ? ` and is #${actual.id}` : '';
    return `${place.file}:${place.section.line} “${place.section.heading}” is linked as #${place.fragment}${is}`;
  });
  const differ =
    rule?.kind === 'style' || rule?.kind === 'depth'
      ? 'have no id on the site'
      : 'have another id on the site';
  return {
    ...ofCollection(anchors),
    message: `${summed(anchors.length, 'section')} ${differ}, such as ${shown.join('; ')}`,
    remedy: rule === undefined ? '' : ruleRemedy(rule),
  };
}
