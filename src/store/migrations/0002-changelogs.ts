import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

/** Feeds, entries, subscriptions, and what is on its way to channels. */
export const changelogs: Migration = { up };

async function up(db: Kysely<unknown>): Promise<void> {
  await createFeeds(db);
  await createEntries(db);
  await createSubscriptions(db);
  await createChannels(db);
  await createPosts(db);
  await createDeliveries(db);
}

async function createFeeds({ schema }: Kysely<unknown>): Promise<void> {
  await columns(schema.createTable('feeds'), {
    text: ['feed', 'etag', 'last_modified', 'error'],
    bigint: ['next_at'],
    integer: ['failures', 'is_known'],
  })
    .addColumn('read_at', 'bigint')
    .addPrimaryKeyConstraint('feed_by_name', ['feed'])
    .execute();
}

async function createEntries({ schema }: Kysely<unknown>): Promise<void> {
  await columns(schema.createTable('entries'), {
    text: ['feed', 'id', 'title', 'url', 'markdown', 'version', 'package', 'image', 'revision'],
    bigint: ['seen_at', 'published_at', 'arrival'],
    integer: ['prerelease', 'breaking', 'is_old', 'planned'],
  })
    .addColumn('at', 'bigint')
    .addPrimaryKeyConstraint('entry_of_a_feed', ['feed', 'id'])
    .execute();
  await schema
    .createIndex('entries_by_date')
    .on('entries')
    .columns(['feed', 'published_at', 'arrival', 'id'])
    .execute();
  await schema
    .createIndex('entries_to_plan')
    .on('entries')
    .columns(['planned', 'published_at', 'arrival', 'id'])
    .execute();
}

async function createSubscriptions({ schema }: Kysely<unknown>): Promise<void> {
  await columns(schema.createTable('subscriptions'), {
    text: [
      'id',
      'platform',
      'workspace',
      'channel',
      'feed',
      'filter',
      'schedule',
      'origin',
      'made_by',
      'paused',
    ],
    bigint: ['at'],
    integer: [],
  })
    .addPrimaryKeyConstraint('subscription_by_id', ['id'])
    .addUniqueConstraint('subscription_of_a_channel', ['platform', 'channel', 'feed'])
    .execute();
}

async function createChannels({ schema }: Kysely<unknown>): Promise<void> {
  await columns(schema.createTable('channels'), {
    text: ['platform', 'channel', 'owner'],
    bigint: ['leased_until', 'next_at'],
    integer: [],
  })
    .addColumn('due_at', 'bigint')
    .addColumn('ready_at', 'bigint')
    .addPrimaryKeyConstraint('channel_of_a_platform', ['platform', 'channel'])
    .execute();
  await schema.createIndex('channels_to_claim').on('channels').columns(['platform', 'ready_at']).execute();
}

/** Kept with a post, since its subscription may go. */
const POST_PLACE = ['subscription', 'platform', 'workspace', 'channel', 'feed'] as const;

async function createPosts({ schema }: Kysely<unknown>): Promise<void> {
  await columns(schema.createTable('posts'), {
    text: [...POST_PLACE, 'id', 'kind', 'state', 'message', 'revision', 'error', 'payload'],
    bigint: ['started_at'],
    integer: ['outdated', 'attempts', 'updates'],
  })
    .addColumn('sent_at', 'bigint')
    .addColumn('dead_at', 'bigint')
    .addPrimaryKeyConstraint('post_by_id', ['id'])
    .execute();
  await schema.createIndex('posts_to_send').on('posts').columns(['platform', 'channel', 'state']).execute();
  await schema.createIndex('posts_by_death').on('posts').column('dead_at').execute();
}

async function createDeliveries({ schema }: Kysely<unknown>): Promise<void> {
  await columns(schema.createTable('deliveries'), {
    text: ['subscription', 'feed', 'entry', 'state'],
    bigint: ['due_at', 'published_at', 'arrival'],
    integer: [],
  })
    .addColumn('post', 'text')
    .addPrimaryKeyConstraint('delivery_of_an_entry', ['subscription', 'feed', 'entry'])
    .execute();
  const index = (name: string, by: readonly string[]): Promise<void> =>
    schema
      .createIndex(name)
      .on('deliveries')
      .columns([...by])
      .execute();
  await index('deliveries_due', ['state', 'subscription', 'due_at']);
  await index('deliveries_by_entry', ['feed', 'entry']);
  await index('deliveries_by_post', ['post']);
}

/** Columns by their type, none of which may be null. */
function columns(
  table: CreateTableBuilder<string>,
  names: Readonly<Record<'text' | 'bigint' | 'integer', readonly string[]>>,
): CreateTableBuilder<string, string> {
  let made: CreateTableBuilder<string, string> = table;
  for (const type of ['text', 'bigint', 'integer'] as const)
    for (const name of names[type]) made = made.addColumn(name, type, (column) => column.notNull());
  return made;
}
