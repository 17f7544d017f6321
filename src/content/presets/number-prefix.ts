/** Dates and versions, which are no numbers of an order. */
const NO_NUMBER = /^\d+[-_.]\d+/u;
const NUMBERED = /^\d+\s*[-_.]+\s*([^-_.\s].*)$/u;

/** `01-intro` as `intro`, as `DefaultNumberPrefixParser` of `@docusaurus/plugin-content-docs/lib/numberPrefix.js` has it. */
export function withoutNumberPrefix(name: string): string {
  return NO_NUMBER.test(name) ? name : (NUMBERED.exec(name)?.[1] ?? name);
}
