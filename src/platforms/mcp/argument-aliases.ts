/**
 * The names that models make up for arguments, by the name of the argument, written as `plain` writes them. None is declared
 * in a schema: they are what models send in spite of it.
 */
const ALIASES = {
  query: ['question', 'q', 'search', 'text', 'searchquery', 'searchterm', 'keywords', 'input', 'prompt'],
  maxResults: ['limit', 'topk', 'k', 'n', 'count', 'numresults', 'max', 'size', 'results'],
  path: ['file', 'page', 'id', 'url', 'uri', 'doc', 'docpath', 'paths', 'section', 'link', 'href', 'slug'],
  example: ['name', 'group', 'examplename', 'examples', 'topic', 'feature', 'path', 'query', 'id'],
  package: ['packagename', 'sdk', 'name', 'pkg', 'library', 'feed', 'product', 'repo', 'packages', 'query'],
  collection: ['collections', 'source', 'corpus', 'docs', 'scope', 'category'],
  version: ['docsversion', 'docversion', 'v', 'ver', 'release', 'apiversion', 'versionname', 'tag'],
  locale: ['language', 'lang', 'languagecode', 'i18n', 'localecode'],
  cursor: ['nextcursor', 'next', 'pagetoken', 'nextpage', 'continue'],
  maxTokens: ['tokens', 'tokenlimit', 'maxlength', 'budget'],
  since: ['from', 'after', 'sinceversion', 'sincedate', 'fromversion', 'startdate'],
  limit: ['maxresults', 'topk', 'k', 'n', 'count', 'numresults', 'max', 'size'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * The arguments by the names that a tool declares. A name counts most as it is declared, then in another spelling
 * (`max_results`), then as an alias in the order above; empty values count only where there are no others.
 */
export function withoutAliases(
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  const byPlain = new Map<string, unknown>();
  for (const [name, value] of Object.entries(given)) if (!isEmpty(value)) byPlain.set(plain(name), value);
  const own = new Set(names.map(plain));
  return Object.fromEntries(
    names.map((name) => {
      if (!isEmpty(given[name])) return [name, given[name]];
      const others = aliasesOf(name).filter((alias) => !own.has(alias));
      const found = [plain(name), ...others].find((alias) => byPlain.has(alias));
      return [name, found === undefined ? given[name] : byPlain.get(found)];
    }),
  );
}

function aliasesOf(name: string): readonly string[] {
  return Object.entries(ALIASES).find(([own]) => own === name)?.[1] ?? [];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** `max_results`, `max-results` and `MaxResults` are one. */
function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/gu, '');
}
