/** Elements that the parser opens again in each block that begins while they are open: https://html.spec.whatwg.org/#formatting */
const FORMATTING = /<(?:b|big|code|em|font|i|s|small|strike|strong|tt|u)(?=[\s/>])[^>]*/giu;

const WELL_FORMED = /^<[a-z]+(?:\s+[\w:-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?$/iu;

/** The parser keeps this many alike open at once. */
const ALIKE = 3;

const MOST_ELEMENTS = 200_000;

/** What one item of a changelog may have; each element looks through those that it is nested in. */
const LONGEST = 1_000_000;
const MOST_TAGS = 10_000;

/**
 * Whether HTML could take more time or memory to parse than there is: it grows by its different formatting elements times
 * its blocks. Counts too many rather than too few, where the parser would see it otherwise.
 */
export function isHtmlBomb(html: string): boolean {
  const tags = html.split('<').length;
  if (html.length > LONGEST || tags > MOST_TAGS) return true;
  const kinds = new Set<string>();
  let odd = 0;
  for (const [tag] of html.matchAll(FORMATTING)) {
    if (WELL_FORMED.test(tag)) kinds.add(tag);
    else odd += 1;
  }
  return (kinds.size + odd) * ALIKE * tags > MOST_ELEMENTS;
}
