import { createFeeds } from '../app/create-notifications.ts';
import { openAppStore } from '../app/open-app-store.ts';
import { rehearseFeeds } from '../app/rehearse-feeds.ts';
import { loadConfig } from '../config/load.ts';
import type { Config, FeedConfig } from '../config/schema.ts';
import type { FeedState } from '../core/changelog-store.ts';
import type { Store } from '../core/store.ts';
import type { Subscription } from '../core/subscription.ts';
import { createLog } from '../log.ts';
import type { Rehearsal, RehearsedEntry } from '../notifications/dry-run.ts';
import { entryFacts } from '../platforms/entry-facts.ts';
import { subscriptionTerms } from '../platforms/subscription-line.ts';
import { renderDryRun } from '../platforms/terminal/dry-run.ts';
import type { DryEntry, DryRun } from '../platforms/terminal/dry-run.ts';
import { renderFeeds } from '../platforms/terminal/feeds-listing.ts';
import type { FeedRow, SubscriptionRow } from '../platforms/terminal/feeds-listing.ts';
import { ENGLISH } from '../platforms/words/english.ts';
import { EXIT } from './command-context.ts';
import type { CommandContext, ExitCode } from './command-context.ts';
import { complain } from './prepare.ts';

/** Dead letters that are listed. */
const DEAD = 20;

/** `signpost feeds`: how each feed and its channels are; with `dryRun`, what a reading now would post, and where. */
export async function feeds(context: CommandContext, { dryRun }: { dryRun: boolean }): Promise<ExitCode> {
  const result = await loadConfig(context.configFile);
  const wrong = [...context.problems, ...(result.kind === 'problems' ? result.problems : [])];
  if (result.kind === 'problems' || wrong.length > 0) {
    complain(context, wrong);
    return EXIT.wrong;
  }
  const { environment, stderr, stdout, version } = context;
  const log = createLog({ level: 'silent', secrets: environment.secretValues, destination: stderr });
  const store = await openAppStore({ ...result, environment, log });
  const known = { ...result, version, store };
  try {
    const { text, isGood } = dryRun ? await rehearsed(context, known) : await reported(context, known);
    stdout.write(`${text}\n`);
    return isGood ? EXIT.good : EXIT.wrong;
  } finally {
    await store.close();
  }
}

interface Known {
  readonly config: Config;
  readonly folder: string;
  readonly version: string;
  readonly store: Store;
}

interface Told {
  readonly text: string;
  /** False where something failed. */
  readonly isGood: boolean;
}

async function reported({ outOptions }: CommandContext, { config, store, ...options }: Known): Promise<Told> {
  const { watched, http } = await createFeeds({ ...options, config });
  await http.close();
  const states = new Map((await store.feeds.all()).map((state) => [state.feed, state]));
  const counts = await store.entries.counts();
  const subscriptions = await store.subscriptions.list();
  const waiting = await store.deliveries.waiting();
  const rows = config.feeds.map((feed, number): FeedRow => {
    const own = subscriptions.filter((one) => one.feed === feed.name);
    return {
      ...stateOf(states.get(watched[number]?.key ?? '')),
      name: feed.name,
      title: feed.title,
      source: sourceText(feed),
      entries: counts.get(feed.name) ?? 0,
      subscriptions: own.map((one) => rowOf(one, waiting.get(one.id) ?? 0)),
    };
  });
  const dead = await store.deliveries.dead(DEAD);
  return {
    text: renderFeeds({ feeds: rows, dead, now: new Date() }, outOptions),
    isGood: rows.every(({ failures }) => failures === 0),
  };
}

function stateOf(state: FeedState | undefined): Pick<FeedRow, 'readAt' | 'nextAt' | 'failures' | 'error'> {
  const { readAt, nextAt, failures = 0, error = '' } = state ?? {};
  return { readAt, nextAt, failures, error };
}

function sourceText({ source }: FeedConfig): string {
  switch (source.kind) {
    case 'url':
      return source.url;
    case 'file':
      return source.file;
    case 'package':
      return `${source.package}: ${source.path}`;
  }
}

function rowOf(subscription: Subscription, waiting: number): SubscriptionRow {
  const { origin, paused } = subscription;
  const what = subscriptionTerms(subscription, ENGLISH);
  const whose = origin === 'config' ? ` · ${ENGLISH.changelog.filters.fromConfig}` : '';
  return { channel: channelText(subscription), what: what + whose, waiting, paused };
}

function channelText({ place: { platform, channel } }: Subscription): string {
  return `${platform} ${channel}`;
}

async function rehearsed({ outOptions, signal }: CommandContext, known: Known): Promise<Told> {
  const rehearsals = await rehearseFeeds({ ...known, signal });
  const run: DryRun = { feeds: rehearsals.map(dryFeed) };
  return { text: renderDryRun(run, outOptions), isGood: rehearsals.every(({ failed }) => failed === '') };
}

function dryFeed({ feed, title, failed, problems, isFirst, entries }: Rehearsal): DryRun['feeds'][number] {
  return {
    name: feed,
    title,
    failed,
    problems,
    isFirst,
    entries: entries.map((one) => dryEntry(one, title)),
  };
}

function dryEntry({ entry, isNew, posts }: RehearsedEntry, feed: string): DryEntry {
  // Nobody reads the notes in a list.
  const excerpt = { markdown: '', truncated: false, root: { type: 'root' as const, children: [] } };
  return {
    title: entry.title,
    facts: entryFacts({ ...entry, feed, excerpt }, ENGLISH),
    state: isNew ? 'new' : 'changed',
    channels: posts.map(({ subscription, at }) => {
      const when =
        subscription.schedule.kind === 'now' ? 'at once' : at.toISOString().slice(0, 16).replace('T', ' ');
      return `${channelText(subscription)}, ${when}`;
    }),
  };
}
