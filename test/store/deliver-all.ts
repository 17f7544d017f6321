// A process of its own: claims all posts that are due in the database that its argument names, several at a time, settles
// them as sent, and prints of each its subscription and the ids of its entries.
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/store/open-store.ts';

const [address = '', time = '', workers = '1'] = process.argv.slice(2);
const log = createLog({ level: 'silent', secrets: [], destination: process.stderr });
const url = address.startsWith('postgres') ? address : undefined;
const { deliveries, close } = await openStore({ url, file: address, key: undefined, log });
const now = new Date(time);
const posts: (readonly string[])[] = [];
let claims = 0;

/** A slow disk may keep one process waiting for the other for longer than the store does. */
async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (!String(error).includes('database is locked')) throw error;
    }
  }
}

async function work(): Promise<void> {
  for (;;) {
    claims += 1;
    const owner = `${process.pid}-${claims}`;
    const until = new Date(now.getTime() + 60_000);
    const claiming = { now, until, owner, platforms: ['slack'], burst: 5, digest: 20 };
    const post = await patiently(() => deliveries.claim(claiming));
    if (post === undefined) return;
    const sent = { kind: 'sent', message: post.id, nextAt: now } as const;
    const settled = await patiently(() => deliveries.settle(post, sent, now));
    if (!settled) throw new Error(`somebody else had post ${post.id}`);
    posts.push([post.subscription.id, ...post.entries.map(({ id }) => id)]);
  }
}

await Promise.all(Array.from({ length: Number(workers) }, work));
await close();
process.stdout.write(JSON.stringify(posts));
