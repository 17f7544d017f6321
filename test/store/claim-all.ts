// A process of its own: claims a hundred keys in the file that its argument names, and prints those it got.
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';

const file = process.argv[2] ?? '';
const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });
const { claims, close } = await openStore({ url: undefined, file, key: undefined, log });
const mine: string[] = [];
for (let key = 0; key < 100; key += 1) {
  if (await claims.claim(String(key), new Date('2026-03-01T12:00:00Z'))) mine.push(String(key));
}
await close();
process.stdout.write(JSON.stringify(mine));
