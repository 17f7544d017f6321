import type { CollectionRules, SiteRules } from './collection-rules.ts';
import { HTML_DEFAULTS } from './html-site.ts';
import type { Preset } from './preset.ts';
import { presetNamed } from './presets/preset-named.ts';
import { siteRules } from './site-rules.ts';

/** How the docs of one collection are written and published, with nothing left to the preset. */
export interface PageRules extends Omit<CollectionRules, 'site' | 'format'> {
  readonly format: 'auto' | 'mdx' | 'markdown';
  readonly site: SiteRules;
  /** The same for HTML files. */
  readonly htmlSite: SiteRules;
  readonly preset: Preset;
}

/** A collection's rules, with those of its preset where it has none of its own. */
export async function pageRules(rules: CollectionRules): Promise<PageRules> {
  const preset = await presetNamed(rules.site.preset);
  return {
    ...rules,
    format: rules.format ?? preset.defaults.format,
    site: siteRules(rules.site, preset.defaults),
    htmlSite: siteRules(rules.site, HTML_DEFAULTS),
    preset,
  };
}
