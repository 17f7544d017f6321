import { vitepress } from '../../../src/content/presets/vitepress.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'vitepress',
  preset: vitepress,
  corpus: 'vitepress',
  // They follow an included file.
  untold: ['headings-vue.md:60', 'headings-vue.md:64'],
  unproven: ['parts/included.md'],
});
