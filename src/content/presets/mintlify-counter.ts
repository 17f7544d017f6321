/** `slugifyWithCounter` of `@sindresorhus/slugify` 2.2.0, on slugs that are made already. */
export function createMintlifyCounter(): (slug: string) => string {
  const occurrences = new Map<string, number>();
  return (slug) => {
    if (slug === '') return '';
    const key = slug.toLowerCase();
    const numberless = occurrences.get(key.replace(/(?:-\d+?)+?$/u, '')) ?? 0;
    const counter = (occurrences.get(key) ?? 0) + 1;
    occurrences.set(key, counter);
    return counter >= 2 || numberless > 2 ? `${slug}-${counter}` : slug;
  };
}

/** `deduplicateSlug` of `remarkExtractTableOfContents.js`: each id of a page, of whatever kind, is there once. */
export function createMintlifyIds(): (id: string) => string {
  const seen = new Map<string, number>();
  return (id) => {
    const count = seen.get(id) ?? 0;
    seen.set(id, count + 1);
    if (count === 0) return id;
    let suffix = count + 1;
    while (seen.has(`${id}-${suffix}`)) suffix += 1;
    seen.set(`${id}-${suffix}`, 1);
    return `${id}-${suffix}`;
  };
}
