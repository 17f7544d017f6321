import type { PresetDefaults } from './preset.ts';
import { plain } from './presets/plain.ts';

/** Whether a file is a page of a built site. */
export function isHtmlFile(file: string): boolean {
  return /\.html?$/iu.test(file);
}

/** Pages of a built site are where they lie, and `index.html` is its folder, unless the config says that the server hides it. */
export const HTML_DEFAULTS: PresetDefaults = {
  ...plain.defaults,
  site: { routeBase: '', extension: '.html', index: ['index'], trailingSlash: 'index' },
};
