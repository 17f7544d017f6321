import { mintlify } from '../../../src/content/presets/mintlify.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({ name: 'mintlify', preset: mintlify });
