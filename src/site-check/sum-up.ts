import type { Problem } from '../core/problem.ts';
import { grouped } from './grouped.ts';

export interface SummingUp<T> {
  /** The rule that a finding comes of; empty for none. */
  readonly labelOf: (finding: T) => string;
  readonly one: (finding: T) => Problem;
  /** One problem for findings that come of one rule. */
  readonly many: (findings: readonly T[]) => Problem;
  /** One problem for those that are too many to be listed. */
  readonly rest: (findings: readonly T[]) => Problem;
}

/** So many findings of one rule are one problem. */
const MANY = 3;
/** Who has so many single ones mends some, and asks again. */
const MOST = 100;

/** Findings of a collection as problems: those of one rule at once, others one by one, as many as anybody reads. */
export function summedUp<T>(findings: readonly T[], { labelOf, one, many, rest }: SummingUp<T>): Problem[] {
  const groups = grouped(findings, labelOf);
  const isMany = (finding: T): boolean => {
    const label = labelOf(finding);
    return label !== '' && (groups.get(label)?.length ?? 0) >= MANY;
  };
  const single = findings.filter((finding) => !isMany(finding));
  return [
    ...[...groups.values()].filter(([first]) => first !== undefined && isMany(first)).map(many),
    ...single.slice(0, MOST).map(one),
    ...(single.length > MOST ? [rest(single.slice(MOST))] : []),
  ];
}

/** `1,204 pages`, `1 page`. */
export function summed(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
