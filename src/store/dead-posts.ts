import type { Kysely } from 'kysely';
import type { DeadPost } from '../core/changelog-store.ts';
import type { PostRow } from './changelog-tables.ts';
import type { Tables } from './tables.ts';

/** Posts that will never be sent, newest first. */
export async function deadPosts(db: Kysely<Tables>, limit: number): Promise<DeadPost[]> {
  const rows = await db
    .selectFrom('posts')
    .selectAll()
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const titles = await titlesOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => deadPost(row, titles.get(row.id) ?? []));
}

async function titlesOf(db: Kysely<Tables>, posts: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('deliveries')
    .innerJoin('entries', (join) =>
      join.onRef('entries.feed', '=', 'deliveries.feed').onRef('entries.id', '=', 'deliveries.entry'),
    )
    .select(['deliveries.post', 'entries.title'])
    .where('deliveries.post', 'in', posts)
    .orderBy('entries.published_at')
    .orderBy('entries.arrival')
    .orderBy('entries.id')
    .execute();
  const titles = new Map<string, string[]>();
  for (const { post, title } of rows)
    if (post !== null) titles.set(post, [...(titles.get(post) ?? []), title]);
  return titles;
}

function deadPost(row: PostRow, titles: readonly string[]): DeadPost {
  return {
    id: row.id,
    place: { platform: row.platform, workspace: row.workspace, channel: row.channel },
    feed: row.feed,
    titles,
    reason: row.error,
    payload: row.payload,
    at: new Date(row.dead_at ?? 0),
  };
}
