import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Config, FeedConfig } from '../config/schema.ts';
import { findPackage } from '../content/package-source.ts';
import { parseMarkdown } from '../content/parse-markdown.ts';
import type { Announcer } from '../core/announcer.ts';
import { announcedEntry } from '../core/announced-entry.ts';
import type { Changelog } from '../core/changelog.ts';
import type { StoredEntry } from '../core/entry.ts';
import type { EntrySearch } from '../core/entry-search.ts';
import type { AnnouncedEntry } from '../core/reply.ts';
import type { Store } from '../core/store.ts';
import { createFeed } from '../feeds/create-feed.ts';
import type { FeedSource } from '../feeds/feed-options.ts';
import { createHttp } from '../http.ts';
import type { Http } from '../http.ts';
import type { Log } from '../log.ts';
import { createChangelog } from '../notifications/changelog.ts';
import type { Configured } from '../notifications/configured.ts';
import { EntryMemory } from '../notifications/entry-memory.ts';
import { Notifier } from '../notifications/notifier.ts';
import type { WatchedFeed } from '../notifications/poll.ts';
import { buildEntrySearch } from '../search/entry-search.ts';
import { userAgentOf } from './user-agent.ts';

export interface FeedsOptions {
  readonly config: Config;
  /** What the config's paths are relative to. */
  readonly folder: string;
  readonly version: string;
}

/** The feeds of a config, and what reads the web for them. */
export interface Feeds {
  readonly watched: readonly WatchedFeed[];
  readonly http: Http;
}

/** Puts the feeds of a config together; nothing is read yet. */
export async function createFeeds({ config, folder, version }: FeedsOptions): Promise<Feeds> {
  const http = createHttp({ userAgent: userAgentOf(config, version) });
  const watched = await Promise.all(config.feeds.map((feed) => watchedFeed(feed, folder, http)));
  return { watched, http };
}

async function watchedFeed(config: FeedConfig, folder: string, http: Http): Promise<WatchedFeed> {
  const source = await sourceOf(config, folder);
  // Of another address, file, or reading of it, everything is old at first.
  const { format, map } = config;
  const made = createHash('sha256')
    .update(JSON.stringify([config.source, format, map]))
    .digest('hex');
  return {
    feed: createFeed({ ...config, source }, http),
    title: config.title,
    key: `${config.name} ${made.slice(0, 8)}`,
    every: config.every,
    maxAge: config.maxAge,
  };
}

async function sourceOf({ source }: FeedConfig, folder: string): Promise<FeedSource> {
  switch (source.kind) {
    case 'url':
      return source;
    case 'file':
      return { kind: 'file', path: resolve(folder, source.file) };
    case 'package': {
      const root = await findPackage(source.package, folder);
      // One that is not installed fails as a file that is not there, where npm would have put it.
      return { kind: 'file', path: join(root ?? join(folder, 'node_modules', source.package), source.path) };
    }
  }
}

/** An entry of a config's feed as it is shown, whole: who shows it cuts it to its own limits. */
export function showEntry({ feeds }: Config): (entry: StoredEntry) => AnnouncedEntry {
  const titles = new Map(feeds.map(({ name, title }) => [name, title]));
  return (entry) =>
    announcedEntry(entry, {
      feed: titles.get(entry.feed) ?? entry.feed,
      parse: parseMarkdown,
      budget: NOTES,
    });
}

/** Characters of Markdown that are read of an entry's notes: more than any platform shows. */
const NOTES = 4_000;

/** The subscriptions that a config has. */
export function configuredSubscriptions({ feeds }: Config): readonly Configured[] {
  return feeds.flatMap(({ name, subscriptions }) =>
    subscriptions.map(({ platform, workspace, channel, filter, schedule }) => ({
      place: { platform, workspace, channel },
      feed: name,
      filter,
      schedule,
    })),
  );
}

export interface NotificationsOptions extends FeedsOptions {
  readonly store: Store;
  readonly log: Log;
}

/** What is known of changelogs, and who posts it. */
export interface Notifications {
  readonly changelog: Changelog;
  readonly entries: () => EntrySearch | undefined;
  /** Begins to read feeds and to post; `announcers` are those of the platforms that can post now. */
  start(announcers: () => readonly Announcer[]): void;
  /** Names of the feeds that cannot be read. */
  readonly failing: readonly string[];
  /** Resolves once nothing is read or sent any more. */
  close(): Promise<void>;
}

/** Puts the notifications of a config together; nothing happens until they are started. */
export async function createNotifications(options: NotificationsOptions): Promise<Notifications> {
  const { config, store, log } = options;
  const { watched, http } = await createFeeds(options);
  const names = config.feeds.map(({ name }) => name);
  const memory = new EntryMemory({ entries: store.entries, feeds: names, build: entrySearchOf(config) });
  const common = { show: showEntry(config), now: () => new Date(), log };
  const entries = (): EntrySearch | undefined => memory.search;
  const changelog = createChangelog({
    ...common,
    feeds: config.feeds,
    entries,
    subscriptions: store.subscriptions,
  });
  let notifier: Notifier | undefined;
  return {
    changelog,
    entries,
    get failing() {
      return notifier?.failing ?? [];
    },
    start: (announcers) => {
      const { edits, burst } = config.changelog;
      const posting = { announcers, edits, burst, random: Math.random };
      const reading = { feeds: watched, configured: configuredSubscriptions(config), store, memory };
      notifier ??= new Notifier({ ...common, ...reading, ...posting });
      notifier.start();
    },
    close: async () => {
      await notifier?.stop();
      await http.close();
    },
  };
}

/** Makes entries searchable as the config says. */
export function entrySearchOf({ search }: Config) {
  return (entries: readonly StoredEntry[], previous: EntrySearch | undefined): EntrySearch =>
    buildEntrySearch(entries, search, previous);
}
