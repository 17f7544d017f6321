import { rspress } from '../../../src/content/presets/rspress.ts';
import { presetContract } from '../../contracts/preset.ts';

presetContract({ name: 'rspress', preset: rspress });
