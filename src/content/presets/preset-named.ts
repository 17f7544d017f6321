import type { PresetName } from '../collection-rules.ts';
import type { Preset } from '../preset.ts';

/** Each is loaded when it is needed: some bring a parser of their own. */
const PRESETS: Readonly<Record<PresetName, () => Promise<Preset>>> = {
  docusaurus: async () => (await import('./docusaurus.ts')).docusaurus,
  eleventy: async () => (await import('./eleventy.ts')).eleventy,
  fumadocs: async () => (await import('./fumadocs.ts')).fumadocs,
  github: async () => (await import('./github.ts')).github,
  hugo: async () => (await import('./hugo.ts')).hugo,
  jekyll: async () => (await import('./jekyll.ts')).jekyll,
  mdbook: async () => (await import('./mdbook.ts')).mdbook,
  mintlify: async () => (await import('./mintlify.ts')).mintlify,
  mkdocs: async () => (await import('./mkdocs.ts')).mkdocs,
  nextjs: async () => (await import('./nextjs.ts')).nextjs,
  nextra: async () => (await import('./nextra.ts')).nextra,
  plain: async () => (await import('./plain.ts')).plain,
  rspress: async () => (await import('./rspress.ts')).rspress,
  sphinx: async () => (await import('./sphinx.ts')).sphinx,
  starlight: async () => (await import('./starlight.ts')).starlight,
  vitepress: async () => (await import('./vitepress.ts')).vitepress,
};

/** The rules of a site generator. */
export function presetNamed(name: PresetName): Promise<Preset> {
  return PRESETS[name]();
}
