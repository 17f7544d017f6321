import { fumadocs } from '../../../src/content/presets/fumadocs.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'fumadocs',
  preset: fumadocs,
  corpus: 'fumadocs',
  shared: ['headings-jsx.mdx:196'],
  unproven: ['partials/_partial.mdx', 'plus+sign&amp.mdx'],
});
