import { countedEntries, ERROR, feedTitle, labelled, WARNING } from './feeds-listing.ts';
import { hung, say } from './lines.ts';
import { counted } from './listing.ts';
import { canvasOf } from './render.ts';
import type { TerminalOptions } from './render.ts';
import type { Canvas } from './styled.ts';

/** What `signpost feeds --dry-run` prints: what would be posted where, were the feeds read now. */
export interface DryRun {
  /** In the config's order. */
  readonly feeds: readonly DryFeed[];
}

export interface DryFeed {
  readonly name: string;
  /** What people call it. */
  readonly title: string;
  /** Why it cannot be read; empty where it can. */
  readonly failed: string;
  /** What of it would be left out, and why. */
  readonly problems: readonly string[];
  /** Those that are new or have changed. */
  readonly entries: readonly DryEntry[];
  /** Whether it was never read: then nothing of it is posted. */
  readonly isFirst: boolean;
}

export interface DryEntry {
  readonly title: string;
  /** What there is to know of it, on one line. */
  readonly facts: string;
  readonly state: 'new' | 'changed';
  /** Where it would be posted or updated, with when. */
  readonly channels: readonly string[];
}

/** Each feed with its entries and their channels, and how many posts that makes. */
export function renderDryRun({ feeds }: DryRun, options: TerminalOptions): string {
  const canvas = canvasOf(options);
  if (feeds.length === 0)
    return say('There are no feeds: name some under feeds in the config.', canvas).join('\n');
  const posts = feeds.flatMap(postsOf).length;
  const total =
    posts === 0 ? 'Nothing would be posted.' : `${counted(posts, 'post')} in all. Nothing was sent.`;
  const parts = [...feeds.map((feed) => feedLines(feed, canvas)), say(total, canvas, 'bold')];
  return parts.map((lines) => lines.join('\n')).join('\n\n');
}

function postsOf({ entries, isFirst }: DryFeed): readonly string[] {
  return isFirst ? [] : entries.flatMap(({ channels }) => channels);
}

function feedLines(feed: DryFeed, canvas: Canvas): string[] {
  return [
    ...feedTitle(feed, canvas),
    ...feed.problems.flatMap((problem) => labelled(WARNING, problem, canvas)),
    ...outcomeLines(feed, canvas),
  ];
}

function outcomeLines({ failed, entries, isFirst }: DryFeed, canvas: Canvas): string[] {
  if (failed !== '') return labelled(ERROR, failed, canvas);
  if (isFirst) {
    const count = countedEntries(entries.length);
    return say(`This would be its first reading: ${count} would be kept, and none posted.`, canvas, 'dim');
  }
  if (entries.length === 0) return say('Nothing is new.', canvas, 'dim');
  return entries.flatMap((entry) => ['', ...hung('  ', canvas, (inner) => entryLines(entry, inner))]);
}

function entryLines({ title, facts, state, channels }: DryEntry, canvas: Canvas): string[] {
  const nowhere = state === 'new' ? 'posted in no channel' : 'no post to update';
  return [
    ...say(`${state}: ${title}`, canvas, 'bold'),
    ...say(facts, canvas, 'dim'),
    ...(channels.length === 0 ? say(nowhere, canvas, 'dim') : []),
    ...channels.flatMap((channel) => hung('→ ', canvas, (inner) => say(channel, inner))),
  ];
}
