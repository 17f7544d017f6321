import type { AnchorRules, SiteOptions, SiteRules } from './collection-rules.ts';
import type { PresetDefaults } from './preset.ts';

/** The rules of a site: what the config says, and for all else what its generator does. */
export function siteRules(options: SiteOptions, { site, anchors, links }: PresetDefaults): SiteRules {
  const url = siteRoot(options);
  return {
    url,
    linkRoot: options.linkRoot || (links === 'base' ? url : new URL(url).origin),
    routeBase: (options.routeBase ?? site.routeBase).replace(/^\/+|\/+$/gu, ''),
    extension: options.extension ?? site.extension,
    index: options.index ?? site.index,
    trailingSlash: trailing(options.trailingSlash) ?? site.trailingSlash,
    anchors: anchorRules(options.anchors, anchors),
  };
}

/** Absolute URL of a site's root, its base included, without a slash at the end. */
export function siteRoot({ url, base }: Pick<SiteOptions, 'url' | 'base'>): string {
  return `${url.replace(/\/+$/u, '')}${withSlashBefore(base)}`;
}

function withSlashBefore(base: string): string {
  const path = base.replace(/^\/+|\/+$/gu, '');
  return path === '' ? '' : `/${path}`;
}

function trailing(given: boolean | undefined): SiteRules['trailingSlash'] | undefined {
  if (given === undefined) return undefined;
  return given ? 'always' : 'never';
}

function anchorRules(given: SiteOptions['anchors'], byDefault: AnchorRules): AnchorRules {
  return {
    style: given.style ?? byDefault.style,
    slug: given.slug ?? byDefault.slug,
    depth: given.depth ?? byDefault.depth,
    duplicates: given.duplicates ?? byDefault.duplicates,
    customId: given.customId ?? byDefault.customId,
    annotation: given.annotation ?? byDefault.annotation,
  };
}
