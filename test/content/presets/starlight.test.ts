import { starlight } from '../../../src/content/presets/starlight.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'starlight',
  preset: starlight,
  corpus: 'starlight',
  shared: ['headings-jsx.mdx:180'],
});
