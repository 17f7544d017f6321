import { docusaurus } from '../../../src/content/presets/docusaurus.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({
  name: 'docusaurus',
  preset: docusaurus,
  corpus: 'docusaurus',
  shared: ['headings-jsx.mdx:164'],
});
