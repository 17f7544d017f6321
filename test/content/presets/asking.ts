import type { PresetName, SiteOptions } from '../../../src/content/collection-rules.ts';
import type { EditionOptions, Preset, RoutedFile } from '../../../src/content/preset.ts';
import { siteRules } from '../../../src/content/site-rules.ts';
import type { Page } from '../../../src/core/page.ts';
import { readAll, SITE } from '../read.ts';

/** A site of a preset, with nothing but what a test sets. */
export function siteOf(preset: PresetName, options: Partial<SiteOptions> = {}): SiteOptions {
  return { preset, url: SITE, base: '', linkRoot: '', anchors: {}, ...options };
}

/** The one page of a text. */
export async function pageIn(
  preset: PresetName,
  text: string,
  options: Partial<SiteOptions> & { readonly file?: string } = {},
): Promise<Page> {
  const { file = 'page.mdx', ...site } = options;
  const anchors = { customId: undefined, annotation: undefined, ...site.anchors };
  const { pages } = await readAll({ [file]: text }, { site: siteOf(preset, site), anchors });
  if (pages[0] === undefined) throw new Error('there is no page');
  return pages[0];
}

/** Of each section but the lead, what its address adds to that of its page. */
export async function addressesIn(
  preset: PresetName,
  text: string,
  options: Partial<SiteOptions> & { readonly file?: string } = {},
): Promise<string[]> {
  const { url, sections } = await pageIn(preset, text, options);
  return sections.slice(1).map((section) => section.url.slice(url.length));
}

/** The route of a file, alone or beside others. */
export function routeIn(
  preset: Preset,
  file: string,
  { files = new Set([file]), data = {}, slug = '', at = '' }: Partial<Omit<RoutedFile, 'file'>> = {},
): string | undefined {
  return preset.route({ file, data, slug, at, files }, siteRules(siteOf('plain'), preset.defaults));
}

export interface EditionsAsked {
  /** What can be read beside the files, by name. */
  readonly read?: Readonly<Record<string, string>>;
  readonly options?: Partial<EditionOptions>;
}

/** The editions of files, each as `version locale folder → at`. */
export async function editionsIn(
  preset: Preset,
  files: readonly string[],
  { read = {}, options = {} }: EditionsAsked = {},
): Promise<string[]> {
  const { routeBase } = preset.defaults.site;
  const asked = { versions: undefined, locales: [], version: '', locale: 'en', routeBase, ...options };
  const editions = await preset.editions({ files, read: async (file) => read[file] }, asked);
  return editions.map(({ version, locale, folder, at }) => `${version} ${locale} ${folder} → ${at}`);
}
