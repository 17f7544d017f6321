import { writeFile } from 'node:fs/promises';
import { generatedFiles } from './manual-files.ts';

for (const { url, text } of await generatedFiles()) await writeFile(url, text);
