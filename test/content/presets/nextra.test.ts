import { nextra } from '../../../src/content/presets/nextra.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'nextra',
  preset: nextra,
  corpus: 'nextra',
  shared: ['headings-jsx.mdx:193'],
  unproven: ['partials/_partial.mdx'],
});
