import type { Edition, EditionOptions, EditionSource } from '../preset.ts';

/** Where the parts of a site lie, relative to the source, each with a slash at the end. */
interface Layout {
  /** The site itself, with `versions.json`. */
  readonly site: string;
  /** The docs of the current version. */
  readonly docs: string;
}

/** A version and where it is. */
interface Version {
  readonly name: string;
  /** Empty for the current one, which lies in `docs/`. */
  readonly id: string;
  /** Below `routeBase`. */
  readonly at: string;
}

/**
 * The versions of `versions.json`, whose first is published at the root and `docs/` at `next`, and the languages of `i18n/`:
 * `readVersionsMetadata` and `getDocsDirPathLocalized` of `@docusaurus/plugin-content-docs/lib/versions`. Versions that the config names
 * are all that there are; `current` among them is `docs/`. A source without a site around it is that of the current version.
 */
export async function docusaurusEditions(
  source: EditionSource,
  options: EditionOptions,
): Promise<readonly Edition[]> {
  const layout = await layoutOf(source);
  if (layout === undefined) return [{ ...rootOf(options), folder: '' }];
  const versions = options.versions ?? (await versionsOf(source, layout));
  const editions = placedVersions(versions, options).flatMap((version) =>
    editionsOf(version, layout, options),
  );
  const found = editions.filter(({ folder }) => source.files.some((file) => file.startsWith(folder)));
  return found.length === 0 ? [{ ...rootOf(options), folder: layout.docs }] : found;
}

function rootOf({ version, locale, routeBase }: EditionOptions): Omit<Edition, 'folder'> {
  return { version, locale, suffix: '', at: routeBase, isBase: routeBase === '' };
}

const CONFIGS = ['ts', 'js', 'mjs', 'cjs', 'mts', 'cts'].map((end) => `docusaurus.config.${end}`);
const AROUND = /^(.*?)(?:versioned_docs\/version-[^/]+\/|i18n\/[^/]+\/docusaurus-plugin-content-docs\/)/u;

/** Undefined where the source is the folder of the docs itself. */
async function layoutOf(source: EditionSource): Promise<Layout | undefined> {
  const { files } = source;
  const has = (folder: string): boolean => files.some((file) => file.startsWith(folder));
  const site = (await siteWithConfig(source)) ?? siteAround(files);
  if (site !== undefined)
    return { site, docs: [`${site}docs/`, 'docs/'].find((folder) => has(folder)) ?? `${site}docs/` };
  return has('docs/') && files.every(isBesideDocs) ? { site: '', docs: 'docs/' } : undefined;
}

/** A site stands at the root, or in `website/` beside the docs. */
async function siteWithConfig(source: EditionSource): Promise<string | undefined> {
  for (const site of ['', 'website/'])
    for (const config of CONFIGS) if ((await source.read(`${site}${config}`)) !== undefined) return site;
  return undefined;
}

function siteAround(files: readonly string[]): string | undefined {
  const sites = files.flatMap((file) => AROUND.exec(file)?.[1] ?? []);
  return sites.sort((a, b) => a.length - b.length)[0];
}

/** What a site has beside its docs, where Markdown is there at all. */
function isBesideDocs(file: string): boolean {
  return /^(?:docs|blog|src|static|i18n|node_modules|build|\.[^/]+)\/|^[^/]+$/u.test(file);
}

async function versionsOf(source: EditionSource, { site }: Layout): Promise<readonly string[]> {
  const names = namesIn((await source.read(`${site}versions.json`)) ?? '[]');
  return names.length === 0 || names.includes('current') ? names : [...names, 'next'];
}

function namesIn(json: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(json);
    return Array.isArray(names) ? names.filter(isName) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** `validateVersionName` of `versions/validation.js`. */
function isName(name: unknown): name is string {
  return typeof name === 'string' && /^[^/\\]+$/u.test(name) && !/^\.+$/u.test(name);
}

/** The first at the root, the current one at `next`, all others by their names. */
function placedVersions(names: readonly string[], { version }: EditionOptions): Version[] {
  if (names.length === 0) return [{ name: version, id: '', at: '' }];
  const isCurrent = (name: string): boolean => ['current', 'next', version].includes(name);
  const rest = version === '' || names.some(isCurrent) ? [] : [version];
  return [...names, ...rest].map((name, index) => ({
    name: isCurrent(name) ? version || name : name,
    id: isCurrent(name) ? '' : name,
    at: index === 0 ? '' : isCurrent(name) ? 'next' : name,
  }));
}

function editionsOf({ name, id, at }: Version, { site, docs }: Layout, options: EditionOptions): Edition[] {
  const path = [options.routeBase, at].filter((part) => part !== '').join('/');
  const own = id === '' ? docs : `${site}versioned_docs/version-${id}/`;
  const translated = id === '' ? 'current' : `version-${id}`;
  // "Never remove the baseUrl trailing slash!", and each language has one: `@docusaurus/utils-common/lib/applyTrailingSlash.js`.
  const isBase = path === '';
  return [
    { version: name, locale: options.locale, folder: own, suffix: '', at: path, isBase },
    ...options.locales.map((locale) => ({
      version: name,
      locale,
      folder: `${site}i18n/${locale}/docusaurus-plugin-content-docs/${translated}/`,
      suffix: '',
      at: isBase ? locale : `${locale}/${path}`,
      isBase,
    })),
  ];
}
