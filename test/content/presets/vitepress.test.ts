import { vitepress } from '../../../src/content/presets/vitepress.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'vitepress',
  preset: vitepress,
  corpus: 'vitepress',
  // It follows an included file that has the same heading.
  untold: ['headings-vue.md:60'],
  unproven: ['parts/included.md'],
});
