import type { Editions } from './editions.ts';

/**
 * The collections that answer where nobody names a version: all but those that are another version of one beside them, since
 * a reply mixes none. `docs-v2` of version `v2` is one of `docs`, where that has a version too.
 */
export function defaultEditions(asked: readonly Editions[]): readonly Editions[] {
  const versioned = new Set(
    asked.filter(({ versions }) => versions.length > 0).map(({ collection }) => collection),
  );
  return asked.filter((one) => !namesOfWhole(one).some((name) => versioned.has(name)));
}

/** What the collection would be called that this one is a version of. */
function namesOfWhole({ collection, versions }: Editions): string[] {
  const [version = '', ...further] = versions;
  const plain = version
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^v(?=\d)/u, '');
  if (plain === '' || further.length > 0) return [];
  return [`-${plain}`, `-v${plain}`]
    .filter((end) => collection.endsWith(end))
    .map((end) => collection.slice(0, -end.length));
}
