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

async function work(): Promise<void> {
  for (;;) {
    claims += 1;
    const post = await deliveries.claim({
      now,
      until: new Date(now.getTime() + 60_000),
      owner: `${process.pid}-${claims}`,
      platforms: ['slack'],
      burst: 5,
      digest: 20,
    });
    if (post === undefined) return;
    const settled = await deliveries.settle(post, { kind: 'sent', message: post.id, nextAt: now }, now);
    if (!settled) throw new Error(`somebody else had post ${post.id}`);
    posts.push([post.subscription.id, ...post.entries.map(({ id }) => id)]);
  }
}

await Promise.all(Array.from({ length: Number(workers) }, work));
await close();
process.stdout.write(JSON.stringify(posts));
