import { nextjs } from '../../../src/content/presets/nextjs.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({ name: 'nextjs', preset: nextjs });
